import { thresholdsForm } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import type { SetHealthThresholdsInput, SetHealthThresholdsPayload } from '../overview.types.js';

const SAVE = `
  INSERT INTO health_thresholds AS h (county_id, active_within_days, participation_on_track, participation_watch, first_reply_on_track, first_reply_watch,
    report_late_days, new_network_days, changed_by, changed_at, version)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1
  ON CONFLICT (county_id) DO UPDATE SET active_within_days = $2, participation_on_track = $3, participation_watch = $4, first_reply_on_track = $5,
    first_reply_watch = $6, report_late_days = $7, new_network_days = $8, changed_by = $9, changed_at = $10, version = h.version + 1
  RETURNING version`;

/** Sets where the signals of a county's networks turn. @throws Refusal NOT_FOUND where the viewer does not oversee the county, CONFLICT @throws UserErrors of the rule */
export function setHealthThresholds(ctx: Context, input: SetHealthThresholdsInput): Promise<SetHealthThresholdsPayload> {
  return mutate(ctx, async (tx) => {
    const id = fromGlobalId(input.countyId, 'Territory')?.id;
    // The county's row is the lock: the limits may have none yet.
    const county = id
      ? await tx.row<{ id: string; path: string[] }>(
          `SELECT id, path FROM territories WHERE id = $1 AND kind = 'COUNTY' FOR NO KEY UPDATE`,
          [id],
        )
      : null;
    if (!county) throw new Refusal('NOT_FOUND');
    authorize(ctx.viewer, 'county.overview', { scopes: county.path });
    const { countyId: _county, expectedVersion, ...values } = input;
    const form = checked(thresholdsForm, values);
    const known = await tx.row<{ version: number }>('SELECT version FROM health_thresholds WHERE county_id = $1', [county.id]);
    if ((known?.version ?? 0) !== expectedVersion) throw new Refusal('CONFLICT', { version: known?.version ?? 0 });
    const by = signedIn(ctx.viewer);
    const now = ctx.clock.now();
    const saved = await tx.row<{ version: number }>(SAVE, [
      county.id,
      form.activeWithinDays,
      form.participationOnTrack,
      form.participationWatch,
      form.firstReplyOnTrack,
      form.firstReplyWatch,
      form.reportLateDays,
      form.newNetworkDays,
      by,
      now,
    ]);
    await audit(tx, {
      actorId: by,
      act: 'setHealthThresholds',
      subjectType: 'Territory',
      subjectId: county.id,
      countyId: county.id,
      at: now,
      requestId: ctx.requestId,
      detail: { ...form },
    });
    return { thresholds: { ...form, version: saved?.version ?? 1 } };
  });
}
