import type { Command } from 'commander';
import { migrations } from '../migrations/index.js';
import { withServices } from './with-services.js';

/** `migrate`: brings the database up to date. Opening it does so; this says where it stands. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(() =>
      withServices(async ({ services }) => {
        const row = await services.db.row<{ n: number }>('SELECT count(*)::int AS n FROM migrations');
        process.stdout.write(`${row?.n ?? 0} of ${migrations.length} migrations are in place\n`);
      }),
    );
}
