import { LANGUAGES } from '@stoa/domain';
import type { RequestHandler } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql } from '../../../platform/database/database.js';
import { XML_HEAD, xmlText } from '../xml.js';
import { meter, originOf, type PublicServices } from './serving.js';

/** Pages that stand by themselves. */
const FIXED = ['', '/find', '/centres', '/schools', '/networks', '/library', '/about', '/accessibility', '/agreements', '/privacy'];

/** What visitors may read, by the page of each record. A part's rows are ids, paths and, where it is known, the day of the last change. */
const KINDS: Readonly<Record<string, string>> = {
  library: `SELECT id, '/library/' || slug AS path, changed_at AS changed FROM resources WHERE state IN ('PUBLISHED', 'OUTDATED') AND visibility = 'PUBLIC'`,
  centres: `SELECT id, '/centres/' || slug AS path, NULL::timestamptz AS changed FROM centres WHERE status = 'ACTIVE'`,
  structures: `SELECT id, '/structures/' || slug AS path, NULL::timestamptz AS changed FROM structures WHERE status = 'ACTIVE'`,
  schools: `SELECT id, '/schools/' || slug AS path, NULL::timestamptz AS changed FROM schools WHERE status = 'ACTIVE'`,
  networks: `SELECT id, '/networks/' || slug AS path, NULL::timestamptz AS changed FROM networks WHERE promoted_at IS NOT NULL`,
};

/** Records of one file: four addresses each, so 40,000 of the 50,000 that the protocol allows (sitemaps.org), and 40 of its 50 MB. */
const RECORDS = 10_000;
/** Records that are read at a time. */
const STRETCH = 1_000;

interface Row {
  id: string;
  path: string;
  changed: string | null;
}

/** Serves `/sitemap.xml`, which names the files of each kind of page. */
export function serveSitemap(services: PublicServices): RequestHandler {
  return async (req, res) => {
    if (!meter(services, req, res)) return;
    const origin = originOf(services.config, req);
    const counts = await services.db.rows<{ kind: string; n: number }>(
      Object.entries(KINDS)
        .map(([kind, sql]) => `SELECT '${kind}' AS kind, count(*)::int AS n FROM (${sql}) ${kind}`)
        .join(' UNION ALL '),
    );
    const files = [
      'pages-1',
      ...counts.flatMap(({ kind, n }) => Array.from({ length: Math.ceil(n / RECORDS) }, (_, at) => `${kind}-${at + 1}`)),
    ];
    const entries = files.map((name) => `<sitemap><loc>${xmlText(`${origin}/sitemaps/${name}.xml`)}</loc></sitemap>`);
    res
      .set('content-type', 'application/xml; charset=utf-8')
      .set('cache-control', 'public, max-age=3600')
      .send(`${XML_HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>`);
  };
}

/** Serves `/sitemaps/<kind>-<no>.xml` as it is read: each page in all languages, with its twins. */
export function serveSitemapFile(services: PublicServices): RequestHandler {
  return async (req, res) => {
    const [, kind = '', no = ''] = /^([a-z]+)-([1-9]\d{0,5})\.xml$/u.exec(String(req.params['name'])) ?? [];
    const sql = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (!(sql || (kind === 'pages' && no === '1'))) {
      res.status(404).set('cache-control', 'no-store').type('text/plain').send('Not found');
      return;
    }
    if (!meter(services, req, res)) return;
    const origin = originOf(services.config, req);
    res.set('content-type', 'application/xml; charset=utf-8').set('cache-control', 'public, max-age=3600');
    const rows = sql ? rowsOf(services.db, sql, Number(no)) : fixedRows();
    await pipeline(Readable.from(written(origin, rows)), res);
  };
}

function* fixedRows(): Generator<Row[]> {
  yield FIXED.map((path) => ({ id: path, path, changed: null }));
}

async function* rowsOf(sql: Sql, select: string, no: number): AsyncGenerator<Row[]> {
  const start = await sql.row<{ id: string }>(`SELECT id FROM (${select}) s ORDER BY id OFFSET $1 LIMIT 1`, [(no - 1) * RECORDS]);
  let [from, isFirst, left] = [start?.id ?? null, true, RECORDS];
  while (from !== null && left > 0) {
    const rows: Row[] = await sql.rows<Row>(`SELECT * FROM (${select}) s WHERE id ${isFirst ? '>=' : '>'} $1 ORDER BY id LIMIT $2`, [
      from,
      Math.min(STRETCH, left),
    ]);
    if (rows.length > 0) yield rows;
    from = rows.at(-1)?.id ?? null;
    left -= rows.length;
    isFirst = false;
  }
}

async function* written(origin: string, stretches: Iterable<Row[]> | AsyncIterable<Row[]>): AsyncGenerator<string> {
  yield `${XML_HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">`;
  for await (const rows of stretches) yield rows.map((row) => entriesOf(origin, row)).join('');
  yield '</urlset>\n';
}

function entriesOf(origin: string, { path, changed }: Row): string {
  const address = (lang: string) => xmlText(`${origin}/${lang}${path}`);
  const twins = [...LANGUAGES.map((lang) => [lang, lang] as const), ['x-default', 'en'] as const]
    .map(([hreflang, lang]) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${address(lang)}"/>`)
    .join('');
  const last = changed === null ? '' : `<lastmod>${changed.slice(0, 10)}</lastmod>`;
  return LANGUAGES.map((lang) => `<url><loc>${address(lang)}</loc>${last}${twins}</url>`).join('');
}

/** Serves `/robots.txt`: everything public may be read by programs, too, and where the list of it is. */
export function serveRobots({ config }: Pick<PublicServices, 'config'>): RequestHandler {
  return (req, res) => {
    res
      .type('text/plain')
      .set('cache-control', 'public, max-age=3600')
      .send(`User-agent: *\nDisallow: /graphql\nDisallow: /files/\nDisallow: /exports/\n\nSitemap: ${originOf(config, req)}/sitemap.xml\n`);
  };
}
