import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropIndex, makeIndex } from '../platform/database/make-index.js';

const STEM = `(regexp_replace(slug, '-[0-9]+$', ''))`;

/** What was put forward, the latest first; and which numbers of an address are taken, without reading all addresses. */
export class FindSlugs1764170000001 implements MigrationInterface {
  /** Indexes are built while others write. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await makeIndex(runner, 'resources_promoted', 'resources (promoted_at DESC, id DESC) WHERE promoted_at IS NOT NULL');
    for (const table of ['resources', 'learning_paths', 'collections']) await makeIndex(runner, `${table}_slug_stem`, `${table} ${STEM}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['resources_promoted', 'resources_slug_stem', 'learning_paths_slug_stem', 'collections_slug_stem'])
      await dropIndex(runner, name);
  }
}
