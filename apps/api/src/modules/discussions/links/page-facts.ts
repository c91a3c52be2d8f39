import { cleanLine } from '@stoa/domain';
import MarkdownIt from 'markdown-it';
import { TextDecoder } from 'node:util';
import type { OutsideAnswer } from '../../../platform/outside/outside-request.js';

/** What a page says of itself. */
export interface PageFacts {
  title: string;
  description: string | null;
  site: string;
}

const { unescapeAll } = new MarkdownIt().utils;

/** Text of HTML as people read it, on one line, without signs that nobody can see, so long and no longer. */
function words(text: string, most: number): string {
  // The function takes back entities, and what a backslash escapes in Markdown, which here is nothing.
  const plain = cleanLine(unescapeAll(text.replaceAll('\\', '\\\\')).replaceAll(/[\p{Cc}\p{Cf}\ufffd]/gu, ' '));
  return plain.length > most
    ? `${plain
        .slice(0, most)
        .replace(/\s\S*$/u, '')
        .replace(/\p{Surrogate}$/u, '')} …`
    : plain;
}

function decoded({ type, body }: OutsideAnswer): string {
  const head = body.subarray(0, 2_048).toString('latin1');
  const label = /charset=["']?([\w-]+)/iu.exec(type)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/iu.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return body.toString('utf8');
  }
}

/** What `<meta>` says under each of its names. */
function metas(html: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const [tag] of html.matchAll(/<meta\b[^>]{0,2000}>/giu)) {
    const name = /\b(?:property|name)=["']([\w:.-]+)["']/iu.exec(tag)?.[1]?.toLowerCase();
    const content = /\bcontent=(?:"([^"]*)"|'([^']*)')/iu.exec(tag);
    if (name && content && !all.has(name)) all.set(name, content[1] ?? content[2] ?? '');
  }
  return all;
}

/** Title, description and site of a page; null where it has no title. */
export function pageFacts(answer: OutsideAnswer): PageFacts | null {
  const html = decoded(answer);
  const meta = metas(html);
  const title = words(meta.get('og:title') ?? /<title[^>]{0,200}>([^<]{1,2000})/iu.exec(html)?.[1] ?? '', 160);
  if (title === '') return null;
  const host = answer.url.hostname.replace(/^www\./u, '');
  const description = words(meta.get('og:description') ?? meta.get('description') ?? '', 300);
  const name = words(meta.get('og:site_name') ?? '', 60);
  // The host stands there in any case: a page may call itself by anybody's name.
  return {
    title,
    description: description === '' || description === title ? null : description,
    site: name === '' || name === host ? host : `${name} · ${host}`,
  };
}
