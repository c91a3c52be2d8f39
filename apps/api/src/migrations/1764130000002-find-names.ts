import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropIndex, makeIndex } from '../platform/database/make-index.js';

/** Words of people's names by an index, in however big a register. */
export class FindNames1764130000002 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await makeIndex(runner, 'people_words', 'people USING gin (words_of(search)) WITH (fastupdate = off)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'people_words');
  }
}
