// A pooler in transaction mode with fewer connections than the program has: each statement may meet a connection that another has used.
import pg from 'pg';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from '../lib/client.mjs';
import { share } from '../lib/figures.mjs';
import { bareId, groundOf, persist, replyOf } from '../lib/keyed.mjs';
import { openOffice } from '../lib/load.mjs';
import { POOLER, startPooler } from '../lib/pooler.mjs';
import { signUp } from '../lib/sign-up.mjs';
import { RIG_ENV } from '../lib/world.mjs';

export const title = 'Behind a pooler in transaction mode';

const SIZE = 4;
const CLI = join(import.meta.dirname, '../../../apps/api/dist/cli.js');

export async function play({ world, report, isShort }) {
  if (!POOLER) return report.skip('this system has no pgbouncer');
  const { database, dataDir } = await world.copy();
  const pooler = await startPooler(world.server.url, join(world.folder, 'pooler'), SIZE);
  const env = { DATABASE_DIRECT_URL: world.urlOf(database), DATABASE_POOLED: 'transaction', TRUST_PROXY: '1', LOG_LEVEL: 'warn' };
  try {
    // The first one migrates and takes the locks of a start; the second works beside it.
    const programs = [];
    for (let n = 0; n < 2; n += 1) programs.push(await world.program({ database, dataDir, port: pooler.port, env }));
    await journey({ world, report, database, url: programs[0].url, other: programs[1].url, isShort });
    await commands({ world, report, dataDir, env: { ...RIG_ENV, ...env, DATABASE_URL: world.urlOf(database, pooler.port) } });
    await leaks({ world, report, database, port: pooler.port });
    const said = programs.map((program) => program.output()).join('\n');
    const odd = said.split('\n').filter((line) => /prepared statement|does not exist|already exists|unnamed|advisory|lock/i.test(line));
    report.row('no program logs a word of lost or foreign session state', odd[0] ?? 'nothing', odd.length === 0);
    await Promise.all(programs.map((program) => program.stop()));
  } finally {
    await world.settle();
    await pooler.stop();
  }
}

/** What people do, at both programs at once: every operation of the load, keyed mutations, a mail. */
async function journey({ world, report, database, url, other, isShort }) {
  const office = await openOffice(url, 1);
  const done = [];
  await office.work(isShort ? 30 : 100, isShort ? 5 : 60, (each) => done.push(each));
  office.close();
  const faults = done.filter(({ status, code }) => status !== 200 || code !== undefined);
  const names = new Set(done.map(({ name }) => name));
  report.row(
    "the interface's own operations, reads and writes, are answered",
    `${done.length} of ${names.size} kinds, ${faults.length} faults ${faults[0]?.code ?? ''}`,
    faults.length === 0 && names.size >= 10,
  );
  const admin = await Client.signedIn(other, 'admin');
  const coordinator = await Client.signedIn(other, 'coordinator.ict', { sockets: 16 });
  const ground = await groundOf({ admin, coordinator });
  const total = isShort ? 100 : 1_000;
  const made = new Map();
  await share(total, 16, async (number) => {
    const mark = `pooled ${number}`;
    made.set(mark, (await persist(coordinator, replyOf(mark, ground.threads[number % ground.threads.length]))).id);
  });
  const rows = await world.sql(database, "SELECT body, array_agg(id::text) AS ids FROM posts WHERE body LIKE 'pooled %' GROUP BY 1");
  const right = rows.filter(({ body, ids }) => ids.length === 1 && ids[0] === bareId(made.get(body))).length;
  report.row(`${total} keyed mutations over ${SIZE} connections: each done once`, `${right} of ${total}`, right === total);
  await signUp(other, 'pooled@example.org', 1);
  const sent = () => world.sql(database, 'SELECT 1 FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts');
  for (const deadline = performance.now() + 30_000; (await sent()).length > 0 && performance.now() < deadline;)
    await new Promise((resolve) => setTimeout(resolve, 50));
  report.row('jobs are taken as they come: nothing due waits', `${(await sent()).length} waiting`, (await sent()).length === 0);
  const ready = await Promise.all([url, other].map((base) => new Client(base).send({ path: '/readyz' })));
  report.row(
    'both are ready',
    ready.map(({ status }) => status).join(', '),
    ready.every(({ status }) => status === 200),
  );
  for (const client of [admin, coordinator]) client.close();
}

/** What operators do beside it. */
async function commands({ report, world, dataDir, env }) {
  const file = join(world.folder, 'pooled.tar.gz');
  for (const args of [['migrate'], ['verify-audit'], ['retention'], ['backup', file]]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      cwd: dataDir,
      env: { PATH: process.env.PATH, ...env, STOA_DATA: dataDir },
      encoding: 'utf8',
    });
    const last = stdout.trim().split('\n').at(-1) ?? '';
    report.row(`stoa ${args[0]}`, status === 0 ? last.replace(file, 'FILE') : `${status}: ${stderr.trim().slice(-200)}`, status === 0);
  }
}

const STATE = `SELECT pg_backend_pid() AS pid,
  (SELECT count(*) FROM pg_prepared_statements)::int AS "prepared statements",
  (SELECT count(*) FROM pg_listening_channels())::int AS "channels",
  (SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory')::int AS "advisory locks",
  (SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema())::int AS "temporary tables",
  (SELECT count(*) FROM pg_cursors)::int AS "cursors",
  coalesce((SELECT string_agg(name || '=' || setting, ' ') FROM pg_settings WHERE source = 'session'
    AND name NOT IN ('TimeZone', 'DateStyle', 'client_encoding', 'standard_conforming_strings', 'application_name')), '') AS settings`;

/** Looks at every connection of the pooler for what the programs left there. Held in transactions at once, none is looked at twice. */
async function leaks({ world, report, database, port }) {
  const clients = Array.from({ length: SIZE }, () => new pg.Client({ connectionString: world.urlOf(database, port) }));
  const found = await Promise.all(
    clients.map(async (client) => {
      await client.connect();
      await client.query('BEGIN');
      return (await client.query(STATE)).rows[0];
    }),
  );
  for (const client of clients) await client.query('ROLLBACK');
  for (const client of clients) await client.end();
  const seen = new Set(found.map(({ pid }) => pid)).size;
  const left = found.flatMap((state) => Object.entries(state).filter(([what, value]) => what !== 'pid' && value !== 0 && value !== ''));
  report.row(
    'no connection of the pooler keeps statements, settings, locks, channels, tables or cursors',
    `${seen} connections, ${left.length === 0 ? 'nothing left' : left.map(([what, value]) => `${what}: ${value}`).join('; ')}`,
    seen === SIZE && left.length === 0,
  );
}
