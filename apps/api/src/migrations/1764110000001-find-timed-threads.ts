import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropIndex, makeIndex } from '../platform/database/make-index.js';

/** What finds locks and pins whose time is over; few threads have one. */
export class FindTimedThreads1764110000001 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await makeIndex(runner, 'threads_timed', 'threads (id) WHERE locked_until IS NOT NULL OR pinned_until IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'threads_timed');
  }
}
