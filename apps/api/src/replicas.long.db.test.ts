import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { openSession } from './modules/accounts/index.js';
import { serve, type Served } from './rights/serve.js';
import { factories } from './testing/factories.js';
import { startStandby, type Standby } from './testing/standby.js';
import { startWorld, type World } from './testing/world.js';
import { migrateJobs } from './platform/outbox/outbox.js';
import { openDatabase } from './platform/database/database.js';
import { startEmbedded, TEST_SETTINGS, type EmbeddedServer } from './platform/database/embedded/index.js';

const TOPICS = '{ topics(first: 100) { edges { node { slug } } } }';
const CREATE = 'mutation($input: CreateTopicInput!) { createTopic(input: $input) { topic { slug } userErrors { code } } }';
const OVERVIEW = 'query($county: String!) { countyOverview(county: $county) { place { slug } } }';

let folder: string;
let primary: EmbeddedServer;
let standby: Standby;
let world: World;
let served: Served;
let follower: pg.Client;

const sqlOn = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/** Waits until the standby has all that the primary has written by now. */
const caughtUp = async (): Promise<void> => {
  const { rows } = await world.services.db.pool.query<{ place: string }>('SELECT pg_current_wal_insert_lsn()::text AS place');
  for (let done = false; !done;) {
    const found = await follower.query<{ done: boolean }>('SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS done', [rows[0]?.place]);
    done = found.rows[0]?.done ?? false;
  }
  await world.services.db.replicas?.look();
};

/** Lets the standby fall 30 seconds behind from now on, or no longer. */
const delay = async (on: boolean): Promise<void> => {
  await follower.query(`ALTER SYSTEM SET recovery_min_apply_delay = '${on ? '30s' : '0'}'`);
  await follower.query('SELECT pg_reload_conf()');
  for (let set = ''; set !== (on ? '30s' : '0');) {
    const { rows } = await follower.query<{ set: string }>("SELECT current_setting('recovery_min_apply_delay') AS set");
    set = rows[0]?.set ?? '';
  }
};

const slugsIn = (text: string): string[] =>
  (JSON.parse(text) as { data: { topics: { edges: { node: { slug: string } }[] } } }).data.topics.edges.map(({ node }) => node.slug);

/** The server of all other suites. */
let others = '';

