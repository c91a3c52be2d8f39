import type { Tx } from '../../../platform/database/database.js';
import { publish } from '../../../platform/outbox/outbox.js';

/** So many links of a post are kept. */
const LINKS = 10;
const URL_MAX = 1_000;
const LINK = /<a href="(https?:[^"]+)"/gu;

/** Where a post's HTML links to outside of Stoa, each place once: without the part of a page that is meant. */
export function linksIn(html: string, publicUrl: string | null): string[] {
  const own = publicUrl ? new URL(publicUrl).host : null;
  const found = [...html.matchAll(LINK)].flatMap(([, href = '']) => {
    const text = href.replaceAll('&amp;', '&');
    if (!URL.canParse(text)) return [];
    const url = new URL(text);
    url.hash = '';
    return url.host === own || url.href.length > URL_MAX ? [] : [url.href];
  });
  return [...new Set(found)].slice(0, LINKS);
}

/** Keeps where posts link to. @param previews whether somebody shall look what stands there */
export async function keepLinks(tx: Tx, posts: readonly { id: string; urls: readonly string[] }[], previews: boolean): Promise<void> {
  const links = posts.flatMap(({ id, urls }) => urls.map((url, at) => ({ id, place: at + 1, url })));
  if (links.length === 0) return;
  await tx.row(
    'INSERT INTO post_links (post_id, place, url) SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[]) ON CONFLICT DO NOTHING',
    [links.map(({ id }) => id), links.map(({ place }) => place), links.map(({ url }) => url)],
  );
  if (!previews) return;
  const unknown = await tx.rows('INSERT INTO link_previews (url) SELECT DISTINCT unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING 1', [
    links.map(({ url }) => url),
  ]);
  if (unknown.length > 0) await publish(tx, 'LinksFound', {});
}
