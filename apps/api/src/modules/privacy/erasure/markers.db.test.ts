import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { audit } from '../../../platform/database/audit.js';
import { newId } from '../../../platform/ids.js';
import { createLogger } from '../../../platform/logger.js';
import { factories, countyTree } from '../../../testing/factories.js';
import { seedMarkers } from '../../../testing/seed-markers.js';
import { unzip } from '../../../testing/unzip.js';
import { startWorld, type World } from '../../../testing/world.js';
import { readClass } from '../classification.js';
import { classification } from '../columns/index.js';
import { mergeRows } from '../merging/merge-rows.js';
import { erasePerson } from './erase-person.js';
import { erasureListPath } from './erasure-list.js';
import { replayErasures } from './replay.js';

/** Where the law lets a name stand: written down here, and with a reason in the classification. */
const LEGAL_HOLD = ['annual_reports.narrative', 'annual_reports.remarks', 'report_revisions.content'];

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

interface Seeded {
  world: World;
  personId: string;
  markers: string[];
  /** Everything by which the person could be known. */
  trace: RegExp;
  log: string[];
}

/** A person with a marker in every personal column, in files, mails, the queue, and in the words of others. */
async function seeded(personId: string): Promise<Seeded> {
  const world = await startWorld();
  const log: string[] = [];
  const line = new Writable({ write: (chunk, _encoding, done) => (log.push(String(chunk)), done()) });
  world.services.log = createLogger('trace', line);
  const { db, files, mailer } = world.services;
  const make = factories(db);
  const place = await countyTree(db);
  await make.insert('people', {
    id: personId,
    handle: 'zoe',
    display_name: 'Zoe',
    search: 'zoe',
    email: null,
    status: 'ACTIVE',
    lang: 'el',
    created_at: '2026-09-01T08:00:00Z',
  });
  const networkId = await make.network({ countyId: place.countyId });
  await make.member({ networkId, countyId: place.countyId, personId });
  await make.appointment({ personId, role: 'NC', scopeType: 'NETWORK', scopeId: networkId, countyId: place.countyId });
  const markers = await seedMarkers(db, classification, personId);
  const double = await mergedDouble(world, personId);
  const name = `Zoe ${markers.get('people.display_name') ?? ''}`;
  const email = `${markers.get('people.email') ?? ''}@example.org`;
  const upload = await files.put(bytes('content of markfileer'));
  await db.row(`UPDATE files SET storage_key = $2, removed_at = NULL WHERE created_by = $1`, [personId, upload.key]);
  await mailer.send({ to: email, subject: 'Hello', text: `Hello ${name}`, html: '', lang: 'en', key: 'k' });
  await world.services.db.row(`UPDATE people SET status = 'ACTIVE' WHERE id = $1`, [personId]);
  await othersMention(world, { name, email, countyId: place.countyId, networkId });
  await db.row(
    `UPDATE posts SET body = body || ', Zoe markdoubleer, markaddresser@example.org, /people/markhandleer' WHERE author_id <> $1`,
    [personId],
  );
  const words = [...markers.values(), 'markfileer', ...double];
  return { world, personId, markers: words, trace: new RegExp(`(${words.join('|')})(?![0-9])`), log };
}

/** Another account of the same person, which was merged into theirs. @returns what it was known by */
async function mergedDouble(world: World, personId: string): Promise<string[]> {
  const { db } = world.services;
  const make = factories(db);
  const admin = await make.person();
  // The same id in each world of a person.
  const away = `${personId.slice(0, -1)}${personId.endsWith('0') ? '1' : '0'}`;
  const known = { handle: 'markhandleer', display_name: 'Zoe markdoubleer', search: 'markdoubleer', email: 'markaddresser@example.org' };
  await make.insert('people', { ...known, id: away, status: 'ACTIVE', lang: 'el', created_at: '2026-09-02T08:00:00Z' });
  await db.row(`UPDATE people SET status = 'ACTIVE' WHERE id = $1`, [personId]);
  const pair = { keep: personId, away };
  const moment = { at: world.services.clock.now(), today: '2026-11-24', actorId: admin };
  const values = { personId: away, values: { email: 'markauditer' } };
  await db.transaction(async (tx) => {
    const entry = { act: 'changeEmail', subjectType: 'Person', subjectId: away, at: moment.at };
    await audit(tx, { ...entry, actorId: away, personal: values });
    await mergeRows(tx, pair, moment);
  });
  return ['markdoubleer', 'markaddresser', 'markhandleer', 'markauditer'];
}

