import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropIndex, makeIndex } from '../platform/database/make-index.js';

/** Names in earlier decisions whom they concern, so that those can read them and appeal. */
export class FillDecisionAuthors1764000900001 implements MigrationInterface {
  /** The index is built while others write. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE moderation_decisions d SET author_id = p.author_id FROM posts p WHERE d.subject_type = 'Post' AND p.id = d.subject_id AND d.author_id IS NULL;
      UPDATE moderation_decisions d SET author_id = t.author_id FROM threads t WHERE d.subject_type = 'Thread' AND t.id = d.subject_id AND d.author_id IS NULL`);
    await makeIndex(runner, 'moderation_decisions_author', 'moderation_decisions (author_id, decided_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'moderation_decisions_author');
  }
}
