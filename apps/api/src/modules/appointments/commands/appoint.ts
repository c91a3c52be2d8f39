import { ROLE_RULES, rules, termsOverlap, type Language, type Role } from '@stoa/domain';
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
import { publish } from '../../../platform/outbox/outbox.js';
import { inviteByEmail, requireRecentProof, type PersonStatus } from '../../accounts/index.js';
import type { AppointInput, AppointmentPayload } from '../appointment.inputs.js';
import { appointmentRow, toAppointment, todayOf } from '../appointment.queries.js';
import { refreshCoordinator } from '../coordinator.js';
import { scopeIdFor } from '../scope-ids.js';
import { findScope, scopeAdapter, scopeTarget, type ScopeFacts } from '../scopes.js';

const termRule = z
  .object({ startsOn: rules.date, endsOn: rules.date.nullable(), note: rules.note })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn, { error: 'ENDS_BEFORE_START', path: ['endsOn'] });
const newcomerRule = z.object({ email: rules.email, name: rules.personName, lang: rules.language });

/** Roles of which a scope has one holder at a time. */
const SINGLE: ReadonlySet<Role> = new Set<Role>(['NC']);

interface Term {
  startsOn: string;
  endsOn: string | null;
  note: string;
}

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
  const known = await tx.row<{ status: PersonStatus }>('SELECT status FROM people WHERE email = $1', [email]);
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
  await refuseOverlap(tx, { role, scopeId: scope.id, personId, term, today });
  const now = ctx.clock.now();
  await tx.row(
    `INSERT INTO appointments (id, person_id, role, scope_type, scope_id, county_id, territory_id, parent_scope_id, starts_on, ends_on, appointed_by, appointed_at, note, begun_noticed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      personId,
      role,
      scope.kind,
      scope.id,
      scope.countyId,
      scope.territoryId,
      scope.parentId,
      term.startsOn,
      term.endsOn,
      appointedBy,
      now,
      term.note,
      term.startsOn <= today ? now : null,
    ],
  );
  if (role === 'NC') await refreshCoordinator(tx, scope.id, today, now);
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
  await publish(tx, 'PersonAppointed', { appointmentId: id });
  return id;
}

/** Nobody holds a role twice at a time, and a network has one coordinator. */
async function refuseOverlap(
  tx: Tx,
  { role, scopeId, personId, term, today }: { role: Role; scopeId: string; personId: string; term: Term; today: string },
): Promise<void> {
  const others = await tx.rows<{ person_id: string; starts_on: string; ends_on: string | null }>(
    `SELECT person_id, starts_on, ends_on FROM appointments
     WHERE scope_id = $1 AND role = $2 AND revoked_at IS NULL AND (ends_on IS NULL OR ends_on >= $3::date)`,
    [scopeId, role, today],
  );
  const overlapping = others.filter((other) =>
    termsOverlap({ from: term.startsOn, to: term.endsOn }, { from: other.starts_on, to: other.ends_on }),
  );
  if (overlapping.some((other) => other.person_id === personId)) return reject('ALREADY_APPOINTED', 'personId');
  if (SINGLE.has(role) && overlapping.length > 0) return reject('POST_TAKEN', 'startsOn');
}
