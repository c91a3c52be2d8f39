import type { Command } from 'commander';
import { loadDemo } from '../demo/load-demo.js';
import { say, withServices } from './with-services.js';

/** `demo`: loads the demo world into an empty database, where there is a demo. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('load the demo world into an empty database; refused where there is no demo')
    .action(() =>
      withServices(async ({ services }) => {
        const { steps, seconds } = await loadDemo(services, say);
        process.stdout.write(`${steps} steps played in ${seconds.toFixed(1)} s\n`);
      }),
    );
}
