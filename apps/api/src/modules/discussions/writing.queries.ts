import { allows, LENGTHS, searchFold, wordStem } from '@stoa/domain';
import { signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { threadsVisibleTo } from './discussions.policy.js';
import { mentionedIn } from './mentions/mentions.js';
import { postHtml } from './post-html.js';
import { threadStatement, type ThreadRow } from './thread.statement.js';
import type { ThreadType } from './thread.type.js';
import { REACH, reachValues, toThread } from './threads.queries.js';

/** So many similar threads are shown. */
const SIMILAR = 5;
/** Shorter words are in every title. */
const WORD_MIN = 3;
/**
 * The HTML that a text would have as a post: made by what makes it when it is written. Who may not read the network learns nothing of its
 * members; names stay words then.
 * @throws Refusal BAD_REQUEST where the text is longer than a post
 */
export async function postPreview(ctx: Context, network: string, text: string): Promise<string> {
  signedIn(ctx.viewer);
  if (text.length > LENGTHS.markdownBody.max) throw new Refusal('BAD_REQUEST', { limit: 'text' });
  const row = await ctx.db.row<{ id: string; path: string[] }>(
    'SELECT n.id, c.path FROM networks n JOIN territories c ON c.id = n.county_id WHERE n.slug = $1',
    [network],
  );
  const reads = row && allows(ctx.viewer, 'discussion.read', { scopes: [row.id, ...row.path], networkId: row.id });
  const handles = row && reads ? (await mentionedIn(ctx, ctx.db, row.id, text)).handles : new Set<string>();
  return postHtml(text, handles);
}

/** Threads of a network that the viewer may read and whose titles have most words in common with a new one; none for a title of small words. */
export async function similarThreads(ctx: Context, network: string, title: string): Promise<ThreadType[]> {
  signedIn(ctx.viewer);
  if (title.length > LENGTHS.title.max) throw new Refusal('BAD_REQUEST', { limit: 'search' });
  const words = searchFold(title).filter((word) => word.length >= WORD_MIN);
  if (words.length === 0) return [];
  const alike = `(SELECT count(*) FROM unnest($9::text[]) AS w(likes) WHERE ' ' || t.search LIKE w.likes)`;
  // One word in common says little of a longer title.
  const rows = await ctx.db.rows<ThreadRow>(
    threadStatement(
      '$7',
      `${threadsVisibleTo(REACH)} AND t.network_id = (SELECT id FROM networks WHERE slug = $8)
         AND t.id = ANY(ARRAY(SELECT tw.thread_id FROM thread_words tw WHERE tw.words @@ $11::tsquery)) AND ${alike} >= $10
       ORDER BY ${alike} DESC, t.last_post_at DESC, t.id DESC LIMIT ${String(SIMILAR)}`,
    ),
    [
      ...reachValues(ctx),
      network,
      words.map((word) => `% ${wordStem(word)}%`),
      words.length > 3 ? 2 : 1,
      words.map((word) => `'${wordStem(word)}':*`).join(' | '),
    ],
  );
  return rows.map((row) => toThread(ctx, row));
}
