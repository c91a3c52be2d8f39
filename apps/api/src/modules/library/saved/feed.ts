import { createHash } from 'node:crypto';
import { type Language, LANGUAGES } from '@stoa/domain';
import type { Request, Response } from 'express';
import { translator } from '../../../platform/i18n/translate.js';
import type { Services } from '../../../platform/services.js';
import { webUrl } from '../../../platform/web-url.js';
import type { Chosen } from '../queries/library.statement.js';
import { type NewRow, newestOf } from './newest.js';
import { feedOf, feedUrl } from './search-links.js';
import { libraryWords } from './words.js';

/** Entries of a feed. */
const ENTRIES = 50;

interface FeedRow {
  id: string;
  person_id: string;
  name: string;
  query: string;
  filter: Chosen;
  feed_no: number;
  lang: string;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign);

/** Signs that XML 1.0 knows not even escaped. */
const xml = (text: string): string => escape(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));

/** A saved search as Atom (RFC 4287), with what its owner may read at this moment. */
function atom(services: Services, lang: Language, feed: FeedRow, rows: readonly NewRow[]): string {
  const { config, clock } = services;
  const self = feedUrl(config, lang, { id: feed.id, no: feed.feed_no });
  const title = translator(libraryWords, lang, config.timeZone)('feed.title', { name: feed.name });
  const entries = rows.map((row) => {
    const url = webUrl(config, lang, `/library/${row.slug}`);
    return `<entry><id>urn:uuid:${row.id}</id><title xml:lang="${xml(row.lang)}">${xml(row.title)}</title><link href="${xml(url)}"/><updated>${row.published_at}</updated><published>${row.published_at}</published><summary xml:lang="${xml(row.lang)}">${xml(row.outcome || row.summary)}</summary></entry>`;
  });
  const updated = rows[0]?.published_at ?? clock.now().toISOString().slice(0, 10) + 'T00:00:00Z';
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><id>urn:uuid:${feed.id}</id><title>${xml(title)}</title><updated>${updated}</updated><author><name>Stoa</name></author><link rel="self" href="${xml(self)}"/>${entries.join('')}</feed>\n`;
}

/** The feed of a saved search by its secret address: 404 for an address that was renewed, and for whose owner is gone. */
export function serveSearchFeed({ services }: { services: Services }) {
  return async (req: Request, res: Response): Promise<void> => {
    const of = feedOf(services.config, String(req.params['token']), services.clock.now());
    const feed =
      of &&
      (await services.db.row<FeedRow>(
        `SELECT s.id, s.person_id, s.name, s.query, s.filter, s.feed_no, p.lang FROM saved_searches s JOIN people p ON p.id = s.person_id AND p.status = 'ACTIVE'
         WHERE s.id = $1 AND s.feed_no = $2`,
        [of.id, of.no],
      ));
    if (!feed) return void res.status(404).type('text/plain').send('Not found');
    const viewer = await services.viewerOf(feed.person_id);
    const text = atom(
      services,
      LANGUAGES.find((lang) => lang === feed.lang) ?? 'en',
      feed,
      await newestOf(services.db, viewer, { ...feed, limit: ENTRIES }),
    );
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    res.set({ ETag: etag, 'Cache-Control': 'private, max-age=300', 'X-Robots-Tag': 'noindex' });
    if (req.headers['if-none-match'] === etag) return void res.status(304).end();
    res.type('application/atom+xml; charset=utf-8').send(text);
  };
}
