import type { Viewer } from './authorize.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Database } from './database/database.js';
import type { ContentStore } from './files/content-store.js';
import type { Logger } from './logger.js';
import type { Mailer } from './mail/mailer.js';

/** What a command, query or job may use; made once in `main.ts`, or by a test. */
export interface Services {
  config: Config;
  clock: Clock;
  log: Logger;
  db: Database;
  mailer: Mailer;
  files: ContentStore;
  /** The rights that a person has now, for work done after their request: rights may have ended in between. */
  viewerOf(personId: string): Promise<Viewer>;
}
