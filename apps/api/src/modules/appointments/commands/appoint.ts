import { ROLE_RULES, rules, type Language, type Role } from '@stoa/domain';
import { z } from 'zod';
import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { inviteByEmail, peopleByEmail, requireRecentProof, type PersonStatus } from '../../accounts/index.js';
import type { AppointInput, AppointmentPayload } from '../appointment.inputs.js';
import { appointmentRow, toAppointment, todayOf } from '../appointment.queries.js';
import { scopeIdFor } from '../scope-ids.js';
import { giveAppointment, holdersOf, overlaps, type Term } from '../give-appointment.js';
import { findScope, scopeAdapter, scopeTarget, type ScopeFacts } from '../scopes.js';

const termRule = z
  .object({ startsOn: rules.date, endsOn: rules.date.nullable(), note: rules.note })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn, { error: 'ENDS_BEFORE_START', path: ['endsOn'] });
const newcomerRule = z.object({ email: rules.email, name: rules.personName, lang: rules.language });

/**
 * Appoints somebody known, or invites and appoints somebody by e-mail, as the table of roles allows. Rights begin on the first day.
 * @throws Refusal NOT_FOUND, FORBIDDEN
 * @throws UserErrors POST_TAKEN, ALREADY_APPOINTED, TERM_OVER, PERSON_UNKNOWN, PERSON_NOT_ACTIVE, or a rule of the values
 */
export function appoint(ctx: Context, input: AppointInput): Promise<AppointmentPayload> {
  return mutate(ctx, async (tx) => {
    const appointedBy = signedIn(ctx.viewer);
    const term = checked(termRule, { startsOn: input.startsOn, endsOn: input.endsOn || null, note: input.note ?? '' });
    const scopeId = scopeIdFor(input.role, input.scopeId);
    const kind = ROLE_RULES[input.role].scope;
    const scope = scopeId ? await findScope(tx, kind, scopeId, ctx.lang) : null;
    if (!scope) throw new Refusal('NOT_FOUND');
    // Lock first: two coordinators may be appointed at once.
    await scopeAdapter(kind).lock(tx, scope.id);
    authorize(ctx.viewer, 'appointment.make', scopeTarget(scope, { role: input.role }), 'appointment.read');
    if (input.role === 'AD') requireRecentProof(ctx);
    const today = todayOf(ctx);
    const done = await once(
      tx,
      { actorId: appointedBy, key: input.clientMutationId, operation: 'appoint', input, now: ctx.clock.now() },
      () => insert(tx, ctx, { role: input.role, scope, term, appointedBy, today, findPerson: (id) => personFor(tx, ctx, input, id) }),
    );
    const row = await appointmentRow(tx, done.id, today);
    if (!row) throw new Refusal('NOT_FOUND');
    const person = await tx.row<{ status: PersonStatus }>('SELECT status FROM people WHERE id = $1', [row.person_id]);
    return { appointment: toAppointment(row), invited: person?.status === 'INVITED' };
  }) as Promise<AppointmentPayload>;
}

/** The person appointed: a known one, or one whom an invitation reaches. */
async function personFor(tx: Tx, ctx: Context, input: AppointInput, appointmentId: string): Promise<string> {
  const id = input.personId ? fromGlobalId(input.personId, 'Person')?.id : null;
  if (input.personId) {
    const known = id ? await tx.row<{ status: PersonStatus }>('SELECT status FROM people WHERE id = $1', [id]) : null;
    if (!id || !known) return reject('PERSON_UNKNOWN', 'personId');
    return known.status === 'ACTIVE' || known.status === 'INVITED' ? id : reject('PERSON_NOT_ACTIVE', 'personId');
  }
  const { email, name, lang } = checked(newcomerRule, { email: input.email ?? '', name: input.name ?? '', lang: input.lang ?? ctx.lang });
  const [known] = await peopleByEmail(tx, [email]);
  if (known && known.status !== 'ACTIVE' && known.status !== 'INVITED') return reject('PERSON_NOT_ACTIVE', 'email');
  const invited = await inviteByEmail(tx, {
    email,
    name,
    lang: lang as Language,
    detail: { kind: 'APPOINTMENT', subjectId: appointmentId },
    invitedBy: ctx.viewer.personId,
    now: ctx.clock.now(),
  });
  return invited.personId;
}

interface NewAppointment {
  role: Role;
  scope: ScopeFacts;
  term: Term;
  appointedBy: string;
  today: string;
  findPerson: (appointmentId: string) => Promise<string>;
}

async function insert(tx: Tx, ctx: Context, { role, scope, term, appointedBy, today, findPerson }: NewAppointment): Promise<string> {
  if (term.endsOn !== null && term.endsOn < today) return reject('TERM_OVER', 'endsOn');
  const id = newId();
  const personId = await findPerson(id);
  const taken = overlaps(await holdersOf(tx, role, [scope.id], today), { role, scopeId: scope.id, personId, term });
  if (taken) return reject(taken, taken === 'POST_TAKEN' ? 'startsOn' : 'personId');
  const now = ctx.clock.now();
  await giveAppointment(tx, { id, personId, role, scope, term, appointedBy, today, now });
  await audit(tx, {
    actorId: appointedBy,
    act: 'appoint',
    subjectType: 'Appointment',
    subjectId: id,
    countyId: scope.countyId,
    at: now,
    requestId: ctx.requestId,
    detail: { personId, role, scopeId: scope.id },
  });
  return id;
}
