import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A post keeps where its author worked when writing it, so that nobody who reads has to look it up (decision 30). */
export class SignPosts1764150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE posts ADD COLUMN author_school text, ADD COLUMN author_profession text;
      CREATE FUNCTION sign_post() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT s.name, af.profession INTO NEW.author_school, NEW.author_profession FROM memberships m
        LEFT JOIN schools s ON s.id = m.school_id
        LEFT JOIN affiliations af ON af.person_id = m.person_id AND af.school_id = m.school_id AND af.state <> 'ENDED'
        WHERE m.person_id = NEW.author_id AND m.network_id = NEW.network_id AND m.joined_at IS NOT NULL
        ORDER BY m.joined_at DESC, m.id, af.starts_on DESC, af.id LIMIT 1;
        RETURN NEW;
      END $$;
      CREATE TRIGGER posts_signature BEFORE INSERT ON posts FOR EACH ROW EXECUTE FUNCTION sign_post();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER posts_signature ON posts;
      DROP FUNCTION sign_post();
      ALTER TABLE posts DROP COLUMN author_school, DROP COLUMN author_profession;
    `);
  }
}
