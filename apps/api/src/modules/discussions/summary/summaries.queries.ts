import type { Loader } from '../../../platform/context.js';
import { toPerson } from '../../accounts/index.js';
import type { ThreadSummaryType } from './summary.types.js';

interface SummaryRow {
  thread_id: string;
  body: string;
  body_html: string;
  written_at: string;
  version: number;
  id: string;
  handle: string;
  display_name: string;
}

/** Summaries of threads that the viewer may read; null where there is none. */
export const summaryOfThread: Loader<string, ThreadSummaryType | null> = async (ctx, ids) => {
  const rows = await ctx.db.rows<SummaryRow>(
    `SELECT s.thread_id, s.body, s.body_html, s.written_at, s.version, a.id, a.handle, a.display_name
     FROM thread_summaries s JOIN people a ON a.id = s.written_by WHERE s.thread_id = ANY($1)`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.thread_id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    return row ? { body: row.body, html: row.body_html, writtenBy: toPerson(row), writtenAt: row.written_at, version: row.version } : null;
  });
};
