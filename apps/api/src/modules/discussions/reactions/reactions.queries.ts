import type { Reaction } from '@stoa/domain';
import type { Loader } from '../../../platform/context.js';
import { toPerson } from '../../accounts/index.js';
import type { PostReactionsType, ReactorType } from './reaction.types.js';

/** So many of those who reacted are named. */
const NAMED = 100;

/** What a post shows of reactions where its text may not be read. */
export const NO_REACTIONS: PostReactionsType = { thanks: 0, agree: 0, idea: 0, mine: [] };

/** The reactions to posts that the viewer may read: the kept counts, and what the viewer said. */
export const reactionsTo: Loader<string, PostReactionsType> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ id: string } & PostReactionsType>(
    `SELECT p.id, p.thanks_count AS thanks, p.agree_count AS agree, p.idea_count AS idea,
       ARRAY(SELECT r.kind FROM post_reactions r WHERE r.post_id = p.id AND r.person_id = $2 ORDER BY r.kind) AS mine
     FROM posts p WHERE p.id = ANY($1)`,
    [ids, ctx.viewer.personId],
  );
  const found = new Map(rows.map(({ id, ...reactions }) => [id, reactions]));
  return ids.map((id) => found.get(id) ?? NO_REACTIONS);
};

/** Who reacted to posts that the viewer may read, the latest first. */
export const reactorsTo: Loader<string, ReactorType[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ post_id: string; kind: Reaction; id: string; handle: string; display_name: string }>(
    `SELECT r.post_id, r.kind, a.id, a.handle, a.display_name FROM unnest($1::uuid[]) AS k(id) CROSS JOIN LATERAL (
       SELECT * FROM post_reactions WHERE post_id = k.id ORDER BY reacted_at DESC, person_id, kind LIMIT ${String(NAMED)}) r
     JOIN people a ON a.id = r.person_id ORDER BY r.reacted_at DESC, r.person_id, r.kind`,
    [ids],
  );
  return ids.map((id) => rows.filter((row) => row.post_id === id).map((row) => ({ kind: row.kind, person: toPerson(row) })));
};
