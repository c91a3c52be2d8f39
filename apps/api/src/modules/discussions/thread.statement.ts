import type { Language, ThreadKind, Visibility } from '@stoa/domain';
import type { ThreadFacts } from './discussions.policy.js';

/** A thread's row as every read has it. Times are ISO text. */
export interface ThreadRow extends ThreadFacts {
  id: string;
  county_id: string;
  no: number;
  slug: string;
  title: string;
  lang: Language;
  kind: ThreadKind;
  visibility: Visibility;
  pinned: boolean;
  locked_until: string | null;
  pinned_until: string | null;
  slow_seconds: number;
  category_id: string | null;
  category_name: string | null;
  created_at: string;
  last_post_at: string;
  posts_count: number;
  last_post_no: number;
  change_no: number;
  first_reply_at: string | null;
  accepted_post_id: string | null;
  accepted_post_no: number | null;
  accepted_at: string | null;
  version: number;
  author_handle: string;
  author_name: string;
  last_read_no: number | null;
  last_read_at: string | null;
}

/**
 * The thread $1 in place of all, locked against other writers before anything is joined to it: whoever had to wait for another joins once, by
 * what the thread says then.
 */
export const LOCKED_THREAD = '(SELECT * FROM threads WHERE id = $1 FOR NO KEY UPDATE)';

/**
 * Threads with author, accepted answer, county and how far the viewer read. An accepted answer that is not visible, or not there any
 * more, is none.
 * @param personId an SQL expression of the viewer's id
 * @param where a condition on `t` and `c` (the county), with what follows it
 * @param more further columns and joins of a command, and what stands in place of all threads
 */
export function threadStatement(
  personId: string,
  where: string,
  { columns = '', joins = '', from = 'threads' }: { columns?: string; joins?: string; from?: string } = {},
): string {
  return `SELECT t.id, t.county_id, t.network_id, t.no, t.slug, t.title, t.lang, t.kind, t.author_id, t.created_at, t.last_post_at, t.posts_count, t.last_post_no, t.change_no,
      t.first_reply_at, ap.id AS accepted_post_id, ap.no AS accepted_post_no, CASE WHEN ap.id IS NOT NULL THEN t.accepted_at END AS accepted_at, t.visibility, t.locked, t.pinned, t.locked_until, t.pinned_until, t.slow_seconds, t.merged_into, t.category_id, tc.name AS category_name, t.version, c.path AS county_path,
      a.handle AS author_handle, a.display_name AS author_name, r.last_read_no, r.read_at AS last_read_at${columns}
    FROM ${from} t
    JOIN territories c ON c.id = t.county_id
    JOIN people a ON a.id = t.author_id
    LEFT JOIN posts ap ON ap.id = t.accepted_post_id AND ap.thread_id = t.id AND ap.visibility = 'VISIBLE' AND ap.withdrawn_at IS NULL
    LEFT JOIN thread_categories tc ON tc.id = t.category_id
    LEFT JOIN thread_reads r ON r.person_id = ${personId}::uuid AND r.thread_id = t.id${joins}
    WHERE ${where}`;
}
