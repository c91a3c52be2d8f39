import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which numbers of an address are taken, without reading all addresses. */
export class FindSlugs1764170000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX resources_slug_stem ON resources (regexp_replace(slug, '-[0-9]+$', ''));
      CREATE INDEX learning_paths_slug_stem ON learning_paths (regexp_replace(slug, '-[0-9]+$', ''));
      CREATE INDEX collections_slug_stem ON collections (regexp_replace(slug, '-[0-9]+$', ''));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX collections_slug_stem, learning_paths_slug_stem, resources_slug_stem');
  }
}
