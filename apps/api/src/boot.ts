import { join as joinPath } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { tickingClock, type FollowingClock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { openDatabase, type Database } from './platform/database/database.js';
import { alone } from './platform/database/lock.js';
import { runMigrations } from './platform/database/migrate.js';
import { grantRuntime, roleOf } from './platform/database/runtime-role.js';
import { joinOrStartEmbedded, startEmbedded, type EmbeddedServer } from './platform/database/embedded/index.js';
import type { ContentStore } from './platform/files/content-store.js';
import { bucketAddress } from './platform/files/s3/bucket.js';
import { S3Store } from './platform/files/s3/s3-store.js';
import { LocalStore } from './platform/files/local-store.js';
import { createLogger, type Logger } from './platform/logger.js';
import { bouncesTo } from './platform/mail/addresses.js';
import { folderMailer, smtpMailer } from './platform/mail/mailer.js';
import { migrateJobs } from './platform/outbox/outbox.js';
import type { Services } from './platform/services.js';
import { statementName, type Tracing } from './platform/tracing/tracing.js';
import { databaseNow, demoTime } from './platform/database/time.js';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { viewerOfPerson } from './viewer.js';

/** A database ready for use, and what must be stopped after it. */
export interface Booted {
  services: Services & { clock: FollowingClock };
  /** A connection string that speaks to PostgreSQL without a pooler. */
  directUrl: string;
  close(): Promise<void>;
}

/**
 * Opens the configured or embedded database, brings it up to date and makes the services.
 * @param options.join for commands: joins an embedded server that runs already
 */
export async function boot(
  config: Config,
  say: (line: string) => void,
  options: { join?: boolean; tracing?: Tracing | null } = {},
): Promise<Booted> {
  const { tracing } = options;
  const log = createLogger(config.logLevel, undefined, tracing ? () => tracing.ids() : undefined);
  const embedded = config.databaseUrl ? null : await openEmbedded(config, say, options.join ?? false);
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const directUrl = config.directUrl ?? url;
  const { statementNames, replicaUrls } = config;
  const watch = tracing && watchBy(tracing);
  const db = await openDatabase({
    url,
    entities,
    migrations,
    statementNames,
    replicas: { urls: replicaUrls },
    ...(watch && { watch }),
  }).catch(async (error: unknown) => {
    await embedded?.stop();
    throw error;
  });
  try {
    if (config.migrate) await alone(directUrl, 'migrations', () => migrate(db, config, say));
    else await refusePending(db);
    return { services: await makeServices(config, db, log), directUrl, close: () => closeAll(db, embedded) };
  } catch (error) {
    await closeAll(db, embedded);
    throw error;
  }
}

/** Each statement as a span, under a name without values. */
function watchBy(tracing: Tracing): <T>(text: string, statement: () => Promise<T>) => Promise<T> {
  return (text, statement) =>
    tracing.span({ name: statementName(text), kind: 'client', attributes: { 'db.system.name': 'postgresql' } }, statement);
}

/** Where another program brings the database up to date, this one must not work on an older one. */
async function refusePending(db: Database): Promise<void> {
  const pending = await pendingMigrations(db);
  if (pending > 0) throw new Error(`The database awaits ${pending} migrations and STOA_MIGRATE is off: npm run stoa -- migrate`);
}

/** How many of our migrations the database has not had; those of a newer version are not ours to judge. */
export async function pendingMigrations(db: Database): Promise<number> {
  const { rows } = await db.pool.query<{ there: boolean }>("SELECT to_regclass('migrations') IS NOT NULL AS there");
  if (!rows[0]?.there) return migrations.length;
  const done = await db.rows<{ name: string }>('SELECT name FROM migrations');
  const names = new Set(done.map(({ name }) => name));
  return db.dataSource.migrations.filter(({ name, constructor }) => !names.has(name ?? constructor.name)).length;
}

function openEmbedded(config: Config, say: (line: string) => void, join: boolean): Promise<EmbeddedServer> {
  return (join ? joinOrStartEmbedded : startEmbedded)({ dataDir: joinPath(config.dataDir, 'postgres'), log: say });
}

/** What a connection that is still at work may take to end. */
const CLOSE_MS = 3_000;

async function closeAll(db: Database, embedded: EmbeddedServer | null): Promise<void> {
  await Promise.race([db.close(), wait(CLOSE_MS, undefined, { ref: false })]);
  await embedded?.stop();
}

/** Runs what is missing of our migrations and the queue's. Behind a pooler they run on the owner's or direct connection. */
async function migrate(db: Database, config: Config, say: (line: string) => void): Promise<void> {
  const other = config.ownerUrl ?? config.directUrl;
  const target = other ? await openDatabase({ url: other, entities, migrations, poolSize: 2 }) : db;
  try {
    const done = await runMigrations(target);
    await migrateJobs(target.pool);
    if (config.ownerUrl && config.databaseUrl && roleOf(config.ownerUrl) !== roleOf(config.databaseUrl))
      await grantRuntime(target.pool, roleOf(config.databaseUrl));
    if (done > 0) say(`Database brought up to date: ${done} migrations`);
  } finally {
    if (other) await target.close();
  }
}

/** Where files are kept. */
export function filesOf(config: Pick<Config, 'storageUrl' | 'dataDir'>): ContentStore {
  return config.storageUrl ? new S3Store(bucketAddress(config.storageUrl)) : new LocalStore(joinPath(config.dataDir, 'files'));
}

/** The services on an open database; a command that has none running makes them itself. */
export async function makeServices(config: Config, db: Database, log: Logger): Promise<Services & { clock: FollowingClock }> {
  const now = await databaseNow(db);
  const clock = tickingClock(now, config.demoNow && config.demoNow !== 'live' ? await demoTime(db, config.demoNow) : null);
  const mailer = config.smtpUrl
    ? smtpMailer(config.smtpUrl, config.mailFrom, bouncesTo(config))
    : folderMailer(joinPath(config.dataDir, 'mail'), () => clock.now());
  return {
    config,
    clock,
    log,
    db,
    mailer,
    files: filesOf(config),
    viewerOf: (personId) => viewerOfPerson({ config, clock, db }, personId),
  };
}
