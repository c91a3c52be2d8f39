// PostGraphile over the same tables, counting on read. It has no rights here, which only favours it.
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';

/** The page shows where a post's author works and what the reader thought of it; for what no column holds, a schema has functions of a row. */
async function addFunctions() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(`
    DROP FUNCTION IF EXISTS posts_author_work; DROP TYPE IF EXISTS post_work; CREATE TYPE post_work AS (school text, profession text);
    CREATE FUNCTION posts_author_work(p posts) RETURNS post_work LANGUAGE sql STABLE AS $$
      SELECT s.name, af.profession FROM memberships m
      LEFT JOIN schools s ON s.id = m.school_id
      LEFT JOIN affiliations af ON af.person_id = m.person_id AND af.school_id = m.school_id AND af.state <> 'ENDED'
      WHERE m.person_id = p.author_id AND m.network_id = p.network_id AND m.joined_at IS NOT NULL
      ORDER BY m.joined_at DESC, m.id, af.starts_on DESC, af.id LIMIT 1 $$`);
  await client.end();
}

await addFunctions();
const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['public'], poolConfig: { max: 16, idleTimeoutMillis: 300_000 } }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});
const serv = pgl.createServ(grafserv);
const server = createServer();
await serv.addTo(server);
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}/graphql`));
