import { Argument, type Command } from 'commander';
import { rebuildLibrary } from '../modules/library/index.js';
import { progressLine } from '../platform/progress-line.js';
import { say, withServices } from './with-services.js';

/** `reindex library [--resume]`: makes what the library is searched by anew, while it is searched. */
export function addReindex(program: Command): void {
  program
    .command('reindex')
    .description('make a search index anew; what was stopped goes on with --resume')
    .addArgument(new Argument('<index>').choices(['library']))
    .option('--resume', 'go on where the last run was stopped')
    .action((_index: string, { resume = false }: { resume?: boolean }) =>
      withServices(async ({ services }) => {
        const stop = new AbortController();
        process.once('SIGINT', () => stop.abort());
        process.once('SIGTERM', () => stop.abort());
        const line = progressLine(process.stderr, () => performance.now());
        const { done, all } = await rebuildLibrary(services, {
          signal: stop.signal,
          resume,
          onProgress: (rebuilt) => line.show(() => `${rebuilt.done} of ${rebuilt.all} resources`),
        });
        line.end();
        if (stop.signal.aborted) {
          say(`Stopped; --resume goes on with the ${all - done} that are left`);
          process.exitCode = 1;
        }
        process.stdout.write(`${done} of ${all} resources taken in\n`);
      }),
    );
}
