import type { Tx } from '../../../platform/database/database.js';
import type { MergedPair } from './pair.js';

export type Settle = (tx: Tx, pair: MergedPair) => Promise<void>;

/** Takes the row of who goes where who stays has one of the same key. */
export const twice = (table: string, key: readonly string[]): string =>
  `DELETE FROM ${table} a USING ${table} k WHERE k.person_id = $1 AND a.person_id = $2 AND ${key.map((each) => `a.${each} = k.${each}`).join(' AND ')}`;

/** One statement, of who stays and who goes. */
export const once =
  (statement: string): Settle =>
  async (tx, { keep, away }) => {
    await tx.row(statement, [keep, away]);
  };

/** What both people said of a post with one press is said once, and counted once. */
const REACTIONS = `
  WITH gone AS (${twice('post_reactions', ['post_id', 'kind'])} RETURNING a.post_id, a.kind), less AS (
    SELECT post_id, count(*) FILTER (WHERE kind = 'THANKS')::int AS thanks, count(*) FILTER (WHERE kind = 'AGREE')::int AS agree,
      count(*) FILTER (WHERE kind = 'IDEA')::int AS idea FROM gone GROUP BY post_id
  )
  UPDATE posts p SET thanks_count = thanks_count - thanks, agree_count = agree_count - agree, idea_count = idea_count - idea FROM less WHERE p.id = less.post_id`;

/** Of two drafts for one place the one that was written on last stays. */
const DRAFTS = `DELETE FROM drafts d USING drafts o WHERE d.person_id = ANY(ARRAY[$1, $2]::uuid[]) AND o.person_id = ANY(ARRAY[$1, $2]::uuid[])
  AND d.person_id <> o.person_id AND d.place = o.place AND d.place_id = o.place_id AND (d.saved_at, d.person_id) < (o.saved_at, o.person_id)`;

/** Where both voted in a poll, the vote of who stays counts. */
const VOTES = twice('poll_votes', ['post_id']);

/** Makes one of two rows of what belongs to writing in discussions; as `SETTLED`, of which it is a part. */
export const SETTLED_WRITING: Readonly<Record<string, Settle>> = {
  drafts: once(DRAFTS),
  post_mentions: once(twice('post_mentions', ['post_id'])),
  post_reactions: once(REACTIONS),
  poll_votes: once(VOTES),
  saved_posts: once(twice('saved_posts', ['post_id'])),
};
