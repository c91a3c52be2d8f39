import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { classification, classificationGaps } from '../modules/privacy/index.js';
import type { Database } from '../platform/database/database.js';
import { withServices } from './with-services.js';

/** `schema [--check]`: what would have to change in the tables so that they are as the entities say, and which columns are not classified. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the SQL by which the tables differ from the entities')
    .option('--check', 'fail where they differ')
    .action(({ check }: { check?: boolean }) =>
      withServices(async ({ services }) => {
        const differences = await schemaDifferences(services.db);
        for (const sql of differences) process.stdout.write(`${sql};\n`);
        process.stdout.write(`${differences.length} differences between migrations and entities\n`);
        const gaps = await classificationGaps(services.db, classification);
        for (const gap of gaps) process.stdout.write(`${gap}: see modules/privacy/columns\n`);
        if (check && differences.length + gaps.length > 0) process.exitCode = 1;
      }),
    );
}

/**
 * The SQL by which the tables differ from the entities. Foreign keys are left out: they stand in migrations alone, since no
 * entity has relations.
 */
async function schemaDifferences(db: Database): Promise<string[]> {
  const keys = await db.rows<{ name: string }>(`SELECT conname AS name FROM pg_constraint WHERE contype = 'f'`);
  askInTurn(db.dataSource);
  const { upQueries } = await db.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query).filter((sql) => !keys.some(({ name }) => sql.endsWith(`DROP CONSTRAINT "${name}"`)));
}

/** TypeORM reads tables by several statements at once on one connection, which the driver is going to refuse: here each waits for the one before. */
function askInTurn(dataSource: DataSource): void {
  const makeRunner = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner = makeRunner(mode);
    const ask = runner.query.bind(runner);
    let before: Promise<unknown> = Promise.resolve();
    runner.query = (...statement: Parameters<typeof ask>) => {
      const answer = before.then(() => ask(...statement));
      before = answer.catch(() => undefined);
      return answer;
    };
    return runner;
  };
}
