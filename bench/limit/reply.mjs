import { randomBytes } from 'node:crypto';

/** The same rows as a reply of Stoa writes, in one statement in one transaction; no right is asked, no text is checked. */
const SQL = `
  WITH key AS (
    INSERT INTO idempotency_keys (actor_id, key, operation, body_hash, result_id, created_at) VALUES ($2, $5, 'reply', sha256(convert_to($4, 'UTF8')), $1, $6)
  ), thread AS (
    UPDATE threads SET last_post_no = last_post_no + 1, posts_count = posts_count + 1, last_post_at = $6 WHERE id = $3 RETURNING id, county_id, network_id, last_post_no AS no
  ), post AS (
    INSERT INTO posts (id, county_id, network_id, thread_id, no, author_id, body, body_html, lang, created_at) SELECT $1, county_id, network_id, id, no, $2, $4, '<p>' || $4 || '</p>', 'en', $6 FROM thread
  ), network AS (
    UPDATE networks n SET posts_count = n.posts_count + 1, last_activity_at = greatest(n.last_activity_at, $6) FROM thread WHERE n.id = thread.network_id
  ), read AS (
    INSERT INTO thread_reads (person_id, thread_id, county_id, last_read_no, read_at) SELECT $2, id, county_id, no, $6 FROM thread
    ON CONFLICT (person_id, thread_id) DO UPDATE SET last_read_no = EXCLUDED.last_read_no, read_at = EXCLUDED.read_at
  ), entry AS (
    INSERT INTO audit_log (id, at, actor_id, act, subject_type, subject_id, county_id) SELECT $7, $6, $2, 'reply', 'Post', $1, county_id FROM thread
  )
  SELECT no, graphile_worker.add_job('PostCreated', json_build_object('postId', $1::uuid), max_attempts => 12) IS NULL AS told FROM thread`;

function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Writes a reply. */
export async function reply({ variables: { person, thread, body, key }, pool }) {
  const client = await pool.connect();
  try {
    const id = newId();
    await client.query('BEGIN');
    const { rows } = await client.query({
      name: 'reply',
      text: SQL,
      values: [id, person, thread, body, key, new Date(), newId()],
      rowMode: 'array',
    });
    await client.query('COMMIT');
    return `{"data":{"reply":{"post":{"id":"Post_${id}","no":${rows[0][0]},"__typename":"Post"},"userErrors":[],"__typename":"ReplyPayload"}}}`;
  } finally {
    client.release();
  }
}
