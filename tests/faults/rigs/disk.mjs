// Disks that are full: the one of files, and the one of the database. Only root can make small disks (Linux); else the rig says so.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbedded } from '../../../apps/api/dist/platform/database/embedded/index.js';
import { startStoa } from '../../support/stoa-process.mjs';
import { Client } from '../lib/client.mjs';
import { ms } from '../lib/figures.mjs';
import { groundOf } from '../lib/keyed.mjs';
import { RIG_ENV } from '../lib/world.mjs';

export const title = 'Disk full';

const SIGN_UP = 'mutation($input: SignUpInput!) { signUp(input: $input) { requested userErrors { code } } }';

export async function play({ world, report, isShort }) {
  const folder = join(world.folder, 'small');
  if (!mount(folder, 6)) {
    report.row('a small disk can be made', 'not here: mounting needs root; run this rig as root on Linux', true);
    return;
  }
  try {
    await files({ world, report, folder });
  } finally {
    unmount(folder);
  }
  if (!isShort) await database({ world, report });
}

/** The disk of files: an upload finds no room, everything else goes on. */
async function files({ world, report, folder }) {
  const { database, dataDir } = await world.copy();
  rmSync(join(dataDir, 'files'), { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  spawnSync('ln', ['-s', folder, join(dataDir, 'files')]);
  const program = await world.program({ database, dataDir });
  const admin = await Client.signedIn(program.url, 'admin');
  const coordinator = await Client.signedIn(program.url, 'coordinator.ict');
  const upload = (bytes) =>
    admin.send({
      method: 'POST',
      path: '/imports?kind=schools&name=schools.csv&county=SOUTHBAY',
      headers: { 'content-type': 'text/csv' },
      body: `code,name\n${'1,A school of many letters\n'.repeat(bytes / 26)}`,
    });
  const full = await upload(20_000_000).catch((error) => ({ status: error.message, text: '' }));
  report.row('an upload without room is refused as STORAGE_FULL', `${full.status} ${full.text.slice(0, 60)}`, full.status === 507);
  const left = readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.part'));
  report.row('no half file is left', left.length, left.length === 0);
  writeFileSync(join(folder, 'filler'), Buffer.alloc(freeIn(folder)));
  const second = await upload(200_000).catch((error) => ({ status: error.message, text: '' }));
  const read = await coordinator.ask('{ networks(first: 5) { edges { node { id } } } }');
  const ground = await groundOf({ admin, coordinator });
  report.row(
    'reads and writes of the database go on',
    `${second.status} for an upload, ${read.status} for a read`,
    second.status === 507 && read.status === 200 && ground.threads.length > 0,
  );
  rmSync(join(folder, 'filler'));
  const again = await upload(200_000);
  report.row('uploads work again when space is freed', again.status, again.status === 201);
  for (const client of [admin, coordinator]) client.close();
  await program.stop();
}

/** The disk of the database: what was acknowledged stays, and it recovers by itself when there is room. */
async function database({ world, report }) {
  const folder = join(world.folder, 'database');
  mount(folder, 300);
  const data = join(world.folder, 'disk-data');
  const server = await startEmbedded({
    dataDir: join(folder, 'postgres'),
    log: () => undefined,
    settings: { max_wal_size: '64MB', min_wal_size: '32MB' },
  });
  const program = await startStoa({ dataDir: data, env: { ...RIG_ENV, STOA_DEMO: 'off', DATABASE_URL: server.url, TRUST_PROXY: '1' } });
  const acknowledged = [];
  const signUp = async (number) => {
    const client = new Client(program.url, { patience: 5_000 });
    try {
      const reply = await client.send({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.${number >> 8}.${number & 255}.1` },
        body: JSON.stringify({
          query: SIGN_UP,
          variables: { input: { email: `disk${number}@example.org`, name: 'D'.repeat(80), lang: 'en' } },
        }),
      });
      if (/"requested":true/.test(reply.text)) acknowledged.push(number);
      return reply;
    } catch (error) {
      return { status: error.message, text: '' };
    } finally {
      client.close();
    }
  };
  try {
    for (let n = 0; n < 50; n += 1) await signUp(n);
    const before = acknowledged.length;
    writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, freeIn(folder) - 4096)));
    const answers = new Map();
    for (let n = 50; n < 3_000 && !answers.has('STORAGE_FULL') && !answers.has('UNAVAILABLE'); n += 1) {
      const reply = await signUp(n);
      const code = /"code":"([A-Z_]+)"/.exec(reply.text)?.[1] ?? reply.status;
      answers.set(code, (answers.get(code) ?? 0) + 1);
    }
    const read = await new Client(program.url)
      .ask('{ networks(first: 5) { edges { node { id } } } }')
      .catch((error) => ({ status: error.message }));
    rmSync(join(folder, 'filler'));
    const began = performance.now();
    let again;
    do {
      await wait(200);
      again = await signUp(9_000 + Math.floor(performance.now() - began));
    } while (!/"requested":true/.test(again.text) && performance.now() - began < 60_000);
    const took = performance.now() - began;
    report.row(
      'a full disk of the database is answered by STORAGE_FULL or UNAVAILABLE',
      [...answers].map(([code, n]) => `${code} ${n}`).join(', '),
      answers.has('STORAGE_FULL') || answers.has('UNAVAILABLE'),
    );
    report.row('reads go on', read.status, read.status === 200);
    report.row('it recovers by itself when space is freed', ms(took), /"requested":true/.test(again.text));
    const { Client: Pg } = (await import('pg')).default;
    const pg = new Pg({ connectionString: server.url });
    await pg.connect();
    const { rows } = await pg.query("SELECT substr(split_part(email, '@', 1), 5)::int AS n FROM account_tokens WHERE email LIKE 'disk%'");
    await pg.end();
    const kept = new Set(rows.map(({ n }) => n));
    const lost = acknowledged.filter((n) => !kept.has(n));
    report.row('0 acknowledged lost', `${lost.length} of ${acknowledged.length} (${before} before)`, lost.length === 0);
  } finally {
    await program.stop();
    await server.stop();
    unmount(folder);
  }
}

function mount(folder, megabytes) {
  if (process.platform !== 'linux') return false;
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  if (status === 0) chmodSync(folder, 0o755);
  return status === 0;
}

function unmount(folder) {
  spawnSync('umount', ['-l', folder], { stdio: 'ignore' });
}

function freeIn(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Number(bavail) * Number(bsize);
}
