import { newId } from '../../../platform/ids.js';
import { factories } from '../../../testing/factories.js';
import { testMe } from '../../../testing/personas.js';
import { startWorld, type World } from '../../../testing/world.js';

const FIELDS = `retention { running rules { name days rows oldest version minDays maxDays } lastRun { askedBy { displayName } finishedAt removed { name rows } } }`;
const SET = `mutation($input: SetRetentionInput!) { setRetention(input: $input) { ${FIELDS} userErrors { code path } } }`;
const APPLY = `mutation($input: ApplyRetentionInput!) { applyRetention(input: $input) { ${FIELDS} userErrors { code } } }`;

interface Shown {
  running: boolean;
  rules: { name: string; days: number; rows: number; oldest: string | null; version: number }[];
  lastRun: { askedBy: { displayName: string } | null; finishedAt: string; removed: { name: string; rows: number }[] } | null;
}

describe('the rules of retention in the hands of administrators', () => {
  let world: World;
  let admin: string;
  let linkAges: string[];
  beforeAll(async () => {
    world = await startWorld();
    const make = factories(world.services.db);
    admin = await make.person({ name: 'Ada Admin' });
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: newId() });
    linkAges = ['2026-11-20T08:00:00Z', '2026-11-10T08:00:00Z', '2026-10-01T08:00:00Z'];
    for (const ended of linkAges)
      await make.insert('account_tokens', {
        id: newId(),
        kind: 'SIGN_UP',
        email: 'x@example.org',
        created_at: ended,
        expires_at: ended,
      });
  });
  afterAll(() => world.close());

  const links = async () => {
    const { data } = await world.as(admin)<{ retention: Shown }>(`{ ${FIELDS} }`);
    return data.retention.rules.find(({ name }) => name === 'links');
  };

  it('begin as the program has them, with what would go', async () => {
    expect(await links()).toEqual({
      name: 'links',
      days: 30,
      rows: 1,
      oldest: '2026-10-01T08:00:00Z',
      version: 0,
      minDays: 7,
      maxDays: 180,
    });
  });

  it('are changed within their bounds alone', async () => {
    for (const [days, code] of [
      [6, 'TOO_SMALL'],
      [181, 'TOO_BIG'],
    ] as const) {
      const { data } = await world.as(admin)(SET, { input: { name: 'links', days, expectedVersion: 0 } });
      expect(data).toEqual({ setRetention: { retention: null, userErrors: [{ code, path: ['days'] }] } });
    }
    expect((await links())?.days).toBe(30);
  });

  it('let one of two administrators be first, and tell the other', async () => {
    const change = (days: number) =>
      world.as(admin)<{ setRetention: unknown }>(SET, { input: { name: 'links', days, expectedVersion: 0 } });
    const answers = await Promise.all([change(10), change(11), change(12)]);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions?.code ?? 'done').toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'done']);
    expect((await links())?.version).toBe(1);
    const again = await world.as(admin)(SET, { input: { name: 'links', days: 10, expectedVersion: 1 } });
    expect(again.errors).toBeUndefined();
    expect(await links()).toMatchObject({ days: 10, rows: 2, version: 2 });
    const stale = await world.as(admin)(SET, { input: { name: 'sessions', days: 100, expectedVersion: 3 } });
    expect(stale.errors?.[0]?.extensions?.code).toBe('CONFLICT');
  });

  it('are what the privacy centre promises', async () => {
    const say = async (lang: string) => {
      const { app } = world;
      const ctx = app.contextFor({ viewer: { personId: admin, appointments: [], memberships: [] }, me: testMe(admin), lang });
      await world.services.db.row(
        `INSERT INTO account_tokens (id, kind, person_id, email, created_at, expires_at) VALUES ($1, 'RESET', $2, 'a@example.org', $3, $3)`,
        [newId(), admin, world.services.clock.now()],
      );
      const { data } = (await app.graphql.execute(ctx, { query: '{ privacy { held { purpose howLong } } }' })) as {
        data: { privacy: { held: { purpose: string; howLong: string }[] } };
      };
      return data.privacy.held.find(({ purpose }) => purpose === 'links')?.howLong;
    };
    expect(await say('en')).toBe('10 days after a link ends');
    expect(await say('ru')).toBe('10 дней после окончания действия ссылки');
  });

  it('are applied at a word, once, by the days in force, and what went is told', async () => {
    const apply = () => world.as(admin)<{ applyRetention: { retention: Shown } }>(APPLY, { input: {} });
    const [first, second] = [await apply(), await apply()];
    expect([first, second].map(({ data }) => data.applyRetention.retention.running)).toEqual([true, true]);
    expect(await world.services.db.row('SELECT count(*)::int AS n FROM retention_runs')).toEqual({ n: 1 });
    await world.runJobs();
    const { data } = await world.as(admin)<{ retention: Shown }>(`{ ${FIELDS} }`);
    expect(data.retention.running).toBe(false);
    expect(data.retention.lastRun?.askedBy).toEqual({ displayName: 'Ada Admin' });
    expect(data.retention.lastRun?.removed.find(({ name }) => name === 'links')).toEqual({ name: 'links', rows: 2 });
    expect(data.retention.rules.map(({ rows }) => rows)).toEqual(data.retention.rules.map(() => 0));
  });

  it('leave in the audit log who set what and who had it applied', async () => {
    const rows = await world.services.db.rows<{ act: string; detail: Record<string, unknown> }>(
      `SELECT act, detail FROM audit_log WHERE actor_id = $1 AND subject_type = 'Retention' ORDER BY seq`,
      [admin],
    );
    expect(rows.map(({ act }) => act)).toEqual(['setRetention', 'setRetention', 'applyRetention']);
    expect(rows[1]?.detail).toEqual({ name: 'links', before: rows[0]?.detail['days'], days: 10 });
  });

  it('ask for a fresh proof', async () => {
    const { app } = world;
    const viewer = await world.services.viewerOf(admin);
    for (const [query, input] of [
      [SET, { name: 'links', days: 20, expectedVersion: 2 }],
      [APPLY, {}],
    ] as const) {
      const ctx = app.contextFor({ viewer, me: { ...testMe(admin), provedRecently: false } });
      const answer = (await app.graphql.execute(ctx, { query, variables: { input } })) as { errors?: { extensions?: { code: string } }[] };
      expect(answer.errors?.[0]?.extensions?.code).toBe('PROOF_REQUIRED');
    }
  });

  it('can be applied again where a run ended with its program', async () => {
    const { db, clock } = world.services;
    await db.row('INSERT INTO retention_runs (id, asked_at) VALUES ($1, $2)', [newId(), new Date(clock.now().getTime() - 2 * 3_600_000)]);
    const { data } = await world.as(admin)<{ retention: Shown }>(`{ ${FIELDS} }`);
    expect(data.retention.running).toBe(false);
  });
});
