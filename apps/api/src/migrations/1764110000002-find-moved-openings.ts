import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A post that comes to open a thread, or opens one no more, is found by other words: the title's are the first post's. */
export class FindMovedOpenings1764110000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TRIGGER posts_words_moved AFTER UPDATE OF no ON posts FOR EACH ROW WHEN (OLD.no <> NEW.no AND (OLD.no = 1 OR NEW.no = 1))
        EXECUTE FUNCTION note_post_words();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER posts_words_moved ON posts');
  }
}
