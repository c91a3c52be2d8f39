import { NOW, TODAY, VIEWER } from './viewer.mjs';

const ROOT = `WITH ${VIEWER}, root AS MATERIALIZED (
    SELECT t.*, v.person_id, n.slug AS n_slug, n.name AS n_name, n.lang AS n_lang, t.network_id = ANY(v.suspended) AS suspended,
      (t.network_id = ANY(v.networks) OR t.network_id = ANY(v.scopes) OR c.path && v.scopes) AND NOT t.network_id = ANY(v.suspended) AS writes,
      v.everything OR t.network_id = ANY(v.scopes) OR c.path && v.scopes AS decides
    FROM v JOIN networks n ON n.slug = $4 JOIN threads t ON t.network_id = n.id AND t.no = $5 JOIN territories c ON c.id = t.county_id
    WHERE t.merged_into IS NULL AND (v.everything OR t.network_id = ANY(v.networks) OR t.network_id = ANY(v.scopes) OR c.path && v.scopes)
      AND (t.visibility = 'VISIBLE' OR t.author_id = v.person_id OR v.everything OR t.network_id = ANY(v.scopes) OR c.path && v.scopes)
  )`;
const HEAD = `SELECT r.id, r.no, r.title, r.lang, r.kind, r.visibility, r.posts_count, r.created_at, r.slug, r.n_slug, r.n_name, r.writes, r.decides, r.locked, r.author_id = r.person_id, ap.id,
    r.first_reply_at, r.n_lang, r.network_id, r.last_post_no, ap.no, r.accepted_at, d.last_read_no, d.read_at, r.pinned, r.version, r.suspended,
    CASE WHEN r.locked OR r.visibility <> 'VISIBLE' THEN (SELECT m.reason FROM moderation_decisions m WHERE m.subject_type = 'Thread' AND m.subject_id = r.id ORDER BY m.seq DESC LIMIT 1) END,
    coalesce((SELECT max(m.seq) FROM moderation_decisions m WHERE m.subject_type = 'Thread' AND m.subject_id = r.id), 0),
    r.locked_until, r.pinned_until, r.slow_seconds, tc.id, tc.name, su.body, su.body_html, su.written_at, su.version, sa.id, sa.handle, sa.display_name, NULL, NULL, NULL, NULL, NULL, r.change_no, NULL, NULL
  FROM root r LEFT JOIN posts ap ON ap.id = r.accepted_post_id AND ap.thread_id = r.id AND ap.visibility = 'VISIBLE' AND ap.withdrawn_at IS NULL LEFT JOIN thread_reads d ON d.person_id = r.person_id AND d.thread_id = r.id
    LEFT JOIN thread_categories tc ON tc.id = r.category_id LEFT JOIN thread_summaries su ON su.thread_id = r.id LEFT JOIN people sa ON sa.id = su.written_by`;
/** Where the author worked when writing: kept with the post, and as it would be looked up by who keeps nothing. */
const KEPT = { profession: 'p.author_profession', school: 'p.author_school', joins: '' };
const LOOKED_UP = {
  profession: 'w.profession',
  school: 's.name',
  joins: `LEFT JOIN LATERAL (
    SELECT m.school_id, af.profession FROM memberships m LEFT JOIN affiliations af ON af.person_id = m.person_id AND af.school_id = m.school_id AND af.state <> 'ENDED'
    WHERE m.person_id = p.author_id AND m.network_id = p.network_id AND m.joined_at IS NOT NULL ORDER BY m.joined_at DESC, m.id, af.starts_on DESC, af.id LIMIT 1) w ON true
  LEFT JOIN schools s ON s.id = w.school_id`,
};

/** Posts, filled up to the width of the head; `root` says who reads them. */
const post = (
  work,
) => `SELECT p.id, p.no, p.body_html, p.lang, ${work.profession}, p.visibility, CASE WHEN r.decides THEN (SELECT count(*)::int FROM flags f WHERE f.subject_type = 'Post' AND f.subject_id = p.id AND f.resolved_by IS NULL) ELSE 0 END,
    p.created_at, a.handle, a.display_name, ${work.school}, p.withdrawn_at IS NULL, NULL, NULL, p.author_id = r.person_id, p.author_id,
    p.edited_at, CASE WHEN p.visibility <> 'VISIBLE' AND (r.decides OR p.author_id = r.person_id) THEN (SELECT m.reason FROM moderation_decisions m WHERE m.subject_type = 'Post' AND m.subject_id = p.id ORDER BY m.seq DESC LIMIT 1) END,
    NULL, p.version, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    p.thanks_count, p.agree_count, p.idea_count, to_json(ARRAY(SELECT pr.kind FROM post_reactions pr WHERE pr.post_id = p.id AND pr.person_id = r.person_id ORDER BY pr.kind)),
    EXISTS (SELECT 1 FROM saved_posts sp WHERE sp.person_id = r.person_id AND sp.post_id = p.id), NULL, p.has_poll,
    CASE WHEN p.attachments_count > 0 THEN (SELECT json_agg(pa ORDER BY pa.position) FROM post_attachments pa WHERE pa.post_id = p.id) ELSE '[]' END
  FROM root r JOIN LATERAL (SELECT * FROM posts p WHERE p.thread_id = r.id AND p.no > $7 ORDER BY p.no LIMIT $6) p ON true JOIN people a ON a.id = p.author_id
  ${work.joins}`;

/** What the page reads, in one statement. */
export const SQL = `${ROOT}
  ${HEAD}
  UNION ALL
  ${post(KEPT)}`;

