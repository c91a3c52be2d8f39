import { NOW, TODAY, VIEWER } from './viewer.mjs';

const SQL = `WITH ${VIEWER}, root AS MATERIALIZED (
    SELECT t.*, v.person_id, a.handle AS author_handle, a.display_name AS author_name,
      (t.network_id = ANY(v.networks) OR t.network_id = ANY(v.scopes) OR c.path && v.scopes) AND NOT t.network_id = ANY(v.suspended) AS writes,
      v.everything OR t.network_id = ANY(v.scopes) OR c.path && v.scopes AS decides
    FROM v JOIN networks n ON n.slug = $4 JOIN threads t ON t.network_id = n.id AND t.no = $5 JOIN territories c ON c.id = t.county_id JOIN people a ON a.id = t.author_id
    WHERE (v.everything OR t.network_id = ANY(v.networks) OR t.network_id = ANY(v.scopes) OR c.path && v.scopes)
      AND (t.visibility = 'VISIBLE' OR t.author_id = v.person_id OR v.everything OR t.network_id = ANY(v.scopes) OR c.path && v.scopes)
  )
  SELECT r.id, r.no, r.title, r.lang, r.kind, r.visibility, r.posts_count, r.created_at, r.author_id, r.author_handle, r.author_name, r.writes, r.decides, r.locked, r.author_id = r.person_id, r.accepted_post_id,
    NULL, NULL, NULL, NULL, NULL, NULL FROM root r
  UNION ALL
  SELECT p.id, p.no, p.body_html, p.lang, NULL, p.visibility, NULL, p.created_at, p.author_id, a.handle, a.display_name, p.withdrawn_at IS NULL, NULL, NULL, p.author_id = r.person_id, NULL,
    p.edited_at, s.name, NULL, NULL, NULL, NULL
  FROM root r JOIN LATERAL (SELECT * FROM posts p WHERE p.thread_id = r.id AND p.no > 0 ORDER BY p.no LIMIT $6) p ON true JOIN people a ON a.id = p.author_id
  LEFT JOIN LATERAL (SELECT m.school_id FROM memberships m WHERE m.person_id = p.author_id AND m.network_id = p.network_id AND m.joined_at IS NOT NULL ORDER BY m.joined_at DESC, m.id LIMIT 1) m ON true
  LEFT JOIN schools s ON s.id = m.school_id`;

const json = JSON.stringify;
const person = (id, handle, name) => `{"id":"Person_${id}","handle":${json(handle)},"displayName":${json(name)},"__typename":"Person"}`;
/** The thread page: thread, 50 posts with authors, what the viewer may do. */
export async function thread({ variables, token, rows, seal }) {
  const found = await rows('thread', SQL, [token, TODAY, NOW, variables.network, variables.no, variables.first + 1]);
  const [r] = found;
  const more = found.length - 1 > variables.first;
  const posts = found.slice(1, variables.first + 1);
  const open = r[5] === 'VISIBLE';
  let text = `{"data":{"thread":{"id":"Thread_${r[0]}","no":${r[1]},"title":${json(r[2])},"lang":"${r[3]}","kind":"${r[4]}","state":"${!open ? 'HIDDEN' : r[13] ? 'LOCKED' : 'OPEN'}","postsCount":${r[6]},"createdAt":"${r[7]}","author":${person(r[8], r[9], r[10])},"viewerCan":{"reply":${r[11] && !r[13] && open},"accept":${r[4] === 'QUESTION' && open && (r[12] || r[14])},"moderate":${r[12] && !r[14]},"__typename":"ThreadViewerCan"},"posts":{"edges":[`;
  let cursor = null;
  for (let i = 0; i < posts.length; i++) {
    const p = posts[i];
    const mine = p[14];
    cursor = seal([p[1]]);
    text += `${i ? ',' : ''}{"cursor":"${cursor}","node":{"id":"Post_${p[0]}","no":${p[1]},"html":${json(p[2])},"lang":"${p[3]}","createdAt":"${p[7]}","editedAt":${p[16] ? `"${p[16]}"` : 'null'},"state":"${p[5]}","accepted":${p[0] === r[15]},"author":${person(p[8], p[9], p[10])},"authorSchool":${json(p[17])},"viewerCan":{"edit":${mine && p[11] && !r[13]},"report":${p[5] === 'VISIBLE' && p[11] && !mine && r[11]},"moderate":${r[12] && !mine},"__typename":"PostViewerCan"},"__typename":"Post"},"__typename":"PostEdge"}`;
  }
  return `${text}],"pageInfo":{"hasNextPage":${more},"endCursor":${json(cursor)},"__typename":"PageInfo"},"__typename":"PostConnection"},"__typename":"Thread"}}}`;
}
