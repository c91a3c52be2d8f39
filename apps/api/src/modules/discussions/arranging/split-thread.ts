import { rules, searchText, slugify, THREAD_KINDS, type Language } from '@stoa/domain';
import { z } from 'zod';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import type { Outcome } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { recount } from '../counters.js';
import { nextNo } from '../thread-no.js';
import type { ThreadRow } from '../thread.statement.js';
import { arrange } from './arrange.js';
import type { ArrangeThreadPayload, SplitThreadInput } from './arranging.types.js';
import { movePosts } from './post-places.js';
import { lockNetworks } from './relocate.js';

/** So many posts at most go at once. */
const POSTS_MAX = 100;

const fields = z.object({ title: rules.title, kind: z.enum(THREAD_KINDS) });

interface Leaving {
  id: string;
  no: number;
  author_id: string;
  lang: Language;
  created_at: string;
}

/**
 * Makes a thread of its own of some posts of another one; the author of the first of them is its author.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT
 */
export function splitThread(ctx: Context, input: SplitThreadInput): Promise<Outcome<Omit<ArrangeThreadPayload, 'userErrors'>>> {
  const newThread = newId();
  const ids = [...new Set(input.postIds)].map((each) => fromGlobalId(each, 'Post')?.id ?? '').filter((each) => each !== '');
  return arrange(ctx, input, {
    kind: 'SPLIT',
    async prepare(tx, thread) {
      const { title, kind } = checked(fields, input);
      if (ids.length === 0) reject('REQUIRED', 'postIds');
      if (ids.length > POSTS_MAX) reject('TOO_MANY', 'postIds');
      const posts = await tx.rows<Leaving>(
        'SELECT id, no, author_id, lang, created_at FROM posts WHERE thread_id = $1 AND id = ANY($2) ORDER BY no FOR NO KEY UPDATE',
        [thread.id, ids],
      );
      const [first] = posts;
      if (!first || posts.length < ids.length) throw new Refusal('NOT_FOUND');
      if (first.no === 1) reject('OPENING_POST', 'postIds');
      await lockNetworks(tx, [thread.network_id]);
      await begin(tx, newThread, thread, first, { title, kind });
      return { targetId: newThread, threadId: newThread };
    },
    async carryOut(tx, thread, decisionId) {
      await movePosts(tx, { from: thread.id, to: newThread, countyId: thread.county_id, decisionId, ids });
      for (const id of [thread.id, newThread]) await recount(tx, { id, network_id: thread.network_id });
    },
  });
}

/** The thread without posts; they come with the decision, and its counters with them. */
async function begin(tx: Tx, id: string, from: ThreadRow, first: Leaving, { title, kind }: { title: string; kind: string }): Promise<void> {
  await tx.row(
    `INSERT INTO threads (id, county_id, network_id, no, slug, title, lang, kind, author_id, created_at, last_post_at, search)
     VALUES ($1, $2, $3, ${nextNo('$3')}, $4, $5, $6, $7, $8, $9, $9, $10)`,
    [
      id,
      from.county_id,
      from.network_id,
      slugify(title, 'thread'),
      title,
      first.lang,
      kind,
      first.author_id,
      first.created_at,
      searchText([title]),
    ],
  );
}
