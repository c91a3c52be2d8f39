import { dateIn, startOfDay } from '../../platform/clock.js';
import type { Context, Loader } from '../../platform/context.js';
import { auditEach } from '../../platform/database/audit.js';
import { lookAt } from '../../platform/database/sight.js';
import { signedIn } from '../../platform/authorize.js';

/**
 * Notes that the viewer was shown the contact details of people who do not show them themselves, once for each of them and day. It is the one
 * place for it: whatever shows them loads this.
 */
export const contactSeen: Loader<string, null> = async (ctx: Context, personIds) => {
  const actorId = signedIn(ctx.viewer);
  const at = ctx.clock.now();
  const today = startOfDay(dateIn(at, ctx.config.timeZone), ctx.config.timeZone);
  await ctx.db.transaction(async (tx) => {
    await lookAt(tx, 'audit');
    const noted = await tx.rows<{ subject_id: string }>(
      `SELECT subject_id FROM audit_log
       WHERE subject_type = 'Person' AND subject_id = ANY($1) AND at >= $2 AND act = 'viewContact' AND actor_id = $3`,
      [personIds, today, actorId],
    );
    const known = new Set(noted.map(({ subject_id: id }) => id));
    const subjects = personIds.filter((id) => !known.has(id));
    if (subjects.length === 0) return;
    await auditEach(tx, { actorId, act: 'viewContact', subjectType: 'Person', at, requestId: ctx.requestId }, subjects);
  });
  return personIds.map(() => null);
};
