import { SEARCH_WORD_MAX, searchText } from '@stoa/domain';
import type { Tx } from '../../../platform/database/database.js';
import type { Services } from '../../../platform/services.js';
import { keepLinks, linksIn } from '../links/links.js';
import { haveNewMembersJudged } from '../spam/judge-post.js';

/** What a post is found by. */
interface PostText {
  id: string;
  body: string;
  /** The thread's title where the post opens it. */
  title: string | null;
  /** What its poll asks. */
  question: string | null;
}

type TakesIn = Pick<Services, 'db' | 'config' | 'clock'>;

/** Posts of one transaction. */
const BATCH = 500;

/** Posts that are new or changed, taken so that no two workers take the same. */
const TAKEN = `
  WITH taken AS (
    DELETE FROM posts_to_index WHERE post_id IN (SELECT post_id FROM posts_to_index ORDER BY post_id LIMIT ${String(BATCH)} FOR UPDATE SKIP LOCKED)
    RETURNING post_id
  )
  SELECT p.id, p.body, p.body_html, CASE WHEN p.no = 1 THEN t.title END AS title, q.question
  FROM taken JOIN posts p ON p.id = taken.post_id JOIN threads t ON t.id = p.thread_id LEFT JOIN polls q ON q.post_id = p.id`;

const KEEP = `
  INSERT INTO post_words (post_id, written_at, words)
  SELECT p.id, p.created_at, array_to_tsvector(string_to_array(k.words, ' ')) FROM unnest($1::uuid[], $2::text[]) AS k(id, words) JOIN posts p ON p.id = k.id
  ON CONFLICT (post_id) DO UPDATE SET words = EXCLUDED.words`;

/** Takes in what posts that are new or changed are found by and where they link to, until there are none or the signal stops it. */
export async function takeInPosts(services: TakesIn, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await services.db.transaction((tx) => takeInSome(tx, services))) > 0);
}

async function takeInSome(tx: Tx, { config: { publicUrl, linkPreviews, spam }, clock }: TakesIn): Promise<number> {
  const posts = await tx.rows<PostText & { body_html: string }>(TAKEN);
  if (posts.length === 0) return 0;
  await keepWords(tx, posts);
  await keepLinks(
    tx,
    posts.map(({ id, body_html: html }) => ({ id, urls: linksIn(html, publicUrl) })),
    linkPreviews,
  );
  await haveNewMembersJudged(
    tx,
    posts.map(({ id }) => id),
    { spam, at: clock.now() },
  );
  return posts.length;
}

/** Lets posts be found by the words of their texts. */
export async function keepWords(tx: Tx, posts: readonly PostText[]): Promise<void> {
  await tx.row(KEEP, [posts.map(({ id }) => id), posts.map(({ title, question, body }) => wordsOf([title, question, body]))]);
}

/** Each word once, cut where nobody types on. */
function wordsOf(texts: readonly (string | null)[]): string {
  const words = searchText(texts).split(' ');
  return [...new Set(words.map((word) => word.slice(0, SEARCH_WORD_MAX)))].join(' ');
}
