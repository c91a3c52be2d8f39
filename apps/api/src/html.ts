import { LANGUAGES, type Language } from '@stoa/domain';
import type { Request, RequestHandler } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import type { App } from './app.js';
import type { Ask, PageFacts } from './html/page-facts.js';
import { publicPage, shorten } from './html/public-pages.js';
import { words } from './html/words.js';
import { translator } from './platform/i18n/translate.js';
import { readLang } from './viewer.js';

const EMPTY = '<!doctype html><html lang="en"><head><title>Stoa</title><!--stoa:head--></head><body></body></html>';

/**
 * Serves the first HTML of every page: the app's, with title, description, canonical address, alternates in four languages, feed and
 * JSON-LD of public pages. A public record that does not exist is 404; a page of members says nothing and is not indexed. What is
 * read is read as a visitor, so the answer is the same for everybody and may be validated by its ETag.
 */
export function servePages(app: App, webRoot: string): RequestHandler {
  let template: string | null = null;
  return async (req, res) => {
    const lang = readLang(req.path.split('/')[1]);
    if (!lang) return res.redirect(302, `/${req.acceptsLanguages('en', 'el', 'pl', 'ru') || 'en'}${req.originalUrl}`);
    const file = `${webRoot}/index.html`;
    template ??= existsSync(file) ? readFileSync(file, 'utf8') : EMPTY;
    const parts = req.path
      .split('/')
      .slice(2)
      .filter((part, at) => part !== '' || at === 0)
      .map(decoded);
    const head = await headOf(app, req, lang, parts);
    // Express adds the ETag of what is sent and answers If-None-Match with 304.
    res
      .status(head.status)
      .type('html')
      .set('cache-control', 'public, no-cache')
      .vary('accept-language')
      .send(filled(template, lang, head));
  };
}

interface Head {
  status: number;
  title: string;
  /** Elements beside the title, escaped. */
  html: string;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A broken escape names no record, and is looked for as it stands.
  }
}

async function headOf(app: App, req: Request, lang: Language, parts: readonly string[]): Promise<Head> {
  const maker = publicPage(parts);
  if (!maker) return { status: 200, title: 'Stoa', html: '<meta name="robots" content="noindex">' };
  const ctx = app.contextFor({ lang });
  const ask: Ask = async <Data>(query: string, variables: Record<string, unknown> = {}) =>
    (await app.graphql.execute(ctx, { query, variables })).data as Data | null;
  const origin = app.services.config.publicUrl ?? `${req.protocol}://${req.get('host') ?? 'localhost'}`;
  const path = parts
    .filter((part) => part !== '')
    .map((part) => `/${encodeURIComponent(part)}`)
    .join('');
  const query = new URLSearchParams(req.originalUrl.split('?')[1] ?? '');
  // Of a search only the topic makes another page; places, filters and sort do not.
  const topic = parts[0] === 'find' ? query.get('topic') : null;
  const suffix = topic ? `?topic=${encodeURIComponent(topic)}` : '';
  const url = (each: Language): string => `${origin}/${each}${path}${suffix}`;
  const facts = await maker({ ctx, ask, parts, query, url: url(lang) });
  const say = translator(words, lang);
  if (!facts) return { status: 404, title: say('title', { page: say('notFound.title') }), html: '<meta name="robots" content="noindex">' };
  return {
    status: 200,
    title: parts[0] === '' || parts.length === 0 ? facts.title : say('title', { page: facts.title }),
    html: elements(facts, lang, url, origin),
  };
}

function elements(
  { title, description, jsonLd, feed }: PageFacts,
  lang: Language,
  url: (lang: Language) => string,
  origin: string,
): string {
  const text = escaped(shorten(description));
  return [
    `<meta name="description" content="${text}">`,
    `<link rel="canonical" href="${escaped(url(lang))}">`,
    ...LANGUAGES.map((each) => `<link rel="alternate" hreflang="${each}" href="${escaped(url(each))}">`),
    `<link rel="alternate" hreflang="x-default" href="${escaped(url('en'))}">`,
    `<meta property="og:title" content="${escaped(title)}">`,
    `<meta property="og:description" content="${text}">`,
    `<meta property="og:url" content="${escaped(url(lang))}">`,
    ...(feed === undefined ? [] : [feedLink(origin, lang, feed)]),
    ...(jsonLd ? [`<script type="application/ld+json">${json({ '@context': 'https://schema.org', ...jsonLd })}</script>`] : []),
  ].join('\n    ');
}

/** Where readers of feeds find what is new. */
function feedLink(origin: string, lang: Language, query: string): string {
  const href = `${origin}/feeds/library.atom?hl=${lang}${query === '' ? '' : `&${query}`}`;
  return `<link rel="alternate" type="application/atom+xml" title="${escaped(translator(words, lang)('feed'))}" href="${escaped(href)}">`;
}

function filled(template: string, lang: Language, { title, html }: Head): string {
  // Replacements are functions: a dollar sign in a name means nothing.
  return template
    .replace('<html lang="en"', () => `<html lang="${lang}"`)
    .replace(/<title>[^<]*<\/title>/u, () => `<title>${escaped(title)}</title>`)
    .replace('<!--stoa:head-->', () => html);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** JSON that cannot end the element it stands in. */
function json(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