/** The same in two, for servers that resolve the thread and its posts apart. Parameters of the second: thread, viewer, whether the viewer decides, after, limit. */
export const THREAD_ALONE = `${ROOT}
  ${HEAD}`;
export const POSTS_ALONE = `WITH root AS (SELECT $1::uuid AS id, $2::uuid AS person_id, $3::boolean AS decides)
  ${post(LOOKED_UP).replace('$7', '$4').replace('$6', '$5')}`;

const json = JSON.stringify;
const quoted = (value) => (value === null ? 'null' : `"${value}"`);

/** The label of the category, from the head. */
const categoryText = (r) =>
  r[33] === null ? 'null' : `{"id":"ThreadCategory_${r[32]}","name":${json(r[33])},"__typename":"ThreadCategoryLabel"}`;
/** The coordinator's summary, from the head. */
const summaryText = (r) =>
  r[38] === null
    ? 'null'
    : `{"body":${json(r[34])},"html":${json(r[35])},"writtenAt":"${r[36]}","version":${r[37]},"writtenBy":{"id":"Person_${r[38]}","handle":${json(r[39])},"displayName":${json(r[40])},"__typename":"Person"},"__typename":"ThreadSummary"}`;

/** The thread page: thread, 50 posts with authors, what the viewer may do. For members and coordinators, who read every post that is not removed. */
export async function thread({ variables, token, rows, seal }) {
  const after = variables.page ? variables.page * 50 : 0;
  const found = await rows('thread', SQL, [token, TODAY, NOW, variables.network, variables.no, 51, after]);
  const [r] = found;
  const posts = found.slice(1, 51);
  const visible = r[5] === 'VISIBLE';
  const [writes, decides, locked, suspended] = [r[11], r[12], r[13], r[26]];
  const refusal = !visible ? 'HIDDEN' : locked ? 'LOCKED' : writes ? null : suspended ? 'SUSPENDED' : 'NOT_MEMBER';
  const accept = r[4] === 'QUESTION' && visible && !suspended && (decides || r[14]);
  let text = `{"data":{"thread":{"id":"Thread_${r[0]}","no":${r[1]},"slug":"${r[8]}","title":${json(r[2])},"lang":"${r[3]}","kind":"${r[4]}","state":"${!visible ? 'HIDDEN' : locked ? 'LOCKED' : 'OPEN'}","locked":${locked},"pinned":${r[24]},"lockedUntil":${quoted(r[29])},"pinnedUntil":${quoted(r[30])},"slowSeconds":${r[31]},"category":${categoryText(r)},"createdAt":"${r[7]}","postsCount":${r[6]},"lastPostNo":${r[19]},"changeNo":${r[46]},"firstReplyAt":${quoted(r[16])},"acceptedPostNo":${r[20]},"acceptedAt":${r[15] ? quoted(r[21]) : 'null'},"lastReadNo":${r[22] ?? 0},"lastReadAt":${quoted(r[23])},"stateReason":${json(r[27])},"decisionSeq":${r[28]},"version":${r[25]},"network":{"id":"Network_${r[18]}","slug":"${r[9]}","name":${json(r[10])},"lang":"${r[17]}","__typename":"Network"},"viewerCan":{"reply":${writes && !locked && visible},"replyRefusal":${quoted(refusal)},"accept":${accept},"moderate":${decides && !r[14]},"readLog":${decides},"summarise":${decides},"__typename":"ThreadViewerCan"},"summary":${summaryText(r)},"posts":{"edges":[`;
  for (let i = 0; i < posts.length; i++) {
    const p = posts[i];
    const [mine, kept] = [p[14], p[11]];
    const open = p[5] === 'VISIBLE' && kept;
    const edit = mine && kept && p[5] !== 'REMOVED' && !locked && !suspended;
    text += `${i ? ',' : ''}{"node":{"id":"Post_${p[0]}","no":${p[1]},"state":"${p[5] === 'VISIBLE' && !kept ? 'WITHDRAWN' : p[5]}","author":{"id":"Person_${p[15]}","handle":${json(p[8])},"displayName":${json(p[9])},"__typename":"Person"},"authorProfession":${quoted(p[4])},"authorSchool":${json(p[10])},"lang":"${p[3]}","html":${json(p[2])},"createdAt":"${p[7]}","editedAt":${quoted(p[16])},"accepted":${p[0] === r[15]},"hasPoll":${p[47]},"hiddenReason":${json(p[17])},"pendingFlags":${p[6]},"saved":${p[45]},"reactions":{"thanks":${p[41]},"agree":${p[42]},"idea":${p[43]},"mine":${json(p[44])},"__typename":"PostReactions"},"attachments":${json(p[48])},"version":${p[19]},"viewerCan":{"edit":${edit},"withdraw":${edit && p[1] > 1},"report":${open && !mine && writes},"react":${open && !mine && writes},"accept":${open && p[1] > 1 && accept},"moderate":${decides && !mine},"__typename":"PostViewerCan"},"__typename":"Post"},"__typename":"PostEdge"}`;
  }
  const last = posts.at(-1);
  return `${text}],"pageInfo":{"hasNextPage":${found.length > 51},"hasPreviousPage":${after > 0},"startCursor":${posts[0] ? json(seal([posts[0][1]])) : 'null'},"endCursor":${last ? json(seal([last[1]])) : 'null'},"__typename":"PageInfo"},"__typename":"PostConnection"},"__typename":"Thread"}}}`;
}
