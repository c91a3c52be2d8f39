import { Option, type Command } from 'commander';
import { anchorFile } from '../platform/audit/audit.jobs.js';
import { readAnchors } from '../platform/audit/anchors.js';
import { noteVerdict, verifyAudit } from '../platform/audit/verify.js';
import { progressLine } from '../platform/progress-line.js';
import { withServices } from './with-services.js';

/** `verify-audit`: goes through the audit log and fails at the first break. */
export function addVerifyAudit(program: Command): void {
  program
    .command('verify-audit')
    .description('go through the audit log: edits, deletions, reorderings and cut-off ends show; fails at the first break')
    .addOption(new Option('--anchors <file>', 'the notes kept outside the database; default: those of this installation'))
    .action(({ anchors }: { anchors?: string }) => run(anchors));
}

async function run(file: string | undefined): Promise<void> {
  await withServices(async ({ services }) => {
    const progress = progressLine(process.stderr, () => performance.now());
    const anchors = await readAnchors(file ?? anchorFile(services.config));
    const verdict = await verifyAudit(services.db, anchors, (rows) => progress.show(() => `${rows} rows`));
    progress.end();
    if (verdict.broken) process.stdout.write(`Broken: ${verdict.broken}\n`);
    process.stdout.write(
      `${verdict.rows} rows in ${verdict.chains} chains, ${verdict.anchors} anchors, ${verdict.erased} with erased values, ${verdict.broken ? 'broken' : 'whole'}\n`,
    );
    await services.db.transaction((tx) => noteVerdict(tx, verdict, services.clock.now()));
    if (verdict.broken) process.exitCode = 1;
  });
}
