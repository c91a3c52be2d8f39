import { RETENTION_BOUNDS, type RetentionName } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Sql } from '../../../platform/database/database.js';
import { toGlobalId } from '../../../platform/ids.js';
import { toPerson, type PersonRow } from '../../accounts/index.js';
import { previewRetention } from './retention.js';
import type { Retention, RetentionRunType } from './retention.types.js';
import { lastRun, openRun, type RetentionRun } from './runs.js';

/** What is kept for how long, and what of it would go now. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export async function retention(ctx: Context): Promise<Retention> {
  signedIn(ctx.viewer);
  authorize(ctx.viewer, 'retention.edit', {});
  return await retentionNow(ctx);
}

/** The same for whoever was authorized already, after what they changed. */
export async function retentionNow(ctx: Context): Promise<Retention> {
  const preview = await previewRetention(ctx);
  const settings = await ctx.db.rows<{ name: RetentionName; changed_at: string; version: number }>(
    'SELECT name, changed_at, version FROM retention_settings',
  );
  const last = await lastRun(ctx.db);
  return {
    rules: preview.map(({ name, days, rows, oldest }) => {
      const bounds = RETENTION_BOUNDS[name];
      const set = settings.find((each) => each.name === name);
      return {
        name,
        days,
        defaultDays: bounds.days,
        minDays: bounds.min,
        maxDays: bounds.max,
        rows,
        oldest,
        changedAt: set?.changed_at ?? null,
        version: set?.version ?? 0,
      };
    }),
    lastRun: last && (await toRun(ctx.db, last)),
    running: (await openRun(ctx.db, ctx.clock.now())) !== null,
  };
}

async function toRun(sql: Sql, run: RetentionRun): Promise<RetentionRunType> {
  const person = run.asked_by
    ? await sql.row<PersonRow>(`SELECT id, handle, display_name FROM people WHERE id = $1 AND status <> 'ERASED'`, [run.asked_by])
    : null;
  return {
    id: toGlobalId('RetentionRun', run.id),
    askedAt: run.asked_at,
    askedBy: person && toPerson(person),
    finishedAt: run.finished_at,
    removed: Object.entries(run.removed).map(([name, rows]) => ({ name: name as RetentionName, rows })),
  };
}
