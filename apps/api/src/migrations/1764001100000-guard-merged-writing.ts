import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that name a person and came after the merging of people. */
const NAMING: readonly (readonly [table: string, column: string])[] = [
  ['moderation_decisions', 'author_id'],
  ['appeals', 'author_id'],
  ['appeals', 'decided_by'],
  ['review_claims', 'claimed_by'],
  ['reason_templates', 'changed_by'],
  ['drafts', 'person_id'],
  ['post_mentions', 'person_id'],
  ['post_reactions', 'person_id'],
  ['saved_posts', 'person_id'],
  ['thread_summaries', 'written_by'],
];

/** No row may name somebody who was merged into another, in these tables either. */
export class GuardMergedWriting1764001100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of NAMING)
      await runner.query(`CREATE TRIGGER ${table}_${column}_not_merged BEFORE INSERT OR UPDATE OF ${column} ON ${table}
        FOR EACH ROW WHEN (person_is_merged(NEW.${column})) EXECUTE FUNCTION refuse_merged_person()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of NAMING) await runner.query(`DROP TRIGGER ${table}_${column}_not_merged ON ${table}`);
  }
}
