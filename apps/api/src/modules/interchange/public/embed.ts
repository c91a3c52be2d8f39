import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { translator } from '../../../platform/i18n/translate.js';
import { xmlText } from '../xml.js';
import { newest, readSelection, type ListedRow, type Selection } from './selection.js';
import { meter, originOf, type PublicServices } from './serving.js';
import { publicWords } from './words.js';

const MOST = 30;
const USUAL = 10;

/** The page's only style; its digest stands in the page's policy. Colours follow the reader's choice of light or dark. */
const STYLE = `:root{color-scheme:light dark;--ink:#1f2328;--muted:#57606a;--line:#d0d7de;--link:#0b57a4;--ground:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e6e8eb;--muted:#a5adb6;--line:#3d444d;--link:#8ab8f0;--ground:#16191d}}
body{margin:0;padding:12px 16px;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
h1{font-size:18px;margin:0 0 8px}ul{list-style:none;margin:0;padding:0}li{padding:8px 0;border-top:1px solid var(--line)}
a{color:var(--link)}p{margin:2px 0 0;color:var(--muted);font-size:14px}footer{border-top:1px solid var(--line);padding-top:8px;font-size:14px}`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;

/**
 * Serves `/embed/library`: a list for the web sites of schools, which put it in a frame. It runs no script, sets no cookie and reads none: what
 * it shows is the same for everybody.
 */
export function serveEmbed(services: PublicServices): RequestHandler {
  return async (req, res) => {
    if (!meter(services, req, res)) return;
    const query = new URLSearchParams(req.originalUrl.split('?')[1] ?? '');
    const selection = readSelection(query);
    const count = Number.parseInt(query.get('count') ?? '', 10);
    const rows = await newest(services.db, selection, count >= 1 ? Math.min(count, MOST) : USUAL);
    res.removeHeader('x-frame-options');
    res
      .status(200)
      .set('content-security-policy', POLICY)
      .set('cross-origin-resource-policy', 'cross-origin')
      .set('cache-control', 'public, max-age=300')
      .type('html')
      .send(page(originOf(services.config, req), selection, rows));
  };
}

function page(origin: string, selection: Selection, rows: readonly ListedRow[]): string {
  const say = translator(publicWords, selection.hl);
  const more = new URLSearchParams(
    Object.entries({ topic: selection.topic, kind: selection.kind }).filter((pair): pair is [string, string] => pair[1] !== null),
  );
  const library = `${origin}/${selection.hl}/library${more.size > 0 ? `?${more.toString()}` : ''}`;
  const link = (href: string, text: string, lang?: string) =>
    `<a href="${xmlText(href)}" target="_blank" rel="noopener"${lang ? ` lang="${lang}"` : ''}>${xmlText(text)}</a>`;
  const items = rows.map((row) => {
    const facts = [
      say(`kind.${row.kind}`),
      ...(row.minutes === null ? [] : [say('embed.minutes', { minutes: row.minutes })]),
      ...row.authors.slice(0, 3),
    ];
    return `<li>${link(`${origin}/${selection.hl}/library/${row.slug}`, row.title, row.lang)}<p>${xmlText(facts.join(' · '))}</p></li>`;
  });
  const title = xmlText(say('embed.title'));
  return `<!doctype html><html lang="${selection.hl}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${items.length > 0 ? `<ul>${items.join('')}</ul>` : `<p>${xmlText(say('embed.none'))}</p>`}</main><footer>${link(library, say('embed.more'))}</footer></body></html>`;
}
