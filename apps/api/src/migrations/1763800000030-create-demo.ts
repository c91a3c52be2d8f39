import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the demo world was loaded here, and whether to its end. Empty where there is no demo. */
export class CreateDemo1763800000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE demo_loads (began_at timestamptz(3) PRIMARY KEY, finished_at timestamptz(3))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE demo_loads');
  }
}
