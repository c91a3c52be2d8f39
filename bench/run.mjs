// npm run bench [name …] [--quick]: measures Stoa, the limit and the peers in interleaved rounds and prints ratios.
import { deepStrictEqual } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from './lib/database.mjs';
import { dropJobs } from './lib/drop-jobs.mjs';
import { interleave, median, ratios } from './lib/measure.mjs';
import { startProcess } from './lib/processes.mjs';
import { ensurePeers, peerNode } from './lib/peers.mjs';
import { countStatements } from './lib/statements.mjs';
import { benchmarks } from './benchmarks/index.mjs';

const folder = new URL('.', import.meta.url).pathname;
const args = process.argv.slice(2);
const quick = args.includes('--quick');
const names = args.filter((arg) => !arg.startsWith('--'));
const chosen = benchmarks.filter(({ name }) => names.length === 0 || names.includes(name));
if (chosen.length === 0) {
  console.error(`No such benchmark. There are: ${benchmarks.map(({ name }) => name).join(', ')}, web`);
  process.exit(2);
}
const SECRET = 'the secret of the benchmark, nothing else';
/** What a peer counts may lag behind what writers keep: two replies of one moment commit in either order. */
const COUNTED = new Set(['lastActivityAt', 'endCursor']);

/** All servers alike, as `npm start` starts Stoa: room for the young objects of many requests at once. */
const NODE_OPTIONS = '--max-semi-space-size=64';
const rounds = quick ? { rounds: 3, seconds: 3 } : { rounds: 7, seconds: 6 };

const database = await startDatabase(join(folder, 'data'), quick ? 'quick' : 'full');
const stop = [() => database.stop()];
const operations = JSON.parse(readFileSync(join(folder, '..', 'apps', 'web', 'src', 'gql', 'operations.json'), 'utf8'));
const results = [];
try {
  const stoa = await startStoa();
  const limit = await startServer('limit', process.execPath, [join(folder, 'limit', 'server.mjs')]);
  const peers = await startPeers(chosen);
  for (const benchmark of chosen) results.push(await measure(benchmark, { stoa, limit, peers }));
} finally {
  for (const end of stop.reverse()) await end();
}
write(results);
process.exitCode = results.some(({ errors }) => errors > 0) ? 1 : 0;

async function startStoa() {
  const env = {
    DATABASE_URL: database.url,
    SESSION_SECRET: SECRET,
    // One session plays everybody here.
    STOA_REQUEST_BUDGET: '0',
    STOA_DEMO: 'off',
    // What an operation leads to is not what is measured; and what it would do for the limit's posts would be taken from its own share.
    STOA_JOBS: 'off',
    STOA_DATA: join(folder, 'data', 'stoa'),
    PORT: '0',
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    NODE_OPTIONS,
  };
  const server = await startProcess(process.execPath, [join(folder, '..', 'apps', 'api', 'bundle', 'main.js')], env, /ready at (\S+)/);
  stop.push(server.stop);
  return { ...server, url: `${server.url.replace('localhost', '127.0.0.1')}/graphql` };
}

async function startServer(name, node, parameters) {
  const server = await startProcess(
    node,
    parameters,
    { DATABASE_URL: database.url, SESSION_SECRET: SECRET, NODE_ENV: 'production', NODE_OPTIONS },
    /ready (\S+)/,
  );
  stop.push(server.stop);
  return server;
}

async function startPeers(chosenBenchmarks) {
  const wanted = new Set(chosenBenchmarks.flatMap(({ peers = {} }) => Object.keys(peers)));
  if (wanted.size === 0) return {};
  await ensurePeers();
  const started = await Promise.all(
    [...wanted].map(async (name) => [name, await startServer(name, peerNode(), [join(folder, 'peers', `${name}.mjs`)])]),
  );
  return Object.fromEntries(started);
}

/** What Stoa answers must be what the limit answers, to the byte; otherwise the ratio says nothing. */
async function assertSame(benchmark, stoaRequest, limitRequest) {
  if (!limitRequest.same) return;
  const [a, b] = await Promise.all(
    [stoaRequest, limitRequest].map(async ({ url, requests: [first] }) => (await fetch(new URL(first.path ?? '', url), first)).text()),
  );
  if (a.trim() !== b.trim())
    throw new Error(`${benchmark.name}: the limit answers something else.\nStoa:  ${a.slice(0, 1500)}\nlimit: ${b.slice(0, 1500)}`);
}

