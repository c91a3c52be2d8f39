import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the demo's time began to tick, for all programs on the database. Empty where there is no demo. */
export class CreateDemoClock1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE demo_clock (single boolean PRIMARY KEY CHECK (single), began_as text NOT NULL, began_at timestamptz(3) NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE demo_clock');
  }
}
