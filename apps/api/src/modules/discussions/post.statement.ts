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
  author_handle: string;
  author_name: string;
  author_profession: string | null;
  author_school: string | null;
}

/** School and profession of the membership through which the author of `posts p` writes, whether it lasts or not. */
export const POST_WORK = `LEFT JOIN LATERAL (
      SELECT s.name AS school, af.profession FROM memberships m
      LEFT JOIN schools s ON s.id = m.school_id
      LEFT JOIN affiliations af ON af.person_id = m.person_id AND af.school_id = m.school_id AND af.state <> 'ENDED'
      WHERE m.person_id = p.author_id AND m.network_id = p.network_id AND m.joined_at IS NOT NULL
      ORDER BY m.joined_at DESC, m.id, af.starts_on DESC, af.id LIMIT 1
    ) w ON true`;

/**
 * Posts with their authors.
 * @param where a condition on `p`, with what follows it
 * @param more a further column and the join it comes from
 */
export function postStatement(where: string, more?: { column: string; join: string }): string {
  return `SELECT p.id, p.thread_id, p.no, p.author_id, p.body, p.body_html, p.lang, p.created_at, p.edited_at, p.withdrawn_at IS NOT NULL AS withdrawn, p.visibility, p.has_poll, p.version,
      a.handle AS author_handle, a.display_name AS author_name, w.profession AS author_profession, w.school AS author_school${more ? `, ${more.column}` : ''}
    FROM posts p JOIN people a ON a.id = p.author_id ${more?.join ?? ''}
    ${POST_WORK}
    WHERE ${where}`;
}
