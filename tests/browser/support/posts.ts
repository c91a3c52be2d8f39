import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

/** A post of the demo world, and somebody who may report it. */
export interface FoundPost {
  /** Its address, with its number as the hash. */
  path: string;
  /** Its global id. */
  id: string;
  /** The account of another member, who neither coordinates nor wrote it. */
  reporter: string;
}

const VISIBLE_REPLIES = `FROM posts p JOIN threads t ON t.id = p.thread_id JOIN networks n ON n.id = p.network_id JOIN people a ON a.id = p.author_id
  JOIN appointments c ON c.scope_id = n.id AND c.role = 'NC' JOIN people k ON k.id = c.person_id
  CROSS JOIN LATERAL (SELECT r.id, split_part(r.email, '@', 1) AS account FROM memberships m JOIN people r ON r.id = m.person_id
    WHERE m.network_id = n.id AND m.state = 'ACTIVE' AND r.id NOT IN (p.author_id, k.id) AND r.email LIKE 'teacher%' ORDER BY r.email LIMIT 1) r
  WHERE k.email = 'coordinator.ict@demo.invalid' AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL AND t.visibility = 'VISIBLE'
    AND p.author_id <> k.id AND p.no > 1`;

/** A visible reply of a person in the network of the ICT coordinator. */
export async function replyOf(stage: Stage, account: string): Promise<FoundPost> {
  const [row] = await stage.sql<FoundPost>(
    `SELECT '/networks/' || n.slug || '/discussions/' || t.no || '-' || t.slug || '#p' || p.no AS path, 'Post_' || p.id AS id, r.account AS reporter
     ${VISIBLE_REPLIES} AND a.email = $1 ORDER BY p.no DESC, p.created_at DESC LIMIT 1`,
    [`${account}@demo.invalid`],
  );
  if (!row) throw new Error(`${account} wrote nothing there`);
  return row;
}

/** Lets members report replies of others in that network, each reply once. */
export async function reportReplies(stage: Stage, count: number): Promise<void> {
  await stage.sql(
    `INSERT INTO flags (id, county_id, scope_id, subject_type, subject_id, author_id, reason, flagged_by, flagged_at)
     SELECT gen_random_uuid(), p.county_id, p.network_id, 'Post', p.id, p.author_id, 'OFF_TOPIC', r.id, '2026-11-23T10:00:00Z'
     ${VISIBLE_REPLIES} AND a.email <> 'teacher014@demo.invalid' ORDER BY t.no DESC, p.no DESC LIMIT $1`,
    [count],
  );
}

/** Chooses an act from the menu of the post that an address names. */
export async function actOnPost({ page }: Visitor, path: string, act: string): Promise<void> {
  await page.getByRole('button', { name: `More about post ${path.split('#p')[1] ?? ''}`, exact: true }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}
