// Keyed mutations over several connections while the API and PostgreSQL are killed; then every acknowledged one is looked for.
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';
import { ms, randomOf, share } from '../lib/figures.mjs';
import { attempt, bareId, groundOf, persist, replyOf } from '../lib/keyed.mjs';

export const title = 'Nothing acknowledged is lost, nothing is done twice';

const CONNECTIONS = 8;
const THREAD = 'mutation($input: StartThreadInput!) { startThread(input: $input) { thread { id } userErrors { code } } }';
const SCHOOL = 'mutation($input: CreateSchoolInput!) { createSchool(input: $input) { school { id } userErrors { code } } }';

/** The mutation that a number stands for: mostly replies to few threads, so that they wait for each other. */
function mutationOf(number, ground) {
  const mark = `ledger ${String(number).padStart(6, '0')}`;
  const clientMutationId = mark.replace(' ', '-');
  if (number % 10 === 0)
    return {
      as: 'admin',
      query: SCHOOL,
      field: 'createSchool',
      node: 'school',
      input: {
        clientMutationId,
        name: mark,
        lang: 'en',
        level: 'PRIMARY',
        county: ground.county,
        address: { street: 'Long Street', number: String(number), postalCode: '10000', postOffice: 'Harbour', city: 'Harbour' },
      },
    };
  if (number % 10 !== 1) return { as: 'coordinator', ...replyOf(mark, ground.threads[number % ground.threads.length]) };
  return {
    as: 'coordinator',
    query: THREAD,
    field: 'startThread',
    node: 'thread',
    input: { clientMutationId, body: mark, lang: 'en', network: ground.slug, kind: 'DISCUSSION', title: mark },
  };
}

