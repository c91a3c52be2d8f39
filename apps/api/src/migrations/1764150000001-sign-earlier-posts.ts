import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts that are signed in one step: few enough that nobody who writes waits for long. */
const TOGETHER = 5_000;

/** Signs what was written before posts were signed by what is known now. */
export class SignEarlierPosts1764150000001 implements MigrationInterface {
  /** Each step is committed, so that it holds no more posts than it works on. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const signed = (await runner.query(
        `WITH step AS (SELECT id, author_id, network_id FROM posts WHERE id > $1 ORDER BY id LIMIT ${String(TOGETHER)}),
         signed AS (
           UPDATE posts p SET author_school = w.school, author_profession = w.profession FROM step o
           CROSS JOIN LATERAL (
             SELECT s.name AS school, af.profession FROM memberships m
             LEFT JOIN schools s ON s.id = m.school_id
             LEFT JOIN affiliations af ON af.person_id = m.person_id AND af.school_id = m.school_id AND af.state <> 'ENDED'
             WHERE m.person_id = o.author_id AND m.network_id = o.network_id AND m.joined_at IS NOT NULL
             ORDER BY m.joined_at DESC, m.id, af.starts_on DESC, af.id LIMIT 1) w
           WHERE p.id = o.id AND p.author_school IS NULL AND p.author_profession IS NULL)
         SELECT id FROM step ORDER BY id DESC LIMIT 1`,
        [last],
      )) as { id: string }[];
      if (!signed[0]) return;
      last = signed[0].id;
    }
  }

  /** The columns go with the migration before. */
  async down(): Promise<void> {}
}
