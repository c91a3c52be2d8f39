import { rules } from '@stoa/domain';
import { z } from 'zod';
import { audit } from '../../../platform/database/audit.js';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { AppointmentPayload, EndAppointmentInput } from '../appointment.inputs.js';
import type { AppointmentRow } from '../appointment.type.js';
import { appointmentRow, appointmentTarget, toAppointment, todayOf } from '../appointment.queries.js';
import { hasOtherAdministrator } from '../administrators.js';
import { refreshCoordinator } from '../coordinator.js';
import { findScope, scopeAdapter } from '../scopes.js';

const rule = z.object({ reason: rules.reason, endsOn: rules.date.nullable() });

/**
 * Ends an appointment at once, with all its rights, or sets an earlier last day. The row stays as history.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT
 * @throws UserErrors ALREADY_ENDED, TERM_OVER, LATER_THAN_TERM, LAST_ADMINISTRATOR, or a rule of the values
 */
export function endAppointment(ctx: Context, input: EndAppointmentInput): Promise<AppointmentPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    const today = todayOf(ctx);
    const id = fromGlobalId(input.id, 'Appointment')?.id;
    const found = id ? await appointmentRow(tx, id, today) : null;
    const scope = found && (await findScope(tx, found.scope_type, found.scope_id, ctx.lang));
    if (!id || !found || !scope) throw new Refusal('NOT_FOUND');
    // The scope before the appointment, as appointing does: two that wait for each other would both fail.
    await scopeAdapter(scope.kind).lock(tx, scope.id);
    const row = await appointmentRow(tx, id, today, true);
    if (!row) throw new Refusal('NOT_FOUND');
    authorize(ctx.viewer, 'appointment.end', appointmentTarget(row, scope), 'appointment.read');
    const { reason, endsOn } = checked(rule, { reason: input.reason, endsOn: input.endsOn || null });
    if (row.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    if (row.state === 'ENDED') return reject('ALREADY_ENDED');
    if (row.role === 'AD') await keepOneAdministrator(tx, row, today);
    await save(tx, ctx, { row, actorId, reason, endsOn, today });
    await audit(tx, {
      actorId,
      act: 'endAppointment',
      subjectType: 'Appointment',
      subjectId: id,
      countyId: scope.countyId,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      detail: { endsOn },
    });
    const changed = await appointmentRow(tx, id, today);
    return { appointment: changed && toAppointment(changed) };
  }) as Promise<AppointmentPayload>;
}

interface End {
  row: AppointmentRow;
  actorId: string;
  reason: string;
  /** The last day; null: at once. */
  endsOn: string | null;
  today: string;
}

async function save(tx: Tx, ctx: Context, { row, actorId, reason, endsOn, today }: End): Promise<void> {
  const now = ctx.clock.now();
  if (endsOn !== null) {
    if (endsOn < today || endsOn < row.starts_on) return reject('TERM_OVER', 'endsOn');
    if (row.ends_on !== null && endsOn > row.ends_on) return reject('LATER_THAN_TERM', 'endsOn');
    await tx.row('UPDATE appointments SET ends_on = $2, revoked_by = $3, revoke_reason = $4, version = version + 1 WHERE id = $1', [
      row.id,
      endsOn,
      actorId,
      reason,
    ]);
    await publish(tx, 'AppointmentShortened', { appointmentId: row.id });
    return;
  }
  await tx.row(
    'UPDATE appointments SET revoked_at = $2, revoked_by = $3, revoke_reason = $4, ended_noticed_at = $2, version = version + 1 WHERE id = $1',
    [row.id, now, actorId, reason],
  );
  if (row.role === 'NC') await refreshCoordinator(tx, row.scope_id, today, now);
  await publish(tx, 'AppointmentEnded', { appointmentId: row.id });
}

/** Without an administrator nobody could ever appoint one again. */
async function keepOneAdministrator(tx: Tx, row: AppointmentRow, today: string): Promise<void> {
  if (!(await hasOtherAdministrator(tx, row.person_id, today))) return reject('LAST_ADMINISTRATOR');
}