export async function play({ world, report, isShort }) {
  const total = Number(process.env.STOA_TEST_MUTATIONS ?? (isShort ? 200 : 10_000));
  const kills = { api: Math.ceil(total / 500), postgres: Math.ceil(total / 1_000) };
  const { database, dataDir } = await world.copy();
  const start = () => world.program({ database, dataDir });
  let program = await start();
  const people = {
    admin: await Client.signedIn(program.url, 'admin', { sockets: CONNECTIONS, patience: 20_000 }),
    coordinator: await Client.signedIn(program.url, 'coordinator.ict', { sockets: CONNECTIONS, patience: 20_000 }),
  };
  const ground = await groundOf(people);
  const file = join(world.folder, 'ledger.jsonl');
  writeFileSync(file, '');

  const acknowledged = new Map();
  const waiters = new Set();
  const counts = { attempts: 0, repeated: 0, otherId: 0 };
  const random = randomOf(7);
  const settle = (number, id) => {
    acknowledged.set(number, id);
    appendFileSync(file, `${JSON.stringify({ number, id })}\n`);
    for (const told of waiters) told();
    waiters.clear();
  };
  const nextAcknowledged = () => new Promise((resolve) => waiters.add(resolve));
  const until = async (count) => {
    while (acknowledged.size < count) await nextAcknowledged();
  };

  const work = share(total, CONNECTIONS, async (number) => {
    const mutation = mutationOf(number, ground);
    const client = people[mutation.as];
    const { id, attempts } = await persist(client, mutation);
    counts.attempts += attempts;
    settle(number, id);
    // Some clients do not believe it and ask again: they get the same answer.
    if (random() >= 0.05) return;
    const again = await attempt(client, mutation);
    if (again !== null) counts.repeated += 1;
    if (again !== null && again !== id) counts.otherId += 1;
  });

  const plan = [...spread('api', kills.api, total), ...spread('postgres', kills.postgres, total)].toSorted((a, b) => a.at - b.at);
  const times = { api: [], acknowledged: [], postgres: [] };
  const kill = async () => {
    for (const { what, at } of plan) {
      await until(at);
      const began = performance.now();
      if (what === 'api') {
        await program.kill();
        program = await start();
        times.api.push(performance.now() - began);
        for (const client of Object.values(people)) client.base = program.url;
      } else {
        const killed = world.server.pid;
        process.kill(killed, 'SIGKILL');
        // What was on its way is acknowledged yet; the next after the server's return counts.
        while (world.server.pid === killed) await wait(10);
      }
      await nextAcknowledged();
      times[what === 'api' ? 'acknowledged' : 'postgres'].push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all([work, kill()]);
  const seconds = (performance.now() - began) / 1000;

  const found = await rowsOf(world, database);
  const lost = [...acknowledged].filter(([number, id]) => !found.get(number)?.includes(bareId(id)));
  const twice = [...found].filter(([, ids]) => ids.length > 1);
  report.row(`${kills.api} kills of the API, ${kills.postgres} of PostgreSQL in ${total} mutations`, `${plan.length} kills`, true);
  report.row('every mutation is acknowledged in the end', `${acknowledged.size} of ${total}`, acknowledged.size === total);
  report.row('0 acknowledged lost', lost.length, lost.length === 0);
  report.row('0 done twice', twice.length, twice.length === 0);
  report.row('a repeated key gives the same id', `${counts.repeated} repeated, ${counts.otherId} other`, counts.otherId === 0);
  const drift = await driftOf(world, database);
  report.row('counters, audit rows and records agree', drift.length === 0 ? 'no difference' : drift.join('; '), drift.length === 0);
  report.row('the API is ready within 10 s', longest(times.api), isShort || Math.max(...times.api) <= 10_000);
  report.row('the API reconnects to PostgreSQL within 15 s', longest(times.postgres), isShort || Math.max(...times.postgres) <= 15_000);
  report.note(`${total} mutations in ${seconds.toFixed(0)} s over ${CONNECTIONS} connections, ${counts.attempts} attempts`);
  report.note(`from each kill of the API to the next acknowledgement: ${times.acknowledged.map(ms).join(', ')}`);
  report.note(`ready again after each kill of the API: ${times.api.map(ms).join(', ')}`);
  report.note(`from each kill of PostgreSQL to the next acknowledgement: ${times.postgres.map(ms).join(', ')}`);
  for (const client of Object.values(people)) client.close();
  await program.stop();
}

const longest = (times) => `longest ${ms(Math.max(...times))}`;

function spread(what, count, total) {
  // Apart from each other, and never in the last moments: somebody must still be there to see it.
  const shift = what === 'api' ? 1 : 1.5;
  return Array.from({ length: count }, (_, index) => ({ what, at: Math.floor(((index + shift) * total) / (count + 2)) }));
}

/** Everything the ledger made, by its number. */
async function rowsOf(world, database) {
  const rows = await world.sql(
    database,
    `SELECT substr(mark, 8, 6)::int AS number, array_agg(id::text) AS ids FROM (
       SELECT id, body AS mark FROM posts p WHERE body LIKE 'ledger ______' AND no > 1
       UNION ALL SELECT id, title FROM threads WHERE title LIKE 'ledger ______'
       UNION ALL SELECT id, name FROM schools WHERE name LIKE 'ledger ______') r GROUP BY 1`,
  );
  return new Map(rows.map(({ number, ids }) => [number, ids]));
}

/** Where two accounts of the same thing differ. */
async function driftOf(world, database) {
  const rows = await world.sql(
    database,
    `SELECT 'counters of threads' AS what, count(*)::int AS n FROM threads t WHERE last_post_no <> (SELECT max(no) FROM posts p WHERE p.thread_id = t.id)
       OR posts_count <> (SELECT count(*) FROM posts p WHERE p.thread_id = t.id AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL)
     UNION ALL SELECT 'replies without an audit row, or with two', count(*)::int FROM posts p WHERE body LIKE 'ledger ______' AND no > 1
       AND (SELECT count(*) FROM audit_log a WHERE a.subject_id = p.id AND a.act = 'reply') <> 1
     UNION ALL SELECT 'threads without an audit row, or with two', count(*)::int FROM threads t WHERE title LIKE 'ledger ______'
       AND (SELECT count(*) FROM audit_log a WHERE a.subject_id = t.id AND a.act = 'startThread') <> 1
     UNION ALL SELECT 'keys without a result', count(*)::int FROM idempotency_keys WHERE key LIKE 'ledger-%' AND result_id IS NULL`,
  );
  return rows.filter(({ n }) => n > 0).map(({ what, n }) => `${n} ${what}`);
}