/** The peer answers the same document with the same data, in whatever order of keys. */
async function assertSameData(benchmark, stoaRequest, peerRequest) {
  const dataOf = async ({ url, requests }) => {
    const answers = [];
    // More than one, since a peer compiles what it is asked again.
    for (const request of requests.slice(0, 5)) {
      const text = await (await fetch(new URL(request.path ?? '', url), request)).text();
      answers.push(JSON.parse(text, (key, value) => (COUNTED.has(key) ? null : value)));
    }
    return answers;
  };
  try {
    deepStrictEqual(await dataOf(peerRequest), await dataOf(stoaRequest));
  } catch (error) {
    throw new Error(`${benchmark.name}: the peer answers something else.\n${error.message}`);
  }
}

async function measure(benchmark, { stoa, limit, peers }) {
  const given = { scale: database.scale, operations, secret: SECRET, url: database.url, folder };
  const context = benchmark.prepare ? await benchmark.prepare(given) : given;
  const servers = {
    stoa: { ...stoa, requests: benchmark.stoa(context) },
    limit: { ...(benchmark.limitIsStoa ? stoa : limit), requests: benchmark.limit(context), same: benchmark.same !== false },
  };
  for (const [name, request] of Object.entries(benchmark.peers ?? {})) servers[name] = { ...peers[name], requests: request(context) };
  for (const server of Object.values(servers)) server.postgres = database.pid;
  await assertSame(benchmark, servers.stoa, servers.limit);
  if (servers.mercurius) await assertSameData(benchmark, servers.stoa, servers.mercurius);
  console.log(`\n${benchmark.name}: ${benchmark.what}`);
  await dropJobs(database.url);
  const sql = await countStatements(database.url, servers.stoa);
  const measured = await interleave(servers, { ...rounds, ...(benchmark.connections && { connections: benchmark.connections }) });
  const row = summarise(benchmark, measured, sql);
  print(row, measured);
  return row;
}

function summarise(benchmark, measured, sql) {
  const best = Object.entries(measured)
    .filter(([name]) => name !== 'stoa' && name !== 'limit')
    .map(([, r]) => median(r, 'rps'));
  const own = median(measured.stoa, 'rps');
  return {
    name: benchmark.name,
    ...ratios(measured.stoa, measured.limit),
    goal: benchmark.goal,
    rps: own,
    p50: median(measured.stoa, 'p50'),
    p99: median(measured.stoa, 'p99'),
    sql,
    sqlGoal: benchmark.sqlGoal,
    nodeMs: median(measured.stoa, 'node'),
    postgresMs: median(measured.stoa, 'postgres'),
    ...(best.length > 0 ? { overFasterPeer: own / Math.max(...best) } : {}),
    errors: Object.values(measured)
      .flat()
      .reduce((sum, { errors }) => sum + errors, 0),
  };
}

function print(row, measured) {
  const verdict = row.ratio >= row.goal ? 'reached' : 'missed';
  console.log(
    `  ratio ${row.ratio.toFixed(2)} [${row.q1.toFixed(2)}–${row.q3.toFixed(2)}], goal ${row.goal} ${verdict}; ${row.sql} SQL statements${row.sqlGoal ? ` (goal ${row.sqlGoal})` : ''}`,
  );
  for (const [name, r] of Object.entries(measured)) {
    const value = (key, digits = 1) => median(r, key).toFixed(digits).padStart(8);
    console.log(
      `  ${name.padEnd(13)} ${value('rps', 0)} op/s  p50 ${value('p50')} ms  p99 ${value('p99')} ms  CPU ${value('node', 2)} ms Node ${value('postgres', 2)} ms PostgreSQL`,
    );
  }
  if (row.overFasterPeer) console.log(`  ${row.overFasterPeer.toFixed(1)} times the faster peer (goal 1.5)`);
  if (row.errors > 0) console.log(`  ${row.errors} errors`);
}

function write(benchmarkRows) {
  const machine = {
    cpus: cpus().length,
    model: cpus()[0]?.model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    scale: quick ? 'quick' : 'full',
  };
  mkdirSync(join(folder, 'results'), { recursive: true });
  writeFileSync(join(folder, 'results', 'latest.json'), `${JSON.stringify({ machine, benchmarks: benchmarkRows }, null, 2)}\n`);
  console.log(`\nWritten to bench/results/latest.json (Node ${process.version}, ${machine.cpus} cores)`);
}
