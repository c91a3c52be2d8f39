import { demoAccounts, networks, people, schools } from '@stoa/demo';
import { verifyCounters } from '../modules/discussions/index.js';
import { verifyStatuses } from '../modules/moderation/index.js';
import { verifyAudit } from '../platform/audit/verify.js';
import { wordsInAudit } from '../testing/audit-words.js';
import { hasDemoWorld } from '../testing/database.js';
import { startWorld, type World } from '../testing/world.js';
import { clearInterrupted } from './interrupted.js';
import { awaitsDemo, DemoRefused, loadDemo, playBeginning, Player } from './load-demo.js';
import { Stage, type Made } from './stage.js';
import { announceAccounts, prepareDemo } from './start-demo.js';

const emptyMade = (): Made => ({ people: new Map(), places: new Map(), networks: new Map(), resources: new Map() });
const ACCOUNTS = '{ demoAccounts { email roleKey } }';

describe.each([
  ['with STOA_DEMO=off', { STOA_DEMO: 'off' }],
  ['with DATABASE_URL', { STOA_DEMO: '', DATABASE_URL: 'postgres://db.example.org/stoa' }],
  ['with an https address', { STOA_DEMO: '', PUBLIC_URL: 'https://stoa.example.org' }],
])('%s', (_case, env: Record<string, string>) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(env);
  });
  afterAll(() => world.close());

  it('has no account of the demo, offers none and refuses to load', async () => {
    const said: string[] = [];
    await prepareDemo(world.services, (line) => said.push(line));
    await announceAccounts(world.services, (line) => said.push(line));
    await expect(loadDemo(world.services, () => undefined)).rejects.toThrow(DemoRefused);
    expect((await world.as(null)<{ demoAccounts: unknown[] }>(ACCOUNTS)).data.demoAccounts).toEqual([]);
    expect(await world.services.db.rows('SELECT 1 FROM people')).toEqual([]);
    expect(said).toEqual([]);
  });
});

describe('a slice of the demo world', () => {
  let world: World;
  const made = emptyMade();
  beforeAll(async () => {
    world = await startWorld({ STOA_DEMO: 'on' });
    await world.services.db.transaction((tx) => playBeginning(new Stage(world.services, tx, made)));
    await new Player(world.services, made, () => undefined).play(networks.filter(({ key }) => key === 'libraries'));
  }, 120_000);
  afterAll(() => world.close());

  it('has the places, the people and one network', async () => {
    const counts = await world.services.db
      .row(`SELECT (SELECT count(*)::int FROM schools) AS schools, (SELECT count(*)::int FROM people WHERE status = 'ACTIVE') AS people,
      (SELECT count(*)::int FROM structures) AS structures, (SELECT count(*)::int FROM networks) AS networks, (SELECT count(*)::int FROM posts) AS posts`);
    expect(counts).toEqual({ schools: schools.length, people: people.length, structures: 18, networks: 1, posts: 17 });
  });

  it('signs every account in with the one password', async () => {
    const signIn = 'mutation($input: SignInInput!) { signIn(input: $input) { viewer { email } userErrors { code } } }';
    for (const email of ['admin@demo.invalid', 'teacher014@demo.invalid', 'parent@demo.invalid']) {
      const { data } = await world.as(null)<{ signIn: { viewer: { email: string } } }>(signIn, { input: { email, password: 'stoa-demo' } });
      expect(data.signIn.viewer.email).toBe(email);
    }
  });

  it('is not loaded over data', async () => {
    expect(await awaitsDemo(world.services.db)).toBe(false);
    await expect(loadDemo(world.services, () => undefined)).rejects.toThrow('holds data');
  });

  it('is taken back as a whole where its load was interrupted', async () => {
    const { db } = world.services;
    expect(await clearInterrupted(db)).toBe(false);
    // As a killed load leaves it: begun, with something in it, never finished.
    await db.row('INSERT INTO demo_loads (began_at) VALUES (clock_timestamp())');
    expect(await awaitsDemo(db)).toBe(true);
    expect(await clearInterrupted(db)).toBe(true);
    const left = `SELECT (SELECT count(*)::int FROM people) AS people, (SELECT count(*)::int FROM posts) AS posts, (SELECT count(*)::int FROM demo_loads) AS loads,
      (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs, (SELECT count(*) > 0 FROM topics) AS topics, (SELECT count(*) > 0 FROM audit_log) AS log`;
    expect(await db.row(left)).toEqual({ people: 0, posts: 0, loads: 0, jobs: 0, topics: true, log: true });
    expect(await awaitsDemo(db)).toBe(true);
  });
});