describe('replicas', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stoa-replicas-'));
    // PostgreSQL's account must be able to enter it, where tests run as root.
    chmodSync(folder, 0o755);
    const dataDir = join(folder, 'primary');
    const settings = { ...TEST_SETTINGS, synchronous_commit: 'on' };
    primary = await startEmbedded({ dataDir, log: () => undefined, settings });
    others = process.env['STOA_TEST_DATABASE'] ?? '';
    process.env['STOA_TEST_DATABASE'] = primary.url;
    const first = await openDatabase({ url: primary.url, entities: [], migrations: [], poolSize: 1 });
    await first.row('CREATE DATABASE stoa_template');
    await first.close();
    const template = await openDatabase({ url: primary.url.replace(/\/stoa$/, '/stoa_template'), entities, migrations, poolSize: 2 });
    await template.dataSource.runMigrations();
    await migrateJobs(template.pool);
    await template.close();
    standby = await startStandby({ url: primary.url, folder: dataDir }, join(folder, 'standby'));
    follower = await sqlOn(standby.url);
    world = await startWorld({}, { replicas: { urls: [standby.url], maxLagMs: Number.POSITIVE_INFINITY } });
    served = await serve(world);
  });

  afterAll(async () => {
    process.env['STOA_TEST_DATABASE'] = others;
    await served.stop();
    await follower.end();
    await world.services.db.close();
    await standby.stop();
    await primary.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('a replica', () => {
    let admin: string;
    let token: string;

    beforeAll(async () => {
      const make = factories(world.services.db);
      const county = await make.territory({ kind: 'COUNTY', name: 'Farland' });
      admin = await make.person();
      await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: county });
      token = await openSession(world.services.db, admin, 'test');
      await caughtUp();
      await delay(true);
    });
    afterAll(() => delay(false));

    it('30 seconds behind answers visitors, but an author sees the own writes 100 of 100 times', async () => {
      const session = `__Host-stoa=${token}`;
      let seen = '';
      const missed: number[] = [];
      for (let number = 1; number <= 100; number++) {
        const input = { clientMutationId: `t${number}`, names: [{ lang: 'en', text: `Far ${number}` }], synonyms: [] };
        const written = await served.ask(CREATE, { input }, { headers: { cookie: `${session}${seen}` } });
        const { slug } = (JSON.parse(written.text) as { data: { createTopic: { topic: { slug: string } } } }).data.createTopic.topic;
        seen = `; ${written.headers['set-cookie']?.find((cookie) => cookie.startsWith('__Host-stoa-seen='))?.split(';')[0] ?? ''}`;
        await world.services.db.replicas?.look();
        const search = {
          query: `query($search: String) { topics(first: 5, search: $search) { edges { node { slug } } } }`,
          search: `Far ${number}`,
        };
        const read = await served.ask(search.query, { search: search.search }, { headers: { cookie: `${session}${seen}` } });
        if (!slugsIn(read.text).includes(slug)) missed.push(number);
      }
      expect(missed).toEqual([]);
      const visitor = await served.ask(TOPICS);
      expect(slugsIn(visitor.text).filter((slug) => slug.startsWith('far-'))).toEqual([]);
      expect(slugsIn(visitor.text).length).toBeGreaterThan(0);
    });

    it('has no say in rights: a role withdrawn on the primary is gone at once', async () => {
      const { db } = world.services;
      const county = await db.row<{ slug: string }>("SELECT slug FROM territories WHERE kind = 'COUNTY'");
      const overview = () => served.ask(OVERVIEW, { county: county?.slug }, { token });
      expect(JSON.parse((await overview()).text)).toEqual({ data: { countyOverview: { place: { slug: county?.slug } } } });
      await db.row('UPDATE appointments SET revoked_at = now() WHERE person_id = $1', [admin]);
      expect(JSON.parse((await overview()).text)).toEqual({ data: { countyOverview: null } });
      const { rows } = await (
        await sqlOn(standby.url.replace(/\/stoa$/, new URL((db as typeof db & { url: string }).url).pathname))
      ).query('SELECT 1 FROM appointments WHERE person_id = $1 AND revoked_at IS NULL', [admin]);
      expect(rows).toHaveLength(1);
    });

    it('is passed over where it is further behind than is forgiven, and when it has gone', async () => {
      const { db } = world.services as World['services'] & { db: { url: string } };
      const copy = standby.url.replace(/\/stoa$/, new URL(db.url).pathname);
      const strict = await openDatabase({
        url: db.url,
        entities: [],
        migrations: [],
        poolSize: 2,
        replicas: { urls: [copy], maxLagMs: 0 },
      });
      const readOnly = async () =>
        (await strict.replicas?.reader(null).row<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby'))?.standby;
      await strict.replicas?.look();
      expect(await readOnly()).toBe(false);
      await strict.close();
      await delay(false);
      await caughtUp();
      const reader = db.replicas?.reader(null);
      expect(await reader?.row('SELECT pg_is_in_recovery() AS standby')).toEqual({ standby: true });
      await follower.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', ['stoa reads']);
      expect(await reader?.row('SELECT pg_is_in_recovery() AS standby')).toMatchObject({ standby: expect.any(Boolean) as boolean });
      await db.replicas?.look();
      expect(await db.replicas?.reader('0/1')?.row('SELECT pg_is_in_recovery() AS standby')).toEqual({ standby: true });
      expect(await db.replicas?.reader('FFFFFFFF/0')?.row('SELECT pg_is_in_recovery() AS standby')).toEqual({ standby: false });
    });
  });

  describe('a synchronous standby', () => {
    it('takes over with everything that was acknowledged, and the API follows', async () => {
      const ledger = await sqlOn(primary.url);
      await ledger.query('CREATE TABLE ledger (number integer PRIMARY KEY, hand integer NOT NULL)');
      await ledger.query("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
      await ledger.query('SELECT pg_reload_conf()');
      for (let isSync = false; !isSync;) {
        isSync = (await ledger.query("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'")).rows.length > 0;
      }
      const several = primary.url.replace(/@([^/]+)\//, `@$1,127.0.0.1:${standby.port}/`);
      const db = await openDatabase({ url: `${several}?target_session_attrs=read-write`, entities: [], migrations: [], poolSize: 4 });
      const acknowledged = new Set<number>();
      let next = 0;
      const write = async (hand: number): Promise<void> => {
        for (let number = next++; number < 400; number = next++) {
          while (!acknowledged.has(number)) {
            // What a client does that got no answer: the same again, under the same key.
            await db
              .transaction((tx) => tx.row('INSERT INTO ledger VALUES ($1, $2) ON CONFLICT DO NOTHING', [number, hand]))
              .then(() => acknowledged.add(number))
              .catch(() => new Promise((resolve) => setTimeout(resolve, 20)));
          }
        }
      };
      const writing = Promise.all([0, 1, 2, 3].map(write));
      while (acknowledged.size < 100) await new Promise((resolve) => setImmediate(resolve));
      const before = [...acknowledged];
      process.kill(primary.pid, 'SIGKILL');
      const gone = primary.stop();
      await follower.query('SELECT pg_promote()');
      await writing;
      await gone;
      const { rows } = await db.pool.query<{ number: number }>('SELECT number FROM ledger ORDER BY number');
      expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 400 }, (_, number) => number));
      expect(before.length).toBeLessThan(400);
      await db.close();
    });
  });
});
