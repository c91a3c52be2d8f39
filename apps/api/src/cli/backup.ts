import type { Command } from 'commander';
import { ArchiveWriter } from '../platform/backup/archive-writer.js';
import { contents } from '../platform/backup/format.js';
import { writeBackup } from '../platform/backup/write-backup.js';
import { writeFileAtomically } from '../platform/files/atomic-file.js';
import { say } from './with-services.js';
import { withOwner } from './with-owner.js';

/** `backup FILE`: the whole database and all stored files as of one moment. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write the whole database and all stored files to one file; Stoa may run meanwhile')
    .argument('<file>', 'the backup (a .tar.gz); replaced where it exists, once the new one is whole')
    .action(run);
}

async function run(file: string): Promise<void> {
  await withOwner(async ({ client, files, signal, onProgress }) => {
    const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const archive = new ArchiveWriter(rows[0]?.now ?? new Date());
    const writing = writeBackup(archive, { client, files, now: rows[0]?.now ?? new Date(), signal, onProgress });
    writing.catch((error: unknown) => archive.fail(error));
    const { size, sha256 } = await writeFileAtomically(file, archive.output, { signal });
    const result = await writing;
    for (const key of result.missing) say(`Not in the file store, or not whole there: ${key}`);
    if (result.missing.length > 0) process.exitCode = 1;
    const faults = result.missing.length > 0 ? `, ${result.missing.length} files missing` : '';
    process.stdout.write(`${contents(result)}${faults} written to ${file}: ${size} bytes, SHA-256 ${sha256}\n`);
  });
}
