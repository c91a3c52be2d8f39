import { join } from 'node:path';
import pg from 'pg';
import { filesOf } from '../boot.js';
import { entities } from '../entities.js';
import { migrations } from '../migrations/index.js';
import { loadConfig, type Config } from '../platform/config.js';
import { openDatabase, type Database } from '../platform/database/database.js';
import { joinOrStartEmbedded } from '../platform/database/embedded/index.js';
import type { ContentStore } from '../platform/files/content-store.js';
import { progressLine } from '../platform/progress-line.js';
import { say } from './with-services.js';

/** An installation as its owner sees it: nothing was migrated, nothing runs. */
export interface Owned {
  config: Config;
  client: pg.Client;
  files: ContentStore;
  /** Opens the database with these migrations; running them is up to the caller. */
  open(known: typeof migrations): Promise<Database>;
  /** Ends on Ctrl-C. */
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/**
 * Gives a command one connection as the owner of the tables, and the files. The embedded server is joined where it runs, else started
 * for as long as the command takes.
 */
export async function withOwner<T>(work: (owned: Owned) => Promise<T>): Promise<T> {
  const config = loadConfig({ LOG_LEVEL: 'warn', ...process.env });
  const embedded = config.databaseUrl ? null : await joinOrStartEmbedded({ dataDir: join(config.dataDir, 'postgres'), log: say });
  const url = config.ownerUrl ?? config.directUrl ?? config.databaseUrl ?? embedded?.url ?? '';
  const client = new pg.Client({ connectionString: url, application_name: 'operator of stoa' });
  const stop = new AbortController();
  const interrupt = () => stop.abort(new Error('Stopped; nothing was kept.'));
  process.once('SIGINT', interrupt);
  const progress = progressLine(process.stderr, () => performance.now());
  try {
    await client.connect();
    return await work({
      config,
      client,
      files: filesOf(config),
      open: (known) => openDatabase({ url, entities, migrations: known, poolSize: 2 }),
      signal: stop.signal,
      onProgress: (line) => progress.show(() => line),
    });
  } finally {
    progress.end();
    process.off('SIGINT', interrupt);
    await client.end().catch(() => undefined);
    await embedded?.stop();
  }
}
