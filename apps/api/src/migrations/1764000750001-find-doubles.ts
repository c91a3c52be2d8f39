import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropIndex, makeIndex } from '../platform/database/make-index.js';

const INDEXES = {
  people_merged_into: 'people (merged_into)',
  people_merged_email: 'people (merged_email)',
  people_name_key: 'people (person_name_key(search))',
  people_mailbox: 'people (person_mailbox(email))',
};

/** What finds doubles of a person, and whom an address of somebody merged belongs to. */
export class FindDoubles1764000750001 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, on] of Object.entries(INDEXES)) await makeIndex(runner, name, on);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await dropIndex(runner, name);
  }
}
