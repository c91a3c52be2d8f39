import type { Language, Visibility } from '@stoa/domain';
import type { PostFacts } from './discussions.policy.js';

/** A post's row as every read has it. Times are ISO text. */
export interface PostRow extends PostFacts {
  id: string;
  thread_id: string;
  body: string;
  body_html: string;
  lang: Language;
  created_at: string;
  edited_at: string | null;
  visibility: Visibility;
  has_poll: boolean;
  version: number;
  attachments_count: number;
  author_handle: string;
  author_name: string;
  author_profession: string | null;
  author_school: string | null;
}

/** What a post `p` has in its own row, as every read has it. */
export const POST_COLUMNS = `p.id, p.thread_id, p.no, p.author_id, p.body, p.body_html, p.lang, p.created_at, p.edited_at, p.withdrawn_at IS NOT NULL AS withdrawn,
  p.visibility, p.has_poll, p.version, p.attachments_count, p.author_profession, p.author_school`;

/**
 * Posts with their authors.
 * @param where a condition on `p`, with what follows it
 * @param more a further column and the join it comes from
 */
export function postStatement(where: string, more?: { column: string; join: string }): string {
  return `SELECT ${POST_COLUMNS}, a.handle AS author_handle, a.display_name AS author_name${more ? `, ${more.column}` : ''}
    FROM posts p JOIN people a ON a.id = p.author_id ${more?.join ?? ''}
    WHERE ${where}`;
}
