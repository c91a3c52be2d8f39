import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an approved report was made public. */
export class PublishReports1764000100000 implements MigrationInterface {
  readonly name = 'PublishReports1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE annual_reports ADD COLUMN published_at timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE annual_reports DROP COLUMN published_at');
  }
}
