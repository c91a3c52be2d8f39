import type { Command } from 'commander';
import { applyRetention, previewRetention } from '../modules/privacy/index.js';
import { withServices } from './with-services.js';

/** `retention [--apply]`: what is past its time; the nightly job applies the same rules. */
export function addRetention(program: Command): void {
  program
    .command('retention')
    .description('show what is past its time and would go')
    .option('--apply', 'take it away now instead of tonight')
    .action(({ apply }: { apply?: boolean }) =>
      withServices(async ({ services }) => {
        for (const { name, days, rows, oldest } of await previewRetention(services))
          process.stdout.write(
            `${name}: ${rows} rows more than ${days} days old${oldest ? `, the oldest of ${oldest.slice(0, 10)}` : ''}\n`,
          );
        if (!apply) return;
        const gone = Object.values(await applyRetention(services)).reduce((sum, rows) => sum + rows, 0);
        process.stdout.write(`${gone} rows taken away\n`);
      }),
    );
}
