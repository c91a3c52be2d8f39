import type { Command } from 'commander';
import { makeServices } from '../boot.js';
import { migrations } from '../migrations/index.js';
import { contents } from '../platform/backup/format.js';
import { replayErasures } from '../modules/privacy/index.js';
import { checkBackup, restoreBackup, type CheckedBackup } from '../platform/backup/restore-backup.js';
import { refuseRunning } from '../platform/backup/target.js';
import { anchorAudit } from '../platform/audit/audit.jobs.js';
import { BackupError } from '../platform/backup/backup-error.js';
import { createLogger } from '../platform/logger.js';
import { migrateJobs } from '../platform/outbox/outbox.js';
import { progressLine } from '../platform/progress-line.js';
import { withOwner } from './with-owner.js';

interface Options {
  replace?: boolean;
  verify?: boolean;
  withoutJobs?: boolean;
  sha256?: string;
}

/** `restore FILE`: puts a backup into an empty installation, or in place of what is there. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('put a backup into the database and the file store, all or nothing')
    .argument('<file>', 'the backup')
    .option('--replace', 'give up what the database and the file store hold now')
    .option('--verify', 'only read the backup and compare its hashes; needs no database')
    .option('--without-jobs', 'leave out mails and other work that waited when the backup was made, as for a rehearsal')
    .option('--sha256 <hash>', 'refuse the file where its SHA-256, which "backup" printed, is another')
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  if (options.verify) return await verify(file, options);
  await withOwner(async ({ config, client, files, open, signal, onProgress }) => {
    const backup = await checked(file, options, { signal, onProgress });
    await refuseRunning(client);
    const db = await open(migrations);
    try {
      await migrateJobs(db.pool);
      const result = await restoreBackup(
        backup,
        {
          db,
          migrations: migrations.map(({ name }) => name),
          withMigrations: (names) => open(migrations.filter(({ name }) => names.includes(name))),
          files,
          replace: options.replace ?? false,
          withoutJobs: options.withoutJobs ?? false,
        },
        { signal, onProgress },
      );
      const { erased } = await replayErasures(await makeServices(config, db, createLogger(config.logLevel)));
      await anchorAudit({ config, db, log: createLogger(config.logLevel) }, file);
      process.stdout.write(`${contents(result)} restored from ${file}${erased > 0 ? `; ${erased} erasures carried out again` : ''}\n`);
    } finally {
      await db.close();
    }
  });
}

async function verify(file: string, options: Options): Promise<void> {
  const progress = progressLine(process.stderr, () => performance.now());
  const { manifest, result, read } = await checked(file, options, { onProgress: (line) => progress.show(() => line) });
  progress.end();
  process.stdout.write(
    `${contents(result)}, ${read.entries} entries whole and unaltered; made ${manifest.madeAt} on PostgreSQL ${manifest.postgres}; SHA-256 ${read.sha256}\n`,
  );
}

async function checked(file: string, { sha256 }: Options, steering: Parameters<typeof checkBackup>[1]): Promise<CheckedBackup> {
  const backup = await checkBackup(file, steering);
  if (sha256 && sha256.toLowerCase() !== backup.read.sha256)
    throw new BackupError(`The file's SHA-256 is ${backup.read.sha256}. Nothing was changed.`);
  return backup;
}
