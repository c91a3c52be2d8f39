import { LICENCE_TERMS } from '@stoa/domain';
import type { RequestHandler } from 'express';
import { Feed } from 'feed';
import { translator } from '../../../platform/i18n/translate.js';
import { xmlSafe } from '../xml.js';
import { newest, readSelection, selectionQuery } from './selection.js';
import { meter, originOf, type PublicServices } from './serving.js';
import { publicWords } from './words.js';

const ENTRIES = 50;

/** Serves `/feeds/library.atom`: the newest public resources, by topic, centre, network, kind and language (RFC 4287). The same for everybody. */
export function serveFeed(services: PublicServices): RequestHandler {
  return async (req, res) => {
    if (!meter(services, req, res)) return;
    const { config, db } = services;
    const origin = originOf(config, req);
    const selection = readSelection(new URLSearchParams(req.originalUrl.split('?')[1] ?? ''));
    const rows = await newest(db, selection, ENTRIES);
    const say = translator(publicWords, selection.hl);
    const self = `${origin}/feeds/library.atom?${selectionQuery(selection)}`;
    const feed = new Feed({
      id: self,
      link: `${origin}/${selection.hl}/library`,
      title: say('feed.title'),
      description: say('feed.text'),
      language: selection.hl,
      generator: 'Stoa',
      // A feed that has nothing yet has not changed since the first second that it could have.
      updated: new Date(rows.reduce((last, { changed_at: at }) => (at > last ? at : last), '1970-01-01T00:00:00Z')),
      feedLinks: { atom: self },
      author: { name: 'Stoa' },
    });
    for (const row of rows) {
      const page = `${origin}/${selection.hl}/library/${row.slug}`;
      const licence = row.licence && LICENCE_TERMS[row.licence].url;
      feed.addItem({
        // Whatever language the feed speaks, an entry is the same one.
        id: `${origin}/en/library/${row.slug}`,
        link: page,
        title: xmlSafe(row.title),
        description: xmlSafe(row.summary),
        date: new Date(row.changed_at),
        published: new Date(row.published_at),
        author: row.authors.map((name) => ({ name: xmlSafe(name) })),
        category: [row.kind.toLowerCase(), ...row.topics].map((name) => ({ name, term: name })),
        ...(licence && { copyright: licence }),
      });
    }
    res.set('content-type', 'application/atom+xml; charset=utf-8').set('cache-control', 'public, max-age=300').send(feed.atom1());
  };
}
