// Mercurius with jit in its best way: joined statements, prepared once, counting on read as a schema without kept counters must.
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16, idleTimeoutMillis: 300_000 });
const query = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const schema = `
  type Person { id: ID! displayName: String! handle: String! }
  type Network { id: ID! slug: String! name: String! lang: String! purpose: String! membersCount: Int! lastActivityAt: String! coordinator: Person }
  type Post { id: ID! no: Int! bodyHtml: String! lang: String! createdAt: String! editedAt: String visibility: String! author: Person! }
  type Thread { id: ID! no: Int! slug: String! title: String! lang: String! kind: String! createdAt: String! locked: Boolean! pinned: Boolean! author: Person! posts: [Post!]! postsCount: Int! }
  type Query { networks(first: Int!): [Network!]! thread(id: ID!, first: Int!): Thread }
`;

const VIEWER = `
  SELECT p.id FROM sessions s JOIN people p ON p.id = s.person_id WHERE s.token_hash = sha256($1::bytea) AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()`;
const NETWORKS = `
  SELECT n.id, n.slug, n.name, n.lang, n.purpose, n.last_activity_at,
    (SELECT count(*)::int FROM memberships m WHERE m.network_id = n.id AND m.state = 'ACTIVE') AS members, c.id AS c_id, c.display_name AS c_name, c.handle AS c_handle
  FROM networks n LEFT JOIN LATERAL (
    SELECT p.id, p.display_name, p.handle FROM appointments a JOIN people p ON p.id = a.person_id
    WHERE a.scope_id = n.id AND a.role = 'NC' AND a.revoked_at IS NULL AND a.starts_on <= '2026-11-24' AND (a.ends_on IS NULL OR a.ends_on >= '2026-11-24') LIMIT 1) c ON true
  WHERE n.promoted_at IS NOT NULL ORDER BY n.last_activity_at DESC, n.id DESC LIMIT $1`;
const THREAD = `
  SELECT t.*, p.id AS a_id, p.display_name AS a_name, p.handle AS a_handle, (SELECT count(*)::int FROM posts o WHERE o.thread_id = t.id) AS posts
  FROM threads t JOIN people p ON p.id = t.author_id
  WHERE t.id = $1 AND EXISTS (SELECT 1 FROM memberships m JOIN sessions s ON s.person_id = m.person_id
    WHERE m.network_id = t.network_id AND m.state = 'ACTIVE' AND s.token_hash = sha256($2::bytea) AND s.expires_at > clock_timestamp())`;
const POSTS = `
  SELECT o.id, o.no, o.body_html, o.lang, o.created_at, o.edited_at, o.visibility, p.id AS a_id, p.display_name AS a_name, p.handle AS a_handle
  FROM posts o JOIN people p ON p.id = o.author_id WHERE o.thread_id = $1 ORDER BY o.no LIMIT $2`;

const author = (row) => ({ id: row.a_id, displayName: row.a_name, handle: row.a_handle });
const resolvers = {
  Query: {
    async networks(_, { first }, { token }) {
      if (token) await query('viewer', VIEWER, [token]);
      return (await query('networks', NETWORKS, [first])).map((n) => ({
        id: n.id,
        slug: n.slug,
        name: n.name,
        lang: n.lang,
        purpose: n.purpose,
        membersCount: n.members,
        lastActivityAt: n.last_activity_at.toISOString(),
        coordinator: n.c_id && { id: n.c_id, displayName: n.c_name, handle: n.c_handle },
      }));
    },
    async thread(_, { id, first }, { token }) {
      const [[t], posts] = await Promise.all([query('thread', THREAD, [id, token]), query('posts', POSTS, [id, first])]);
      return (
        t && {
          ...t,
          createdAt: t.created_at.toISOString(),
          author: author(t),
          postsCount: t.posts,
          posts: posts.map((o) => ({
            id: o.id,
            no: o.no,
            bodyHtml: o.body_html,
            lang: o.lang,
            createdAt: o.created_at.toISOString(),
            editedAt: o.edited_at?.toISOString() ?? null,
            visibility: o.visibility,
            author: author(o),
          })),
        }
      );
    },
  },
};

const app = Fastify();
await app.register(mercurius, {
  schema,
  resolvers,
  jit: 1,
  graphiql: false,
  context: (request) => ({ token: request.headers.cookie?.split('__Host-stoa=')[1] }),
});
const url = await app.listen({ port: 0, host: '127.0.0.1' });
console.log(`ready ${url}/graphql`);
