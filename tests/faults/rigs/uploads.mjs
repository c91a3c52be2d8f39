// Files made to do harm, through the one door for files.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Client } from '../lib/client.mjs';
import { mb, memoryOf } from '../lib/memory.mjs';
import { draftOf, playHostile, playLarge, watchMemory } from '../lib/resource-files.mjs';

export const title = 'Hostile uploads';

const HEAD = 'code,name,street,number,postal_code,city,level\n';
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const RUN = 'query($id: ID!) { importRun(id: $id) { id state } }';

/** Contents, each under a name of its own. */
function hostile(isShort) {
  const megabytes = isShort ? 8 : 60;
  return {
    'bomb.csv.gz': gzipSync(Buffer.alloc(megabytes * 4_000_000, 'a,b\n')),
    'line.csv': Buffer.alloc(megabytes * 1_000_000, 'x'),
    'commas.csv': Buffer.concat([Buffer.from(HEAD), Buffer.alloc(megabytes * 500_000, ',')]),
    'quotes.csv': Buffer.concat([Buffer.from(`${HEAD}"`), Buffer.alloc(megabytes * 500_000, '""')]),
    'rows.csv': Buffer.concat([Buffer.from(HEAD), Buffer.alloc(megabytes * 500_000, '\n')]),
    'nothing.csv': Buffer.alloc(0),
    'zeros.csv': Buffer.alloc(1_000_000),
    'polyglot.csv': Buffer.from(`${HEAD}1,"<html><script>alert(1)</script>",a,1,1,b,PRIMARY\n`),
    'polyglot.png.csv': Buffer.concat([PNG, Buffer.from(`\n${HEAD}1,a,a,1,1,b,PRIMARY\n`)]),
    'polyglot.pdf': Buffer.from(`%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n${HEAD}`),
    'scripted.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'),
    'utf-16.csv': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(HEAD, 'utf16le'), Buffer.from([0x00, 0xd8])]),
    '../../../../stoa-traversal.csv': Buffer.from(HEAD),
    '..\\..\\stoa-traversal.csv': Buffer.from(HEAD),
    '/etc/stoa-traversal.csv': Buffer.from(HEAD),
    'a\u0000b.csv': Buffer.from(HEAD),
    'a\u202egpj.csv': Buffer.from(HEAD),
    'CON.csv': Buffer.from(HEAD),
    ['n'.repeat(5_000)]: Buffer.from(HEAD),
    '"; filename="evil.html': Buffer.from(HEAD),
    'a\r\nset-cookie: a=b.csv': Buffer.from(HEAD),
  };
}