async function othersMention(world: World, { name, email, countyId, networkId }: Record<string, string>): Promise<void> {
  const { db, files } = world.services;
  const make = factories(db);
  const other = await make.person();
  const at = '2026-09-01T08:00:00Z';
  const common = { county_id: countyId, network_id: networkId, lang: 'en', author_id: other, created_at: at };
  const threadId = await make.insert('threads', {
    ...common,
    id: newId(),
    no: 77,
    slug: 'thanks',
    title: `Thanks to ${name}`,
    kind: 'DISCUSSION',
    last_post_at: at,
    search: 'thanks',
  });
  await make.insert('posts', {
    ...common,
    id: newId(),
    thread_id: threadId,
    no: 1,
    body: `Ask ${name}, ${email}`,
    body_html: `<p>Ask ${name}</p>`,
  });
  await make.insert('annual_reports', {
    id: newId(),
    county_id: countyId,
    owner_type: 'NETWORK',
    owner_id: networkId,
    year: '2025/26',
    lang: 'en',
    state: 'APPROVED',
    figures: '[]',
    figures_as_of: at,
    narrative: JSON.stringify({ summary: `${name} led the year` }),
    created_at: at,
  });
  await exported(world, other, 'log.csv', 'text/csv; charset=utf-8', `at;actor\n${at};${name}\n`);
  await exported(world, other, 'report.pdf', 'application/pdf', `packed: ${name}`);
  await files.delete(await exported(world, other, 'lost.csv', 'text/csv; charset=utf-8', 'gone from the store'));
  await exported(world, other, 'others.csv', 'text/csv; charset=utf-8', `at;actor\n${at};Somebody else\n`);
  const sheet = await files.put(bytes(`name;email\n${name};${email}\n`));
  const runId = newId();
  const file = { mime: 'text/csv', size: 9, sha256: 'x', created_by: other, created_at: at };
  const fileId = await make.insert('files', {
    ...file,
    id: newId(),
    storage_key: sheet.key,
    name: 'people.csv',
    subject_type: 'ImportRun',
    subject_id: runId,
  });
  await make.insert('import_runs', {
    id: runId,
    kind: 'PEOPLE',
    state: 'DONE',
    file_id: fileId,
    encoding: 'utf-8',
    separator: ';',
    headers: JSON.stringify({ preview: [[name, email]] }),
    requested_by: other,
    requested_at: at,
    finished_at: at,
  });
}

/** A finished export of somebody else's. @returns where its content is stored */
async function exported({ services: { db, files } }: World, ownerId: string, name: string, mime: string, content: string): Promise<string> {
  const make = factories(db);
  const at = '2026-09-01T08:00:00Z';
  const { key } = await files.put(bytes(content));
  const exportId = newId();
  const record = { mime, size: 9, sha256: 'x', created_by: ownerId, created_at: at, storage_key: key, name };
  const fileId = await make.insert('files', { ...record, id: newId(), subject_type: 'Export', subject_id: exportId });
  await make.insert('exports', {
    id: exportId,
    kind: 'AUDIT',
    params: '{}',
    state: 'DONE',
    file_id: fileId,
    requested_by: ownerId,
    requested_at: at,
    finished_at: at,
  });
  return key;
}

/** Columns of any table of any schema, and files, in which a trace stands. */
async function found({ world, trace }: Seeded): Promise<string[]> {
  const { db, config } = world.services;
  const columns = await db.rows<{ schema: string; table: string; column: string }>(
    `SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2, 3`,
  );
  const hits: string[] = [];
  for (const { schema, table, column } of columns) {
    const row = await db.row(`SELECT 1 FROM "${schema}"."${table}" WHERE "${column}"::text ~ $1 LIMIT 1`, [
      trace.source.replace('(?![0-9])', '([^0-9]|$)'),
    ]);
    if (row) hits.push(schema === 'public' ? `${table}.${column}` : `${schema}.${table}.${column}`);
  }
  for (const file of readdirSync(config.dataDir, { recursive: true, withFileTypes: true }))
    if (file.isFile() && trace.test(readFileSync(`${file.parentPath}/${file.name}`, 'utf8'))) hits.push(`file ${file.name}`);
  return hits;
}

