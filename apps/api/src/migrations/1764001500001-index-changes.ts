import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropIndex, makeIndex } from '../platform/database/make-index.js';

/** Finds what changed in a thread since a number; what was written before changes were numbered is not in it. */
export class IndexChanges1764001500001 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await makeIndex(runner, 'posts_changes', 'posts (thread_id, change_no) WHERE change_no > 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'posts_changes');
  }
}