describe('the whole demo world', () => {
  let world: World;
  beforeAll(async () => {
    // A whole run makes it for its browsers, by starting the program as anybody would.
    world = await startWorld({ STOA_DEMO: 'on' }, { from: hasDemoWorld() ? 'demo' : 'migrated' });
    if (!hasDemoWorld()) await loadDemo(world.services, () => undefined);
  }, 300_000);
  afterAll(() => world.close());

  it('was loaded to its end', async () => {
    expect(await world.services.db.rows('SELECT finished_at IS NOT NULL AS finished FROM demo_loads')).toEqual([{ finished: true }]);
    expect(await awaitsDemo(world.services.db)).toBe(false);
  });

  it('has terms to which all of its people agreed', async () => {
    const rows = await world.services.db.rows(
      `SELECT t.kind, t.version, (SELECT count(*)::int FROM consents c WHERE c.text_id = t.id) = (SELECT count(*)::int FROM people WHERE status = 'ACTIVE') AS all
       FROM consent_texts t`,
    );
    expect(rows).toEqual([{ kind: 'TERMS', version: 1, all: true }]);
    const admin = await world.services.db.row<{ id: string }>(`SELECT id FROM people WHERE email = 'admin@demo.invalid'`);
    expect((await world.as(admin?.id ?? null)('{ consentsAsked { id } }')).data).toEqual({ consentsAsked: [] });
  });

  it('has what the plan of the demo says', async () => {
    const counts = await world.services.db.row(
      `SELECT (SELECT count(*)::int FROM networks) AS networks, (SELECT count(*)::int FROM threads WHERE created_at < '2026-08-31') AS threads,
         (SELECT count(*)::int FROM posts WHERE created_at < '2026-08-31') AS posts, (SELECT count(*)::int FROM schools) AS schools,
         (SELECT count(*)::int FROM annual_reports WHERE state = 'APPROVED') AS approved, (SELECT count(*)::int FROM annual_reports WHERE state = 'PUBLISHED') AS published, (SELECT count(*)::int FROM annual_reports WHERE state = 'SUBMITTED') AS submitted,
         (SELECT count(*)::int FROM annual_reports WHERE state = 'DRAFT') AS drafts, (SELECT count(*)::int FROM memberships WHERE state = 'REQUESTED') AS requested,
         (SELECT count(*)::int FROM memberships WHERE state = 'INVITED') AS invited, (SELECT count(*)::int FROM flags WHERE resolved_by IS NULL) AS flags,
         (SELECT count(*)::int FROM resources WHERE state = 'PUBLISHED') AS resources, (SELECT count(*)::int FROM resources WHERE awaits_review) AS proposed`,
    );
    expect(counts).toEqual({
      networks: 12,
      threads: 310,
      posts: 2900,
      schools: 60,
      approved: 3,
      published: 6,
      submitted: 1,
      drafts: 1,
      requested: 4,
      invited: 2,
      flags: 3,
      resources: 182,
      proposed: 11,
    });
  });

  it('keeps counters that equal a recount, and statuses that equal the log', async () => {
    expect(await verifyCounters(world.services)).toEqual([]);
    expect(await verifyStatuses(world.services)).toEqual([]);
    const members = await world.services.db.rows(
      `SELECT n.slug FROM networks n LEFT JOIN memberships m ON m.network_id = n.id AND m.state = 'ACTIVE' GROUP BY n.id HAVING n.members_count <> count(m.id)`,
    );
    expect(members).toEqual([]);
  });

  it('has a log that is whole and holds nothing that was written', async () => {
    expect(await verifyAudit(world.services.db, [], () => undefined)).toMatchObject({ broken: null });
    expect(await wordsInAudit(world.services.db)).toEqual([]);
  });

  it('has every account of the sign-in page, and nothing of the future', async () => {
    const { data } = await world.as(null)<{ demoAccounts: { email: string }[] }>(ACCOUNTS);
    expect(data.demoAccounts.map(({ email }) => email)).toEqual(demoAccounts.map(({ email }) => email));
    expect(await world.services.db.rows("SELECT 1 FROM posts WHERE created_at > '2026-11-24T09:00:00+02:00'")).toEqual([]);
  });

  it('shows the health that what happened has made', async () => {
    const query = 'query($county: String!) { countyOverview(county: $county) { networks { name overall } } }';
    const admin = await world.services.db.row<{ id: string }>("SELECT id FROM people WHERE email = 'admin@demo.invalid'");
    const found: Record<string, string> = {};
    for (const county of ['northshore', 'southbay']) {
      const { data } = await world.as(admin?.id ?? '')<{ countyOverview: { networks: { name: string; overall: string }[] } }>(query, {
        county,
      });
      for (const { name, overall } of data.countyOverview.networks) found[name] = overall;
    }
    expect(found).toEqual({
      'Safe Internet': 'AT_RISK',
      'Preventing Violence': 'WATCH',
      'Inclusive Classroom': 'WATCH',
      'ICT in Class': 'ON_TRACK',
      'Πείραμα στην τάξη': 'ON_TRACK',
      'Περιβάλλον και αειφορία': 'ON_TRACK',
      'Libraries Alive': 'NO_DATA',
      'Sieć psychologów szkolnych': 'WATCH',
      'Wczesna edukacja': 'ON_TRACK',
      'Классное руководство: мастерская': 'ON_TRACK',
      Principals: 'ON_TRACK',
      'Erasmus+ Starters': 'ON_TRACK',
    });
  });
});
