import { buffer } from 'node:stream/consumers';
import { audit, eraseAuditPersonal, type AuditEntry } from '../../platform/database/audit.js';
import { newId, toGlobalId } from '../../platform/ids.js';
import { noteVerdict } from '../../platform/audit/verify.js';
import { factories } from '../../testing/factories.js';
import { testMe } from '../../testing/personas.js';
import { startWorld, type World } from '../../testing/world.js';
import { auditExportFile } from './write-export.js';

const EVERYTHING = '00000000-0000-0000-0000-000000000000';
const LOG = `query($first: Int!, $after: String, $filter: AuditFilterInput) { auditLog(first: $first, after: $after, filter: $filter) {
  edges { node { id hasPersonal act at actorErased actor { displayName } subjectType subjectId subject { name path } detail { key value } } } pageInfo { hasNextPage endCursor } } }`;
const EXPORT = `mutation($input: StartAuditExportInput!) { startAuditExport(input: $input) { export { id state url } userErrors { code } } }`;

interface Entry {
  id: string;
  hasPersonal: boolean;
  act: string;
  at: string;
  actorErased: boolean;
  actor: { displayName: string } | null;
  subjectType: string;
  subjectId: string;
  subject: { name: string; path: string } | null;
  detail: { key: string; value: string }[];
}
interface Log {
  auditLog: { edges: { node: Entry }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

describe('the audit log for administrators', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let admin: string;
  let ewa: string;
  let gone: string;
  const thread = newId();
  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    admin = await make.person({ name: 'Ada Admin' });
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: EVERYTHING });
    await world.services.db.row(`UPDATE people SET lang = 'pl' WHERE id = $1`, [admin]);
    ewa = await make.person({ name: '=Ewa; "E"' });
    gone = await make.person({ status: 'ERASED', name: 'Former member' });
    await write({ actorId: ewa, act: 'startThread', subjectType: 'Thread', subjectId: thread, at: new Date('2026-11-20T22:30:00Z') });
    await write({ actorId: gone, act: 'lockThread', subjectType: 'Thread', subjectId: thread, at: new Date('2026-11-21T08:00:00Z') });
    await write({
      actorId: null,
      act: 'resetFactors',
      subjectType: 'Person',
      subjectId: ewa,
      at: new Date('2026-11-21T23:00:00Z'),
      detail: { n: 3 },
    });
  });
  afterAll(() => world.close());

  const write = (entry: AuditEntry) => world.services.db.transaction((tx) => audit(tx, entry));
  const read = async (variables: Record<string, unknown>) => {
    const answer = await world.as(admin)<Log>(LOG, { first: 50, ...variables });
    expect(answer.errors).toBeUndefined();
    return answer.data.auditLog;
  };
  const found = async (filter: Record<string, unknown>) => (await read({ filter })).edges.map(({ node }) => node.act);

  it('shows who did what to what, newest first: by name, as erased, or by nobody', async () => {
    const { edges } = await read({ filter: { to: '2026-11-22' } });
    expect(
      edges.map(({ node: { act, actor, actorErased, subject } }) => [act, actor?.displayName ?? null, actorErased, subject?.path ?? null]),
    ).toEqual([
      ['resetFactors', null, false, expect.stringContaining('/people/')],
      ['lockThread', null, true, null],
      ['startThread', '=Ewa; "E"', false, null],
    ]);
    expect(edges[0]?.node).toMatchObject({ subjectId: toGlobalId('Person', ewa), detail: [{ key: 'n', value: '3' }] });
  });

  it('is searched by person, act, record and days of the installation’s calendar', async () => {
    expect(await found({ actorId: toGlobalId('Person', ewa) })).toEqual(['startThread']);
    expect(await found({ act: 'lockThread' })).toEqual(['lockThread']);
    // Acts of imports have two parts; nobody has imported here.
    expect(await found({ act: 'import.upload' })).toEqual([]);
    expect(await found({ subjectType: 'Thread' })).toEqual(['lockThread', 'startThread']);
    expect(await found({ subjectId: toGlobalId('Thread', thread), act: 'startThread' })).toEqual(['startThread']);
    expect(await found({ subjectId: thread.toUpperCase() })).toEqual(['lockThread', 'startThread']);
    // 00:30 and 01:00 of the next day in Athens.
    expect(await found({ from: '2026-11-21', to: '2026-11-21' })).toEqual(['lockThread', 'startThread']);
    for (const filter of [{ actorId: 'x' }, { act: `'; DROP` }, { subjectId: 'Thread_1' }, { from: '2026-02-30' }, { to: '1' }]) {
      const { errors } = await world.as(admin)(LOG, { first: 1, filter });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST', limit: `filter.${Object.keys(filter)[0] ?? ''}` });
    }
  });

  it('has each search in it once, whatever its pages, with what was looked for', async () => {
    const filter = { subjectType: 'Thread', from: '2026-11-01' };
    const reads = async () => (await read({ filter: { act: 'readAuditLog' } })).edges;
    const before = (await reads()).length;
    const first = await read({ first: 1, filter });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect((await read({ first: 1, filter, after: first.pageInfo.endCursor })).edges[0]?.node.act).toBe('startThread');
    const after = await reads();
    // One for the search, one for the look at the reads before it.
    expect(after.length - before).toBe(2);
    expect(after[0]?.node).toMatchObject({ actor: { displayName: 'Ada Admin' }, subjectType: 'AuditLog' });
    expect(after[0]?.node.detail).toEqual([
      { key: 'from', value: '2026-11-01' },
      { key: 'subjectType', value: 'Thread' },
    ]);
  });

  it('shows values that name a person one entry at a time, notes that they were seen, and has none of who is erased', async () => {
    const PERSONAL = 'query($entryId: ID!) { auditPersonal(entryId: $entryId) { key value } }';
    const values = { before: 'ewa@demo.invalid', after: 'ewa.n@demo.invalid' };
    await write({
      actorId: ewa,
      act: 'changeEmail',
      subjectType: 'Person',
      subjectId: ewa,
      at: new Date('2026-11-23T05:00:00Z'),
      personal: { personId: ewa, values },
    });
    const entry = async () => (await read({ filter: { act: 'changeEmail' } })).edges[0]?.node;
    const seen = async () => (await read({ filter: { act: 'viewContact', subjectId: toGlobalId('Person', ewa) } })).edges.length;
    const personal = async (who: string | null) =>
      world.as(who)<{ auditPersonal: { key: string; value: string }[] }>(PERSONAL, { entryId: (await entry())?.id });
    expect(await entry()).toMatchObject({ hasPersonal: true, detail: [] });
    expect(await seen()).toBe(0);
    expect((await personal(ewa)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect(await seen()).toBe(0);
    expect((await personal(admin)).data.auditPersonal).toEqual([
      { key: 'before', value: 'ewa@demo.invalid' },
      { key: 'after', value: 'ewa.n@demo.invalid' },
    ]);
    expect(await seen()).toBe(1);
    await world.services.db.transaction((tx) => eraseAuditPersonal(tx, ewa));
    expect(await entry()).toMatchObject({ hasPersonal: false });
    expect((await personal(admin)).data.auditPersonal).toEqual([]);
  });

  it('is read by administrators alone', async () => {
    const county = await make.person();
    for (const [who, code] of [
      [county, 'NOT_FOUND'],
      [null, 'UNAUTHENTICATED'],
    ] as const) {
      expect((await world.as(who)(LOG, { first: 1 })).errors?.[0]?.extensions?.code).toBe(code);
      expect((await world.as(who)(EXPORT, { input: {} })).errors?.[0]?.extensions?.code).toBe(code);
    }
  });

  it('says what there is to search for, and what the latest check found', async () => {
    const FACETS = '{ auditFacets { acts subjectTypes lastCheck { at rows whole } } }';
    const facets = async () => (await world.as(admin)<{ auditFacets: { acts: string[]; lastCheck: unknown } }>(FACETS)).data.auditFacets;
    expect(await facets()).toMatchObject({
      acts: expect.arrayContaining(['lockThread', 'resetFactors', 'startThread']),
      subjectTypes: expect.arrayContaining(['Person', 'Thread']),
      lastCheck: null,
    });
    const verdict = { rows: 7, chains: 2, erased: 0, anchors: 0, broken: null };
    const at = new Date('2026-11-23T06:00:00Z');
    await world.services.db.transaction((tx) => noteVerdict(tx, verdict, at));
    await world.services.db.transaction((tx) => noteVerdict(tx, { ...verdict, rows: 8, broken: 'row 3' }, new Date(at.getTime() + 1)));
    expect((await facets()).lastCheck).toMatchObject({ rows: 8, whole: false });
  });

  it('is exported as a table for the reader’s spreadsheet, to the administrator who asked and as long as they are one', async () => {
    const input = { filter: { to: '2026-11-22' }, clientMutationId: 'one' };
    interface Started {
      startAuditExport: { export: { id: string } };
    }
    const start = async () => (await world.as(admin)<Started>(EXPORT, { input })).data.startAuditExport.export.id;
    const id = await start();
    expect(await start()).toBe(id);
    await world.runJobs();
    const bare = id.slice('Export_'.length);
    const as = async (personId: string) =>
      auditExportFile(world.app.contextFor({ viewer: await world.services.viewerOf(personId), me: testMe(personId) }), bare);
    const file = await as(admin);
    expect(file).toMatchObject({ name: 'Dziennik audytu 2026-11-24.csv', mime: 'text/csv; charset=utf-8' });
    const lines = (await buffer(await world.services.files.get(file?.storage_key ?? ''))).toString().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFCzas \(UTC\);Kto;/);
    expect(lines.slice(1).map((line) => line.split(';')[0])).toEqual([
      '2026-11-21T23:00:00Z',
      '2026-11-21T08:00:00Z',
      '2026-11-20T22:30:00Z',
      '',
    ]);
    expect(lines[1]).toContain('"{""n"":3}"');
    expect(lines[2]).toContain('Osoba usunięta');
    expect(lines[3]).toContain(`"'=Ewa; ""E"""`);
    const other = await make.person();
    await make.appointment({ personId: other, role: 'AD', scopeType: 'EVERYTHING', scopeId: EVERYTHING });
    expect(await as(other)).toBeNull();
    expect(await found({ act: 'exportAuditLog' })).toEqual(['exportAuditLog']);
    await world.services.db.row(`UPDATE appointments SET revoked_at = now() WHERE person_id = $1`, [admin]);
    expect(await as(admin)).toBeNull();
  });
});
