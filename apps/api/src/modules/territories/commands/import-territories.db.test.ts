import iconv from 'iconv-lite';
import { bytesSource, DEFAULT_CSV_LIMITS, type ImportCommand } from '../../../platform/csv/index.js';
import { factories } from '../../../testing/factories.js';
import { personaOf } from '../../../testing/personas.js';
import { startWorld, type World } from '../../../testing/world.js';
import { territoriesImport } from './import-territories.js';

let world: World;

describe('import territories', () => {
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.close());

  const RUN = '0197a000-0000-7000-8000-000000000001';
  const HEADER = 'code,kind,name,parent_code,lang\n';
  const TREE = [
    'AA-0102,MUNICIPALITY,Χώρα,AA-01,el',
    'AA-01,COUNTY,Νησί,AA-R1,el',
    'AA-0101,MUNICIPALITY,Νησί,AA-01,el',
    'AA-R1,REGION,Αιγαίο,AA,el',
    'AA,COUNTRY,Χώρα,,el',
  ].join('\n');

  const run = (csv: string | Uint8Array, over: Partial<ImportCommand> = {}) =>
    territoriesImport.run(world.services, {
      source: bytesSource(Buffer.from(csv)),
      limits: DEFAULT_CSV_LIMITS,
      execute: true,
      runId: RUN,
      by: 'operator',
      params: { lang: null, county: null },
      ...over,
    });

  interface Stored {
    code: string;
    slug: string;
    names: Record<string, string>;
    path: string;
    version: number;
  }

  /** All territories, their paths written in codes. */
  const stored = () =>
    world.services.db.rows<Stored>(
      `SELECT t.code, t.slug, t.names, t.version, (SELECT string_agg(a.code, '/' ORDER BY o) FROM unnest(t.path) WITH ORDINALITY AS p (id, o) JOIN territories a USING (id)) AS path
     FROM territories t ORDER BY t.code`,
    );

  it('imports a tree whose parents come later, and nothing the second time', async () => {
    expect((await run(HEADER + TREE)).summary).toMatchObject({ read: 5, created: 5, updated: 0, skipped: 0, errors: 0 });
    expect(await stored()).toEqual([
      { code: 'AA', slug: 'chora', names: { el: 'Χώρα' }, path: 'AA', version: 1 },
      { code: 'AA-01', slug: 'nisi', names: { el: 'Νησί' }, path: 'AA/AA-R1/AA-01', version: 1 },
      { code: 'AA-0101', slug: 'aa-0101', names: { el: 'Νησί' }, path: 'AA/AA-R1/AA-01/AA-0101', version: 1 },
      { code: 'AA-0102', slug: 'aa-0102', names: { el: 'Χώρα' }, path: 'AA/AA-R1/AA-01/AA-0102', version: 1 },
      { code: 'AA-R1', slug: 'aigaio', names: { el: 'Αιγαίο' }, path: 'AA/AA-R1', version: 1 },
    ]);
    expect((await run(HEADER + TREE)).summary).toMatchObject({ read: 5, created: 0, updated: 0, skipped: 5, errors: 0 });
    const audits = await world.services.db.rows('SELECT act, subject_id, detail FROM audit_log');
    expect(audits).toHaveLength(4);
    expect(audits[0]).toEqual({ act: 'import.territories', subject_id: RUN, detail: { created: 1, updated: 0 } });
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    expect((await run(HEADER + TREE, { execute: false })).summary).toMatchObject({ read: 5, created: 5, errors: 0 });
    expect(await stored()).toEqual([]);
  });

  it('groups what is wrong by kind and takes the rest', async () => {
    const bad = [
      'AA,COUNTRY,Country,,en',
      'R1,REGION,Region,AA,en',
      'R1,REGION,Region again,AA,en',
      'C1,COUNTY,Lost,XX,en',
      'C2,COUNTY,Orphan,,en',
      'C3,COUNTY,Alone,C3,en',
      'C4,COUNTY,One,C5,en',
      'C5,COUNTY,Two,C4,en',
      'C6,COUNTY,Inside out,M1,en',
      'M1,MUNICIPALITY,Good,R1,en',
      'M2,MUNICIPALITY,Child of the lost,C1,en',
      'M3,VILLAGE,Strange,R1,en',
      'bad code!,COUNTY,Strange,R1,en',
      'C7,COUNTY,Tongue,R1,xx',
      'C8,COUNTY,,R1,en',
    ];
    const { summary } = await run(HEADER + bad.join('\n'));
    expect(summary).toMatchObject({ read: 15, created: 3, updated: 0, skipped: 0, errors: 12 });
    expect(Object.fromEntries(summary.errorsByKind.map((kind) => [kind.code, kind.samples.map((sample) => sample.line)]))).toEqual({
      CYCLE: [7, 8, 9],
      DUPLICATE_KEY: [4],
      INVALID_CODE: [14],
      INVALID_LANGUAGE: [15],
      KIND_UNKNOWN: [13],
      PARENT_KIND_WRONG: [10],
      PARENT_REJECTED: [12],
      PARENT_REQUIRED: [6],
      PARENT_UNKNOWN: [5],
      VALUE_MISSING: [16],
    });
    expect((await stored()).map((row) => row.path)).toEqual(['AA', 'AA/R1/M1', 'AA/R1']);
  });

  it('updates names, adds translations, ends and moves with all below, and keeps the address', async () => {
    await run(HEADER + TREE);
    const more =
      'code;kind;name;name el;parent_code;lang;valid to\nAA-R2;REGION;Ionian;Ιόνιο;AA;en;\nAA-01;COUNTY;Island;Νησίδα;AA-R2;en;\nAA-0102;MUNICIPALITY;Town;;AA-01;en;2026-12-31\n';
    expect((await run(more)).summary).toMatchObject({ created: 1, updated: 2, skipped: 0, errors: 0 });
    expect(await stored()).toMatchObject([
      { code: 'AA' },
      { code: 'AA-01', slug: 'nisi', names: { el: 'Νησίδα', en: 'Island' }, path: 'AA/AA-R2/AA-01', version: 2 },
      { code: 'AA-0101', path: 'AA/AA-R2/AA-01/AA-0101', version: 1 },
      { code: 'AA-0102', names: { el: 'Χώρα', en: 'Town' }, path: 'AA/AA-R2/AA-01/AA-0102', version: 2 },
      { code: 'AA-R1' },
      { code: 'AA-R2', slug: 'ionian', path: 'AA/AA-R2' },
    ]);
    expect((await run(more)).summary).toMatchObject({ skipped: 3, updated: 0 });
    const early = 'code,kind,name,parent_code,lang,valid from\nAA-0102,MUNICIPALITY,Town,AA-01,en,2027-01-01\nAA-01,REGION,Island,AA,en,\n';
    expect((await run(early)).summary.errorsByKind.map((kind) => kind.code)).toEqual(['KIND_CHANGED', 'PARENT_REJECTED']);
  });

  it('takes a register in Windows-1250 with semicolons, native headers and native words', async () => {
    const polish =
      'Kod TERYT;Rodzaj;Nazwa;Jednostka nadrzędna\nPL;państwo;Polska;\nPL-10;województwo;łódzkie;PL\nPL-1006;powiat;łódzki wschodni;PL-10\nPL-1006022;gmina wiejska;Brójce Święte;PL-1006\n';
    const { summary, format, mapping } = await run(iconv.encode(polish, 'windows-1250'), { params: { lang: 'pl', county: null } });
    expect(format).toMatchObject({ encoding: 'windows-1250', separator: ';' });
    expect(mapping.columns).toEqual(['code', 'kind', 'name', 'parentCode']);
    expect(summary).toMatchObject({ created: 4, errors: 0 });
    expect((await stored()).map((row) => row.slug)).toEqual(['polska', 'lodzkie', 'lodzki-wschodni', 'brojce-swiete']);
  });

  it('refuses a person without the right before reading the file', async () => {
    const make = factories(world.services.db);
    const countyId = await make.territory({ kind: 'COUNTY' });
    const by = async (role: 'AD' | 'CC', scopeType: string) => {
      const personId = await make.person();
      await make.appointment({ personId, role, scopeType, scopeId: countyId });
      return personaOf(world.services, personId);
    };
    await expect(run(HEADER + TREE, { by: await by('CC', 'COUNTY') })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await run(HEADER + TREE, { by: await by('AD', 'EVERYTHING') })).summary).toMatchObject({ created: 5 });
  });

  it('lets two imports at once end with one tree', async () => {
    const results = await Promise.all([run(HEADER + TREE), run(HEADER + TREE)]);
    expect(results.map(({ summary }) => summary.errors)).toEqual([0, 0]);
    expect(results.reduce((sum, { summary }) => sum + summary.created, 0)).toBe(5);
    expect(await stored()).toHaveLength(5);
  });
});