describe('a marker in each personal field', () => {
  const personId = newId();
  let one: Seeded;
  beforeAll(async () => {
    one = await seeded(personId);
  });
  afterAll(() => one.world.close());

  it('stands in the export, all of them, as JSON and as a page in the person’s language, with the files', async () => {
    const { world, markers } = one;
    const run = world.as(personId);
    const { data } = await run<{ startPersonalExport: { export: { id: string } } }>(
      'mutation { startPersonalExport(input: {}) { export { id state } userErrors { code } } }',
    );
    await world.runJobs();
    const after = await run<{
      privacy: { export: { id: string; state: string; url: string }; held: { purpose: string; count: number }[] };
    }>('{ privacy { export { id state url } held { purpose count } } }');
    expect(after.data.privacy.export).toMatchObject({ id: data.startPersonalExport.export.id, state: 'DONE' });
    const stored = await world.services.db.row<{ storage_key: string }>(
      `SELECT storage_key FROM files WHERE subject_type = 'Export' ORDER BY created_at DESC, id DESC LIMIT 1`,
    );
    const chunks: Buffer[] = [];
    for await (const chunk of await world.services.files.get(stored?.storage_key ?? '')) chunks.push(chunk as Buffer);
    const entries = unzip(Buffer.concat(chunks));
    const text = (name: string) => entries.get(name)?.toString('utf8') ?? '';
    const everything = [...entries.values()].map((content) => content.toString('utf8')).join('\n');
    expect(markers.filter((marker) => !everything.includes(marker))).toEqual([]);
    expect(markers.filter((marker) => marker !== 'markfileer' && !text('data.json').includes(marker))).toEqual([]);
    expect(markers.filter((marker) => marker !== 'markfileer' && !text('data.html').includes(marker))).toEqual([]);
    expect(text('data.html')).toContain('<html lang="el">');
    expect(after.data.privacy.held.every(({ count }) => count > 0)).toBe(true);
  });

  it('is nowhere after erasure but where the law holds it', async () => {
    expect((await found(one)).length).toBeGreaterThan(20);
    await erasePerson(one.world.services, personId, { at: one.world.services.clock.now(), withdrawsWords: true });
    await one.world.runJobs();
    expect(await found(one)).toEqual(['annual_reports.narrative']);
    const { db, config } = one.world.services;
    const left = await db.rows<{ storage_key: string }>(
      `SELECT f.storage_key FROM files f JOIN exports e ON e.file_id = f.id WHERE f.removed_at IS NULL AND f.name = 'others.csv' AND e.state = 'DONE'`,
    );
    expect(left).toHaveLength(1);
    const stored = readdirSync(`${config.dataDir}/files`, { recursive: true }).filter((name) => String(name).length > 30);
    expect(stored.map((name) => String(name).split('/').at(-1))).toEqual([left[0]?.storage_key.split('/').at(-1)]);
    expect(await db.rows(`SELECT error_code, count(*)::int AS n FROM exports WHERE state = 'FAILED' GROUP BY 1`)).toEqual([
      { error_code: 'REMOVED', n: 3 },
    ]);
    expect(one.log.filter((line) => one.trace.test(line))).toEqual([]);
  });

  it('has a list of what the law holds, each with its reason', () => {
    const held = Object.entries(classification).flatMap(([table, { columns, hold }]) =>
      Object.entries(columns).flatMap(([column, value]) => (readClass(value).erasure === 'hold' && hold ? [`${table}.${column}`] : [])),
    );
    expect(held).toEqual(LEGAL_HOLD);
  });

  it('goes again where a backup from before the erasure is restored', async () => {
    const restored = await seeded(personId);
    try {
      copyFileSync(erasureListPath(one.world.services.config), erasureListPath(restored.world.services.config));
      expect((await found(restored)).length).toBeGreaterThan(20);
      expect(await replayErasures(restored.world.services)).toEqual({ listed: 2, erased: 2 });
      expect(await found(restored)).toEqual(['annual_reports.narrative']);
      expect(await replayErasures(restored.world.services)).toEqual({ listed: 2, erased: 0 });
    } finally {
      await restored.world.close();
    }
  });
});
