// Disks that are full: the one of files, and the one of the database.
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../../../apps/api/dist/platform/database/embedded/index.js';
import { startStoa } from '../../support/stoa-process.mjs';
import { Client } from '../lib/client.mjs';
import { ms } from '../lib/figures.mjs';
import { groundOf, persist, replyOf } from '../lib/keyed.mjs';
import { signUp } from '../lib/sign-up.mjs';
import { openSmallDisk } from '../lib/small-disk.mjs';
import { RIG_ENV } from '../lib/world.mjs';

export const title = 'Disk full';

const READ = '{ networks(first: 5) { edges { node { id } } } }';
/** How long the database's disk stays full: long enough for jobs to fail, and to be noted as failed, several times. */
const FULL_MS = 8_000;

export async function play({ world, report }) {
  const disk = openSmallDisk(join(world.folder, 'small'), 6);
  if (!disk) return report.skip('only root on Linux can make small disks');
  try {
    await files({ world, report, disk });
  } finally {
    disk.close();
  }
  const large = openSmallDisk(join(world.folder, 'large'), 300);
  try {
    await database({ world, report, disk: large });
  } finally {
    large.close();
  }
}

/** The disk of files: an upload finds no room, everything else goes on. */
async function files({ world, report, disk }) {
  const { database: name, dataDir } = await world.copy();
  rmSync(join(dataDir, 'files'), { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  symlinkSync(disk.folder, join(dataDir, 'files'));
  const program = await world.program({ database: name, dataDir });
  const admin = await Client.signedIn(program.url, 'admin');
  const coordinator = await Client.signedIn(program.url, 'coordinator.ict');
  const upload = (bytes) =>
    admin
      .send({
        method: 'POST',
        path: '/imports?kind=schools&name=schools.csv',
        headers: { 'content-type': 'text/csv' },
        body: `code,name\n${'1,A school of many letters\n'.repeat(bytes / 26)}`,
      })
      .catch((error) => ({ status: 0, text: error.message }));
  const full = await upload(20_000_000);
  report.row(
    'an upload without room is refused as STORAGE_FULL',
    `${full.status} ${full.text.slice(0, 60)}`,
    full.status === 507 && full.text.includes('STORAGE_FULL'),
  );
  const left = readdirSync(disk.folder, { recursive: true }).filter((each) => String(each).endsWith('.part'));
  report.row('no half file is left', left.length, left.length === 0);
  disk.fill();
  const second = await upload(200_000);
  const read = await coordinator.ask(READ);
  const ground = await groundOf({ admin, coordinator });
  const written = await persist(coordinator, replyOf('disk full', ground.threads[0]));
  report.row(
    'reads and writes of the database go on',
    `${second.status} for an upload, ${read.status} for a read, a reply in ${written.attempts} attempt`,
    second.status === 507 && read.status === 200 && written.attempts === 1,
  );
  disk.free();
  const again = await upload(200_000);
  report.row('uploads work again when space is freed', again.status, again.status === 201);
  for (const client of [admin, coordinator]) client.close();
  await program.stop();
}

/** The disk of the database: what was acknowledged stays, and it recovers by itself when there is room. No mail leaves, so jobs fail all the time. */
async function database({ world, report, disk }) {
  const server = await startEmbedded({
    dataDir: join(disk.folder, 'postgres'),
    log: (line) => report.note(`the database’s keeper: ${line}`),
    settings: { max_wal_size: '64MB', min_wal_size: '32MB' },
  });
  const ask = async (text) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    return (await client.query(text).finally(() => client.end())).rows;
  };
  const program = await startStoa({
    dataDir: join(world.folder, 'large-files'),
    env: { ...RIG_ENV, STOA_DEMO: 'off', DATABASE_URL: server.url, SMTP_URL: 'smtp://127.0.0.1:1', TRUST_PROXY: '1' },
  });
  try {
    if (!program.url) throw new Error(`The program did not start:\n${program.output()}`);
    await fillUp({ report, disk, program, ask });
  } finally {
    await program.stop();
    await server.stop();
  }
}

async function fillUp({ report, disk, program, ask }) {
  const acknowledged = [];
  const answers = new Map();
  let number = 0;
  const next = async () => {
    number += 1;
    const reply = await signUp(program.url, `disk${number}@example.org`, number, 5_000);
    const code = /"code":"([A-Z_]+)"/.exec(reply.text)?.[1] ?? (reply.isTaken ? 'taken' : `${reply.status} ${reply.text.slice(0, 60)}`);
    answers.set(code, (answers.get(code) ?? 0) + 1);
    if (reply.isTaken) acknowledged.push(number);
    return reply.isTaken;
  };
  while (number < 50) await next();
  const before = acknowledged.length;
  // A new file of the write-ahead log, so that it is the tables that find no room.
  await ask('CHECKPOINT');
  await ask('SELECT pg_switch_wal()');
  await next();
  disk.fill(4096);
  const full = () => answers.has('STORAGE_FULL') || answers.has('UNAVAILABLE');
  while (number < 3_000 && !full()) await next();
  for (const until = performance.now() + FULL_MS; performance.now() < until; await wait(50)) await next();
  const read = await new Client(program.url).ask(READ).catch((error) => ({ status: error.message }));
  const said = [...answers].map(([code, n]) => `${code} ${n}`).join(', ');
  disk.free();
  const began = performance.now();
  let isTaken = await next();
  while (!isTaken && performance.now() - began < 60_000) {
    await wait(100);
    isTaken = await next();
  }
  report.row(
    'a full disk of the database is answered by STORAGE_FULL or UNAVAILABLE',
    said,
    full() && [...answers.keys()].every((code) => ['taken', 'STORAGE_FULL', 'UNAVAILABLE'].includes(code)),
  );
  report.row('reads go on', read.status, read.status === 200);
  report.row('it recovers by itself when space is freed', ms(performance.now() - began), isTaken);
  const kept = new Set((await ask("SELECT email FROM account_tokens WHERE email LIKE 'disk%'")).map(({ email }) => email));
  const lost = acknowledged.filter((each) => !kept.has(`disk${each}@example.org`));
  report.row('0 acknowledged lost', `${lost.length} of ${acknowledged.length} (${before} before)`, lost.length === 0);
  const [jobs] = await ask("SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'SignUpRequested'");
  // One whose answer came too late for the client may be there, too.
  report.row(
    'each has its mail waiting',
    `${jobs.n} mails for ${kept.size} kept`,
    jobs.n === kept.size && kept.size >= acknowledged.length,
  );
}
