import type { Viewer } from '../../platform/authorize.js';
import { DEFAULT_CSV_LIMITS, type ImportResult } from '../../platform/csv/index.js';
import { newId } from '../../platform/ids.js';
import { countyTree, factories } from '../../testing/factories.js';
import { startWorld, type World } from '../../testing/world.js';
import { appointmentsImport } from './index.js';

let world: World;
let make: ReturnType<typeof factories>;
let place: Awaited<ReturnType<typeof countyTree>>;
const slugs: Record<'network' | 'other', string> = { network: '', other: '' };

describe('appointments import', () => {
  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    place = await countyTree(world.services.db);
    await world.services.db.row(`UPDATE territories SET code = 'PL-3021' WHERE id = $1`, [place.countyId]);
    for (const name of ['network', 'other'] as const) {
      const id = await make.network({ countyId: place.countyId, name });
      await world.services.db.row('UPDATE networks SET vacant_since = created_at WHERE id = $1', [id]);
      slugs[name] = (await world.services.db.row<{ slug: string }>('SELECT slug FROM networks WHERE id = $1', [id]))?.slug ?? '';
    }
    await make.school({ countyId: place.countyId, code: 'RSPO-7' });
    for (const [email, status] of Object.entries({ ada: 'ACTIVE', jan: 'INVITED', eva: 'ACTIVE', gone: 'DEACTIVATED' }))
      await make.person({ email: `${email}@example.org`, status });
  });
  afterAll(() => world.close());

  const run = (csv: string, execute: boolean, by: Viewer | 'operator' = 'operator'): Promise<ImportResult> => {
    const bytes = Buffer.from(csv);
    return appointmentsImport.run(world.services, {
      source: {
        size: bytes.length,
        async *open() {
          yield bytes;
        },
      },
      limits: DEFAULT_CSV_LIMITS,
      overrides: { columns: {}, values: {} },
      params: { lang: null, county: null },
      runId: newId(),
      execute,
      by,
    });
  };
  const numbers = ({ summary: { created, updated, skipped, errors } }: ImportResult) => ({ created, updated, skipped, errors });
  const given = () =>
    world.services.db.rows<{ email: string; role: string; scope_type: string; starts_on: string; ends_on: string | null }>(
      `SELECT p.email, a.role, a.scope_type, a.starts_on::text AS starts_on, a.ends_on::text AS ends_on FROM appointments a JOIN people p ON p.id = a.person_id ORDER BY a.role`,
    );

  it('gives posts to people of the register, dry first, and again without a difference', async () => {
    const file = `e-mail;funkcja;rodzaj;kod;od;do
ada@example.org;koordynacja sieci;sieć;${slugs.network};2026-09-01;2027-08-31
jan@example.org;SP;;RSPO-7;2026-11-01;
eva@example.org;county project coordinator;powiat;pl-3021;2027-01-01;2027-12-31
`;
    expect(numbers(await run(file, false))).toEqual({ created: 3, updated: 0, skipped: 0, errors: 0 });
    expect(await given()).toEqual([]);
    expect(numbers(await run(file, true))).toEqual({ created: 3, updated: 0, skipped: 0, errors: 0 });
    expect(await given()).toEqual([
      { email: 'eva@example.org', role: 'CC', scope_type: 'COUNTY', starts_on: '2027-01-01', ends_on: '2027-12-31' },
      { email: 'ada@example.org', role: 'NC', scope_type: 'NETWORK', starts_on: '2026-09-01', ends_on: '2027-08-31' },
      { email: 'jan@example.org', role: 'SP', scope_type: 'SCHOOL', starts_on: '2026-11-01', ends_on: null },
    ]);
    expect(numbers(await run(file, true))).toEqual({ created: 0, updated: 0, skipped: 3, errors: 0 });
    // What follows from appointing follows here too: the post is held, a letter is written, and whoever has an account is told.
    const vacant = await world.services.db.rows('SELECT 1 FROM networks WHERE slug = $1 AND vacant_since IS NULL', [slugs.network]);
    expect(vacant).toHaveLength(1);
    await world.runJobs();
    expect(await world.services.db.rows('SELECT 1 FROM appointments WHERE letter_file_id IS NOT NULL')).toHaveLength(3);
    expect((await world.services.mailer.kept()).map(({ to }) => to).toSorted()).toEqual(['ada@example.org', 'eva@example.org']);
  });

  it('names what is wrong, each row by its own reason, and takes the others', async () => {
    const { other } = slugs;
    const result = await run(
      `email,role,scope kind,scope,from,to
nobody@example.org,NC,,${other},2026-09-01,
gone@example.org,NC,,${other},2026-09-01,
eva@example.org,king,,${other},2026-09-01,
eva@example.org,administrator,,stoa,2026-09-01,
eva@example.org,NC,school,${other},2026-09-01,
eva@example.org,NC,,nowhere,2026-09-01,
eva@example.org,NC,,${other},2026-09-02,2026-09-01
eva@example.org,NC,,${other},2025-09-01,2026-08-31
eva@example.org,NC,,${slugs.network},2026-12-01,
ada@example.org,NC,,${slugs.network},2026-12-01,
eva@example.org,NC,,${other},2026-10-01,
ada@example.org,NC,,${other},2026-11-01,
`,
      true,
    );
    expect(numbers(result)).toEqual({ created: 1, updated: 0, skipped: 0, errors: 11 });
    expect(result.summary.errorsByKind.map(({ code, count }) => [code, count]).toSorted()).toEqual([
      ['ALREADY_APPOINTED', 1],
      ['ENDS_BEFORE_START', 1],
      ['PERSON_NOT_ACTIVE', 1],
      ['PERSON_UNKNOWN', 1],
      ['POST_TAKEN', 2],
      ['ROLE_BY_HAND', 1],
      ['ROLE_UNKNOWN', 1],
      ['SCOPE_KIND_WRONG', 1],
      ['SCOPE_UNKNOWN', 1],
      ['TERM_OVER', 1],
    ]);
  });

  it('is for administrators, whoever else may appoint', async () => {
    const county = await make.person();
    await make.appointment({ personId: county, role: 'CC', scopeType: 'COUNTY', scopeId: place.countyId, countyId: place.countyId });
    const file = `email,role,scope,from\neva@example.org,SP,RSPO-7,2027-01-01\n`;
    await expect(run(file, true, await world.services.viewerOf(county))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const admin = await make.person();
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: '00000000-0000-0000-0000-000000000000' });
    expect(numbers(await run(file, true, await world.services.viewerOf(admin)))).toMatchObject({ created: 1 });
    const by = await world.services.db.row<{ appointed_by: string }>(
      `SELECT appointed_by FROM appointments WHERE starts_on = '2027-01-01' AND role = 'SP'`,
    );
    expect(by?.appointed_by).toBe(admin);
  });
});
