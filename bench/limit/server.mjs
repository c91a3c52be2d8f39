// The limit: node:http, one named statement through pg, and the same bytes. Whatever Stoa does more than this is what a ratio below 1 shows.
import { createServer } from 'node:http';
import pg from 'pg';
import { routes } from './routes.mjs';
import { seal } from './seal.mjs';

const TIMESTAMPTZ = 1184;
const types = {
  getTypeParser: (oid, format) =>
    oid === TIMESTAMPTZ ? (text) => `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : pg.types.getTypeParser(oid, format),
};
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16, idleTimeoutMillis: 300_000, options: '-c timezone=UTC' });

const read = (req) =>
  new Promise((resolve) => {
    let body = '';
    req.on('data', (chunk) => (body += chunk));
    req.on('end', () => resolve(body));
  });

const server = createServer(async (req, res) => {
  const route = routes[req.url.slice(1)];
  const { variables } = JSON.parse(await read(req));
  const token = req.headers.cookie?.slice('__Host-stoa='.length);
  const text = await route({
    variables,
    token,
    rows: async (name, sql, values) => (await pool.query({ name, text: sql, values, types, rowMode: 'array' })).rows,
    pool,
    seal,
  });
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.end(text);
});
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}/`));
