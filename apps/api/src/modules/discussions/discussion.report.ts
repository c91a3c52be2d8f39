import type { FigureTable } from '@stoa/domain';
import type { Sql } from '../../platform/database/database.js';
import { countedSource, type ReportScope } from '../../platform/reporting.js';
import { discussionReportWords } from './discussion.report.words.js';

const THREAD_PATH = `'/networks/' || n.slug || '/discussions/' || t.no || '-' || t.slug`;
const threads = (at: string, condition: string) => `
  SELECT t.id, ${at} AS at, t.title AS label, p.display_name AS detail, ${THREAD_PATH} AS path
  FROM threads t JOIN networks n ON n.id = t.network_id JOIN people p ON p.id = t.author_id
  WHERE t.network_id = period.owner AND t.visibility = 'VISIBLE' AND t.merged_into IS NULL AND t.created_at >= period.since AND t.created_at < period.until AND ${condition}`;

/** Discussions in the annual report. Hidden and removed ones do not count. */
export const discussionReport = countedSource(
  'discussions',
  discussionReportWords,
  [
    { key: 'THREADS', unit: 'THREADS', records: threads('t.created_at', 'true') },
    {
      key: 'POSTS',
      unit: 'POSTS',
      records: `
        SELECT o.id, o.created_at AS at, t.title AS label, p.display_name AS detail, ${THREAD_PATH} || '#p' || o.no AS path
        FROM posts o JOIN threads t ON t.id = o.thread_id JOIN networks n ON n.id = t.network_id JOIN people p ON p.id = o.author_id
        WHERE o.network_id = period.owner AND o.visibility = 'VISIBLE' AND t.visibility = 'VISIBLE' AND o.created_at >= period.since AND o.created_at < period.until`,
    },
    { key: 'QUESTIONS', unit: 'QUESTIONS', records: threads('t.created_at', `t.kind = 'QUESTION'`) },
    {
      key: 'ANSWERED',
      unit: 'QUESTIONS',
      records: threads('t.accepted_at', `t.kind = 'QUESTION' AND t.accepted_post_id IS NOT NULL AND t.accepted_at < period.until`),
    },
    {
      key: 'AUTHORS',
      unit: 'PERSONS',
      records: `
        SELECT p.id, min(o.created_at) AS at, p.display_name AS label, count(*)::text AS detail, '/people/' || p.handle AS path
        FROM posts o JOIN threads t ON t.id = o.thread_id JOIN people p ON p.id = o.author_id
        WHERE o.network_id = period.owner AND o.visibility = 'VISIBLE' AND t.visibility = 'VISIBLE' AND o.created_at >= period.since AND o.created_at < period.until
        GROUP BY p.id`,
    },
  ],
  async (sql, scope) => [await participationBySchool(sql, scope)],
);

/** Members, those of them who wrote, and their posts, by school; people without a school stand last. */
async function participationBySchool(sql: Sql, scope: ReportScope): Promise<FigureTable> {
  const rows = await sql.rows<{ key: string; label: string; members: number; authors: number; posts: number }>(
    `SELECT coalesce(s.id::text, 'none') AS key, coalesce(s.name, '') AS label, count(*)::int AS members,
       count(*) FILTER (WHERE w.posts > 0)::int AS authors, coalesce(sum(w.posts), 0)::int AS posts
     FROM memberships m LEFT JOIN schools s ON s.id = m.school_id
     LEFT JOIN LATERAL (
       SELECT count(*) AS posts FROM posts o JOIN threads t ON t.id = o.thread_id
       WHERE o.network_id = m.network_id AND o.author_id = m.person_id AND o.visibility = 'VISIBLE' AND t.visibility = 'VISIBLE'
         AND o.created_at >= $2 AND o.created_at < $3) w ON true
     WHERE m.network_id = $1 AND m.state IN ('ACTIVE', 'LEFT') AND m.joined_at < $3 AND (m.left_at IS NULL OR m.left_at >= $2)
     GROUP BY s.id ORDER BY s.id IS NULL, s.name, s.id`,
    [scope.ownerId, scope.from, scope.to],
  );
  return {
    key: 'PARTICIPATION',
    columns: ['MEMBERS', 'AUTHORS', 'POSTS'],
    rows: rows.map(({ key, label, members, authors, posts }) => ({ key, label, values: [members, authors, posts], rowsKey: null })),
  };
}
