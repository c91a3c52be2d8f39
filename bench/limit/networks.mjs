import { NOW, TODAY, VIEWER } from './viewer.mjs';

/** What the page reads, in one statement; the limit stands in it, since PostgreSQL would plan one with a parameter anew each time. */
export const SQL = `WITH ${VIEWER}
  SELECT n.id, n.slug, n.name, n.lang, n.kind, n.members_count, n.last_activity_at, c.id, c.display_name, t.id, CASE WHEN t.names ? 'en' THEN 'en' ELSE t.lang END, coalesce(t.names ->> 'en', t.names ->> t.lang),
    y.id, y.year, y.state, m.id, m.state
  FROM v JOIN networks n ON $3::timestamptz IS NOT NULL JOIN territories t ON t.id = n.county_id
  LEFT JOIN LATERAL (SELECT p.id, p.display_name FROM appointments a JOIN people p ON p.id = a.person_id WHERE a.scope_id = n.id AND a.role = 'NC' AND a.revoked_at IS NULL
    AND a.starts_on <= $2::date AND (a.ends_on IS NULL OR a.ends_on >= $2::date) ORDER BY a.starts_on DESC, a.id DESC LIMIT 1) c ON true
  LEFT JOIN LATERAL (SELECT y.id, y.year, y.state FROM network_years y WHERE y.network_id = n.id AND y.year <= $4 ORDER BY y.year DESC LIMIT 1) y ON true
  LEFT JOIN LATERAL (SELECT m.id, m.state FROM memberships m WHERE m.network_id = n.id AND m.person_id = v.person_id ORDER BY m.requested_at DESC, m.id DESC LIMIT 1) m ON true
  WHERE n.promoted_at IS NOT NULL OR v.everything OR n.id = ANY(v.networks) OR n.id = ANY(v.scopes) OR t.path && v.scopes
  ORDER BY n.last_activity_at DESC, n.id DESC LIMIT 21`;

const json = JSON.stringify;

/** The list of networks: 20 with kept member count, last activity, coordinator, running year, own membership. */
export async function networks({ variables, token, rows, seal }) {
  const found = await rows('networks', SQL, [token, TODAY, NOW, '2026/27']);
  const shown = found.slice(0, variables.first);
  let text = '{"data":{"networks":{"edges":[';
  shown.forEach((n, i) => {
    const coordinator = n[7] ? `{"id":"Person_${n[7]}","displayName":${json(n[8])},"__typename":"Person"}` : 'null';
    const year = n[12] ? `{"id":"NetworkYear_${n[12]}","year":"${n[13]}","state":"${n[14]}","__typename":"NetworkYear"}` : 'null';
    const own = n[15] ? `{"id":"Membership_${n[15]}","state":"${n[16]}","__typename":"Membership"}` : 'null';
    text += `${i ? ',' : ''}{"node":{"id":"Network_${n[0]}","slug":"${n[1]}","name":${json(n[2])},"lang":"${n[3]}","kind":"${n[4]}","membersCount":${n[5]},"lastActivityAt":"${n[6]}","vacant":${!n[7]},"coordinator":${coordinator},"county":{"id":"Territory_${n[9]}","name":{"lang":"${n[10]}","text":${json(n[11])},"__typename":"LocalName"},"__typename":"Territory"},"year":${year},"membership":${own},"__typename":"Network"},"__typename":"NetworkEdge"}`;
  });
  const last = shown.at(-1);
  return `${text}],"pageInfo":{"hasNextPage":${found.length > variables.first},"endCursor":${last ? json(seal([last[6], last[0]])) : 'null'},"__typename":"PageInfo"},"__typename":"NetworkConnection"}}}`;
}
