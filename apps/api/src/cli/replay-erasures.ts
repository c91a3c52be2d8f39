import type { Command } from 'commander';
import { replayErasures } from '../modules/privacy/index.js';
import { withServices } from './with-services.js';

/** `replay-erasures`: after a restore, erases once more whoever was erased since the backup. */
export function addReplayErasures(program: Command): void {
  program
    .command('replay-erasures')
    .description('erase again whoever the list beside the database names; run it after a restore')
    .action(() =>
      withServices(async ({ services }) => {
        const { listed, erased } = await replayErasures(services);
        process.stdout.write(`${listed} erasures in the list, ${erased} carried out again\n`);
      }),
    );
}