export async function play({ world, report, isShort }) {
  const { database, dataDir } = await world.copy();
  const program = await world.program({ database, dataDir });
  const admin = await Client.signedIn(program.url, 'admin', { patience: 120_000 });
  const before = memoryOf(program.pid);
  let highest = before;
  const watching = setInterval(() => (highest = Math.max(highest, memoryOf(program.pid))), 50);
  const files = new Set(outside(world.folder, dataDir));
  const found = { answers: [], broken: [], states: new Map() };
  for (const [name, content] of Object.entries(hostile(isShort))) {
    const path = `/imports?kind=schools&name=${encodeURIComponent(name)}`;
    const reply = await admin
      .send({ method: 'POST', path, headers: { 'content-type': 'text/csv' }, body: content })
      .catch((error) => ({ status: 0, text: error.message }));
    found.answers.push(`${JSON.stringify(name.slice(0, 30))}: ${reply.status}`);
    if (reply.status >= 500 || reply.status === 0) found.broken.push(`${name.slice(0, 30)}: ${reply.status} ${reply.text.slice(0, 100)}`);
    if (reply.status !== 201) continue;
    const state = await settled(admin, JSON.parse(reply.text).id);
    found.states.set(name.slice(0, 30), state);
  }
  clearInterval(watching);
  report.row(
    'each is taken or refused in order',
    `${found.answers.length} files, ${found.broken.length} broken`,
    found.broken.length === 0,
  );
  const stuck = [...found.states].filter(([, state]) => state === 'timeout');
  report.row('each is looked through to an end', stuck.length === 0 ? `${found.states.size} read` : stuck.join('; '), stuck.length === 0);
  const place = await draftOf(admin, world, database);
  const watch = watchMemory(program.pid);
  await playHostile({ client: admin, world, database, report, place });
  watch.stop();
  report.row(
    'no reader takes more than 450 MB, the program no more than 200 MB in addition',
    `${mb(watch.found.readers)}, ${mb(watch.found.program - watch.found.before)}`,
    watch.found.readers < 450e6 && (isShort || watch.found.program - watch.found.before < 200e6),
  );
  const strayed = outside(world.folder, dataDir).filter((file) => !files.has(file));
  report.row('0 written outside the store', strayed.length === 0 ? 0 : strayed.slice(0, 3).join(), strayed.length === 0);
  const badNames = storeNames(dataDir).filter((name) => !/^[0-9a-f]{2}$|^[0-9a-f]{2}[\\/][0-9a-f]{16,}$/.test(name));
  report.row(
    'the store holds generated names alone',
    badNames.length === 0 ? 'always' : badNames.slice(0, 3).join(),
    badNames.length === 0,
  );
  const served = await rowsServed({ world, database, admin });
  report.row(
    '0 served active: attachment, nosniff, no script',
    `${served.count} downloads, ${served.active.length} active`,
    served.count > 0 && served.active.length === 0,
  );
  const large = await draftOf(admin, world, database);
  await playLarge({ client: admin, report, place: large, bytes: isShort ? 64e6 : 1e9, pid: program.pid });
  report.row('memory grows by no more than 150 MB', mb(highest - before), isShort || highest - before <= 150e6);
  const health = await admin.send({ path: '/readyz' });
  report.row('the program is ready afterwards', health.status, health.status === 200);
  for (const line of [...found.answers, ...found.broken, ...served.active]) report.note(line);
  report.note(`ends: ${[...found.states].map(([name, state]) => `${JSON.stringify(name)} ${state}`).join(', ')}`);
  admin.close();
  await program.stop();
}

/** How an import ends. */
async function settled(admin, id) {
  for (const deadline = performance.now() + 90_000; performance.now() < deadline; await wait(100)) {
    const { importRun } = await admin.data(RUN, { id });
    if (!['CHECKING', 'IMPORTING'].includes(importRun?.state)) return importRun?.state;
  }
  return 'timeout';
}

/** Files of the rig's folder that lie outside the store of the program, and of temporary folders a path could have led to. */
function outside(folder, dataDir) {
  const places = [folder, dirname(folder), '/etc', '/'];
  return places
    .flatMap((place) => readdirSync(place).map((name) => join(place, name)))
    .filter((file) => /stoa-traversal/.test(file) || (file.startsWith(folder) && file !== dataDir && statSync(file).isFile()));
}

function storeNames(dataDir) {
  return readdirSync(join(dataDir, 'files'), { recursive: true }).map(String);
}

/** Downloads every file there is. */
async function rowsServed({ world, database, admin }) {
  const rows = await world.sql(database, 'SELECT id, name FROM files WHERE removed_at IS NULL');
  const active = [];
  let count = 0;
  for (const { id, name } of rows) {
    const { status, headers } = await admin.send({ path: `/files/${id}/${encodeURIComponent(name)}` });
    if (status !== 200) continue;
    count += 1;
    const isSafe =
      (headers['content-disposition'] ?? '').startsWith('attachment;') &&
      headers['x-content-type-options'] === 'nosniff' &&
      !/script-src|unsafe-eval/.test(headers['content-security-policy'] ?? '') &&
      !/html|svg|javascript/.test(headers['content-type'] ?? '');
    if (!isSafe) active.push(`${name}: ${JSON.stringify(headers)}`);
  }
  return { count, active };
}
