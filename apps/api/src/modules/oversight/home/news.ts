import { schoolYearSlug } from '@stoa/domain';
import type { HomeNews } from './home.types.js';
import type { HomeOf } from './items.js';

interface NewsRow {
  kind: HomeNews['kind'];
  title: string;
  lang: string;
  slug: string;
  thread: string | null;
  year: string | null;
  n: number;
}

const MAX = 6;

/**
 * What happened to the person since an instant, in networks that they read now: own answers that were accepted, own reports that were
 * approved, who joined a network they coordinate, and what others wrote. One statement.
 */
export async function newsSince(of: HomeOf, since: Date): Promise<HomeNews[]> {
  const coordinated = of.scopes('NC');
  const networks = [...new Set([...coordinated, ...of.ctx.viewer.memberships.map((m) => m.networkId)])];
  const rows = await of.ctx.db.rows<NewsRow>(
    `SELECT * FROM (
       SELECT 1 AS part, 'ACCEPTED' AS kind, t.title, t.lang, n.slug, t.no || '-' || t.slug || '#p' || p.no AS thread, NULL AS year, 1 AS n, t.accepted_at AS at
       FROM posts p JOIN threads t ON t.id = p.thread_id AND t.accepted_post_id = p.id JOIN networks n ON n.id = t.network_id
       WHERE p.author_id = $1 AND t.author_id <> $1 AND t.accepted_at > $2 AND t.visibility = 'VISIBLE' AND n.id = ANY($3::uuid[])
       UNION ALL
       SELECT 2, 'APPROVED', n.name, n.lang, n.slug, NULL, r.year, 1, r.decided_at FROM annual_reports r JOIN networks n ON n.id = r.owner_id
       WHERE r.submitted_by = $1 AND r.state IN ('APPROVED', 'PUBLISHED') AND r.decided_at > $2 AND n.id = ANY($4::uuid[])
       UNION ALL
       SELECT 3, 'JOINED', n.name, n.lang, n.slug, NULL, NULL, count(*)::int, max(m.joined_at) FROM memberships m JOIN networks n ON n.id = m.network_id
       WHERE m.network_id = ANY($4::uuid[]) AND m.state = 'ACTIVE' AND m.joined_at > $2 AND m.person_id <> $1 GROUP BY n.id
       UNION ALL
       SELECT 4, 'POSTS', n.name, n.lang, n.slug, NULL, NULL, count(*)::int, max(p.created_at) FROM posts p JOIN threads t ON t.id = p.thread_id JOIN networks n ON n.id = p.network_id
       WHERE p.network_id = ANY($3::uuid[]) AND p.created_at > $2 AND p.author_id <> $1 AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL AND t.visibility = 'VISIBLE' GROUP BY n.id
     ) news ORDER BY part, at DESC, slug LIMIT ${String(MAX)}`,
    [of.personId, since, networks, coordinated],
  );
  return rows.map(({ kind, title, lang, slug, thread, year, n }) => ({
    kind,
    title,
    lang,
    count: n,
    year,
    path: `/networks/${slug}${newsPath(kind, thread, year)}`,
  }));
}

function newsPath(kind: HomeNews['kind'], thread: string | null, year: string | null): string {
  if (kind === 'APPROVED') return `/report/${schoolYearSlug(year ?? '')}`;
  if (kind === 'JOINED') return '/members';
  return thread === null ? '/discussions' : `/discussions/${thread}`;
}
