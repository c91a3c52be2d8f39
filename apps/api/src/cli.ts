import 'reflect-metadata';
import { Command } from 'commander';
import { CsvError } from './platform/csv/index.js';
import { addBackup } from './cli/backup.js';
import { addCreateAdmin } from './cli/create-admin.js';
import { addDemo } from './cli/demo.js';
import { addExport } from './cli/export-reports.js';
import { addHarvest } from './cli/harvest.js';
import { addImport } from './cli/import.js';
import { addMigrate } from './cli/migrate.js';
import { addReindex } from './cli/reindex.js';
import { addResetFactors } from './cli/reset-factors.js';
import { addRestore } from './cli/restore.js';
import { addReplayErasures } from './cli/replay-erasures.js';
import { addRetention } from './cli/retention.js';
import { addSchema } from './cli/schema.js';
import { addVerifyAudit } from './cli/verify-audit.js';
import { registerAdapters } from './adapters.js';

/** The operator's commands, a file each in `cli/`. */
const commands: readonly ((program: Command) => void)[] = [
  addMigrate,
  addDemo,
  addCreateAdmin,
  addImport,
  addHarvest,
  addExport,
  addResetFactors,
  addSchema,
  addBackup,
  addRestore,
  addVerifyAudit,
  addReplayErasures,
  addRetention,
  addReindex,
];

const program = new Command('stoa')
  .description("The operator's commands of Stoa")
  .showHelpAfterError()
  .configureHelp({ sortSubcommands: true });
registerAdapters();
for (const add of commands) add(program);

program.parseAsync(process.argv).catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});

function messageOf(error: unknown): string {
  if (error instanceof CsvError) return `The file cannot be imported: ${error.code}${detailsOf(error)}`;
  return error instanceof Error ? error.message : String(error);
}

function detailsOf({ details }: CsvError): string {
  const parts = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
