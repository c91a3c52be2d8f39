// A text document as a page to read: headings, lists, tables, emphasis and links, and nothing that could load or run anything.
import mammoth from 'mammoth';
import { readZip, TooLarge, Unreadable } from './zip.mjs';

/** What mammoth opens is unpacked whole, so it is weighed before. */
const MOST_BYTES = 48 * 1024 * 1024;
const MOST_HTML = 1_000_000;
const PLAIN = new Set('p h1 h2 h3 h4 h5 h6 strong em s sup sub ul ol li table thead tbody tr br blockquote'.split(' '));

/** @param {Buffer} file */
export async function docxHtml(file) {
  const zip = readZip(file, MOST_BYTES);
  for (const name of zip.names) if (/\.(?:xml|rels)$/u.test(name)) zip.open(name);
  const { value } = await mammoth
    .convertToHtml(
      { buffer: file },
      { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), includeEmbeddedStyleMap: false },
    )
    .catch(() => {
      throw new Unreadable();
    });
  if (value.length > MOST_HTML) throw new TooLarge();
  return safeHtml(value);
}

/** Writes anew what is allowed: these elements without attributes, cells with their spans, links of the web. */
export function safeHtml(html) {
  const out = [];
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    const until = open < 0 ? html.length : open;
    out.push(html.slice(at, until).replaceAll('>', '&gt;'));
    if (open < 0) break;
    const close = html.indexOf('>', open);
    if (close < 0) break;
    out.push(mark(html.slice(open + 1, close)));
    at = close + 1;
  }
  return out.join('');
}

function mark(inner) {
  const isEnd = inner.startsWith('/');
  const name = /^\/?([a-z][a-z\d]{0,12})(?=[\s/]|$)/u.exec(inner)?.[1] ?? '';
  if (PLAIN.has(name)) return isEnd ? `</${name}>` : name === 'br' ? '<br />' : `<${name}>`;
  if (name === 'td' || name === 'th') {
    const spans = [...inner.matchAll(/\s((?:col|row)span)="(\d{1,3})"/gu)].map(([, span, count]) => ` ${span}="${count}"`);
    return isEnd ? `</${name}>` : `<${name}${spans.join('')}>`;
  }
  if (name !== 'a') return '';
  const href = /\shref="((?:https?:\/\/|mailto:)[^"<>\s]{1,2000})"/u.exec(inner)?.[1];
  return isEnd ? '</a>' : href ? `<a href="${href}" rel="nofollow noopener noreferrer">` : '<a>';
}
