import { authorize, signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Sql, Tx } from '../../platform/database/database.js';
import { lookAt } from '../../platform/database/sight.js';
import { translator } from '../../platform/i18n/translate.js';
import { toGlobalId } from '../../platform/ids.js';
import { exportRow, presentExport } from '../reports/index.js';
import type { Purpose } from './classification.js';
import { classification } from './columns/index.js';
import { PERSONAL } from './exports/personal-export.queries.js';
import { heldCounts } from './personal-data.js';
import type { HeldData, PendingErasure, PrivacyCentre } from './privacy.types.js';
import { retentionDays, type RetentionDays } from './retention/rules.js';
import { privacyWords, purposeWords } from './words/index.js';

/** What is held about the viewer. @throws Refusal UNAUTHENTICATED */
export function privacy(ctx: Context): Promise<PrivacyCentre> {
  const me = signedIn(ctx.viewer);
  authorize(ctx.viewer, 'profile.own', { ownerId: me });
  return ctx.db.transaction((tx) => privacyOf(ctx, me, tx));
}

/** The same for whoever was authorized already; one's own rows of the audit log and files are behind the second wall. */
export async function privacyOf(ctx: Context, personId: string, sql: Tx): Promise<PrivacyCentre> {
  await lookAt(sql, 'all');
  const held = await heldCounts(sql, classification, personId);
  const days = await retentionDays(sql);
  const erasure = await sql.row<{ id: string; requested_at: string; due_at: string; withdraws_words: boolean }>(
    'SELECT id, requested_at, due_at, withdraws_words FROM erasures WHERE person_id = $1 AND cancelled_at IS NULL AND done_at IS NULL',
    [personId],
  );
  return {
    held: held.map((each) => toHeld(ctx, each, days)),
    ...(await latestExport(ctx, personId, sql, days.exports)),
    erasure: erasure && toErasure(erasure),
  };
}

function toHeld(ctx: Context, { purpose, count }: { purpose: Purpose; count: number }, days: RetentionDays): HeldData {
  return { purpose, count, ...purposeWords(translator(privacyWords, ctx.lang), purpose, days) };
}

function toErasure(row: { id: string; requested_at: string; due_at: string; withdraws_words: boolean }): PendingErasure {
  return { id: toGlobalId('Erasure', row.id), requestedAt: row.requested_at, dueAt: row.due_at, withdrawsWords: row.withdraws_words };
}

async function latestExport(
  ctx: Context,
  personId: string,
  sql: Sql,
  days: number,
): Promise<Pick<PrivacyCentre, 'export' | 'exportUntil'>> {
  const kept = days * 86_400_000;
  const latest = await sql.row<{ id: string; finished_at: string | null }>(
    `SELECT id, finished_at FROM exports WHERE requested_by = $1 AND kind = $2 AND state <> 'CANCELLED' AND (finished_at IS NULL OR finished_at > $3)
     ORDER BY requested_at DESC, id DESC LIMIT 1`,
    [personId, PERSONAL, new Date(ctx.clock.now().getTime() - kept)],
  );
  const row = latest && (await exportRow(sql, latest.id));
  return {
    export: row && presentExport(row),
    exportUntil: latest?.finished_at ? new Date(Date.parse(latest.finished_at) + kept).toISOString() : null,
  };
}
