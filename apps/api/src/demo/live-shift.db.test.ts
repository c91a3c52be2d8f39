import { openSession } from '../modules/accounts/index.js';
import { countyTree, factories } from '../testing/factories.js';
import { startWorld, type World } from '../testing/world.js';
import { moveDemo, weeksSince } from './live-shift.js';

describe('the demo world at the real time', () => {
  let world: World;
  let networkId: string;
  let personId: string;
  beforeAll(async () => {
    world = await startWorld({ STOA_DEMO: 'on' });
    const make = factories(world.services.db);
    const { countyId } = await countyTree(world.services.db);
    networkId = await make.network({ countyId, year: '2026/27', activeAt: '2026-11-20T10:00:00Z' });
    await world.services.db.row(
      `INSERT INTO network_years (id, network_id, county_id, year, state, opened_at) SELECT gen_random_uuid(), network_id, county_id, '2025/26', 'CONCLUDED', '2025-09-01T08:00:00Z' FROM network_years`,
    );
    personId = await make.person();
    await make.appointment({
      personId,
      role: 'NC',
      scopeType: 'NETWORK',
      scopeId: networkId,
      startsOn: '2026-09-01',
      endsOn: '2027-08-31',
    });
    await openSession(world.services.db, personId, 'test');
  });
  afterAll(() => world.close());

  const seen = async () => {
    const { db } = world.services;
    const row = await db.row<{ active: Date; starts: string; ends: string }>(
      `SELECT n.last_activity_at AS active, a.starts_on::text AS starts, a.ends_on::text AS ends FROM networks n JOIN appointments a ON a.scope_id = n.id WHERE n.id = $1`,
      [networkId],
    );
    const years = await db.rows<{ year: string }>('SELECT year FROM network_years WHERE network_id = $1 ORDER BY year', [networkId]);
    return { active: new Date(row?.active ?? 0).toISOString(), starts: row?.starts, ends: row?.ends, years: years.map(({ year }) => year) };
  };

  it('counts whole weeks, so that a Tuesday stays a Tuesday', () => {
    expect(weeksSince(new Date('2026-11-24T07:00:00Z'))).toBe(0);
    expect(weeksSince(new Date('2026-11-28T12:00:00Z'))).toBe(0);
    expect(weeksSince(new Date('2026-12-01T07:00:00Z'))).toBe(1);
    expect(weeksSince(new Date('2026-11-23T07:00:00Z'))).toBe(-1);
  });

  it('moves what happened, and neither sessions nor the names of a school year that goes on', async () => {
    const session = () => world.services.db.row('SELECT created_at, expires_at FROM sessions WHERE person_id = $1', [personId]);
    const before = await session();
    await moveDemo(world.services.db, 3, 'Europe/Athens');
    expect(await seen()).toEqual({
      active: '2026-12-11T10:00:00.000Z',
      starts: '2026-09-22',
      ends: '2027-09-21',
      years: ['2025/26', '2026/27'],
    });
    expect(await session()).toEqual(before);
    await moveDemo(world.services.db, -3, 'Europe/Athens');
    expect(await seen()).toMatchObject({ active: '2026-11-20T10:00:00.000Z', starts: '2026-09-01' });
  });

  it('names the years anew where its present comes into another one, forwards and backwards', async () => {
    await moveDemo(world.services.db, 52, 'Europe/Athens');
    expect(await seen()).toMatchObject({ active: '2027-11-19T10:00:00.000Z', years: ['2026/27', '2027/28'] });
    await moveDemo(world.services.db, -52, 'Europe/Athens');
    await moveDemo(world.services.db, -20, 'Europe/Athens');
    expect(await seen()).toMatchObject({ years: ['2024/25', '2025/26'] });
  });
});
