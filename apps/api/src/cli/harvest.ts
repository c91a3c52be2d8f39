import type { Command } from 'commander';
import { harvestCommand, type HarvestFigures } from '../modules/interchange/index.js';
import { say, withServices } from './with-services.js';

/** `harvest SOURCE`: what a repository has for the library, since the last time. */
export function addHarvest(program: Command): void {
  program
    .command('harvest')
    .description('harvest a source of the library, or go on with a harvest that broke off')
    .argument('<source>', 'the name or id of the source, as /admin/sources shows it')
    .action(run);
}

function lineOf({ seen, expected, created, updated, unchanged, withdrawn, duplicates, failed }: HarvestFigures): string {
  const of = expected === null ? '' : ` of ${expected}`;
  return `${seen}${of} records: ${created} created, ${updated} updated, ${unchanged} unchanged, ${withdrawn} withdrawn, ${duplicates} duplicates, ${failed} failed`;
}

async function run(source: string): Promise<void> {
  await withServices(async ({ services }) => {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const done = await harvestCommand(services, source, stop.signal, (figures) => say(lineOf(figures))).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
      throw new Error('Stopped; run it again to go on.');
    });
    if (!done) throw new Error(`There is no source "${source}".`);
    process.stdout.write(`${lineOf(done)}\n`);
    if (done.state !== 'DONE') throw new Error(`The harvest ended as ${done.state}: ${done.error_code ?? ''} ${done.error_detail}`.trim());
  });
}
