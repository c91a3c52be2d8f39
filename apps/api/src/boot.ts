import { join as joinPath } from 'node:path';
import { tickingClock, type MovableClock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { openDatabase, type Database } from './platform/database/database.js';
import { runMigrations } from './platform/database/migrate.js';
import { grantRuntime, roleOf } from './platform/database/runtime-role.js';
import { joinOrStartEmbedded, startEmbedded, type EmbeddedServer } from './platform/database/embedded/index.js';
import { LocalStore } from './platform/files/local-store.js';
import { createLogger, type Logger } from './platform/logger.js';
import { folderMailer, smtpMailer } from './platform/mail/mailer.js';
import { migrateJobs } from './platform/outbox/outbox.js';
import type { Services } from './platform/services.js';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { viewerOfPerson } from './viewer.js';

/** A database ready for use, and what must be stopped after it. */
export interface Booted {
  services: Services & { clock: MovableClock };
  /** A connection string that speaks to PostgreSQL without a pooler. */
  directUrl: string;
  close(): Promise<void>;
}

/**
 * Opens the configured or embedded database, brings it up to date and makes the services.
 * @param options.join for commands: joins an embedded server that runs already
 */
export async function boot(config: Config, say: (line: string) => void, options: { join?: boolean } = {}): Promise<Booted> {
  const log = createLogger(config.logLevel);
  const embedded = config.databaseUrl ? null : await openEmbedded(config, say, options.join ?? false);
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const db = await openDatabase({ url, entities, migrations, statementNames: config.statementNames });
  try {
    await migrate(db, config, say);
    return { services: await makeServices(config, db, log), directUrl: config.directUrl ?? url, close: () => closeAll(db, embedded) };
  } catch (error) {
    await closeAll(db, embedded);
    throw error;
  }
}

function openEmbedded(config: Config, say: (line: string) => void, join: boolean): Promise<EmbeddedServer> {
  return (join ? joinOrStartEmbedded : startEmbedded)({ dataDir: joinPath(config.dataDir, 'postgres'), log: say });
}

async function closeAll(db: Database, embedded: EmbeddedServer | null): Promise<void> {
  await db.close();
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

/** The services on an open database; a command that has none running makes them itself. */
export async function makeServices(config: Config, db: Database, log: Logger): Promise<Services & { clock: MovableClock }> {
  const row = await db.row<{ now: string }>('SELECT clock_timestamp() AS now');
  const startAt = config.demoNow && config.demoNow !== 'live' ? new Date(config.demoNow) : null;
  const clock = tickingClock(new Date(row?.now ?? Date.now()), startAt);
  const mailer = config.smtpUrl
    ? smtpMailer(config.smtpUrl, config.mailFrom)
    : folderMailer(joinPath(config.dataDir, 'mail'), () => clock.now());
  const files = new LocalStore(joinPath(config.dataDir, 'files'));
  return { config, clock, log, db, mailer, files, viewerOf: (personId) => viewerOfPerson({ config, clock, db }, personId) };
}
