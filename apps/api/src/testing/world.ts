import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../app.js';
import { jobHandlers } from '../jobs.js';
import { closePasswordJudge } from '../modules/accounts/index.js';
import { closeGrader } from '../modules/learning/index.js';
import { ANONYMOUS, type Viewer } from '../platform/authorize.js';
import { fixedClock, type MovableClock } from '../platform/clock.js';
import { loadConfig, type Config } from '../platform/config.js';
import type { Context } from '../platform/context.js';
import { LocalStore } from '../platform/files/local-store.js';
import { createLogger } from '../platform/logger.js';
import { folderMailer } from '../platform/mail/mailer.js';
import { runDueJobs } from '../platform/outbox/outbox.js';
import type { Services } from '../platform/services.js';
import { viewerOfPerson } from '../viewer.js';
import { type Clone, cloneDatabase } from './database.js';
import { personaOf, testMe } from './personas.js';

/** The answer to an operation as a client sees it; `data` is typed by the test that asked. */
export interface Answer<Data> {
  data: Data;
  errors?: { message: string; extensions?: { code?: string; limit?: string; reference?: string } }[];
}

/** One suite's world: the whole API on a database of its own, with a clock that the test moves. */
export interface World {
  app: App;
  /** A direct connection to the world's database. */
  databaseUrl: string;
  services: Services & { clock: MovableClock };
  /** Runs an operation as a person (null: a visitor), as a request would; appointments and memberships are read anew each time. */
  as(
    personId: string | null,
  ): <Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    request?: Partial<Pick<Context, 'setCookie' | 'ip'>>,
  ) => Promise<Answer<Data>>;
  /** Runs every job that is due. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

/** The time at which every world begins. */
export const WORLD_TIME = '2026-11-24T09:00:00+02:00';

/** Starts a world. @param env settings beyond the defaults @param clone its database */
export async function startWorld(env: Record<string, string> = {}, clone: Clone = {}): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stoa-world-'));
  const db = await cloneDatabase(clone);
  const config: Config = loadConfig({
    STOA_DATA: dataDir,
    STOA_DEMO: 'off',
    SESSION_SECRET: 'a secret of the tests, long enough to pass',
    LOG_LEVEL: 'silent',
    STOA_LINK_PREVIEWS: 'off',
    ...env,
  });
  const clock = fixedClock(WORLD_TIME);
  const services = {
    config,
    clock,
    log: createLogger(config.logLevel),
    db,
    mailer: folderMailer(join(dataDir, 'mail'), () => clock.now()),
    files: new LocalStore(join(dataDir, 'files')),
    viewerOf: (personId: string) => viewerOfPerson({ config, clock, db }, personId),
  };
  const app = await createApp(services);
  return {
    app,
    databaseUrl: db.url,
    services,
    as:
      (personId) =>
      async <Data>(query: string, variables: Record<string, unknown> = {}, request: Partial<Pick<Context, 'setCookie' | 'ip'>> = {}) => {
        const viewer: Viewer = personId ? await personaOf(services, personId) : ANONYMOUS;
        const me = personId ? testMe(personId) : null;
        return (await app.graphql.execute(app.contextFor({ viewer, me }, request), { query, variables })) as Answer<Data>;
      },
    runJobs: () => runDueJobs(db.pool, jobHandlers, services),
    close: async () => {
      await app.live.stop();
      await app.graphql.stop();
      await closePasswordJudge();
      await closeGrader();
      await db.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
