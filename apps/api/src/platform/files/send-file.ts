import { transliterate } from '@stoa/domain';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteRange } from './content-store.js';

export interface SentFile {
  /** Opens the content; called at most once, with the range that the client asked for. */
  stream: (range?: ByteRange) => Promise<Readable>;
  size: number;
  mime: string;
  /** The name a browser saves it under; any text. */
  name: string;
  /** `inline` only for types that cannot run anything, such as PDF made by Stoa. */
  disposition: 'attachment' | 'inline';
  /** Without quotes; the SHA-256 of the content will do. */
  etag: string;
}

/**
 * Answers GET or HEAD with a file: one byte range, `If-None-Match` and `If-Range`, a name in any script (RFC 8187, RFC 6266),
 * never sniffed, never kept by a cache. Whoever calls has asked for the right to read before.
 * A client that leaves in the middle is no error.
 *
 * @throws what `stream` throws, before anything was sent; and what reading throws later, when the connection is closed already.
 */
export async function sendFile(request: IncomingMessage, response: ServerResponse, file: SentFile): Promise<void> {
  const etag = `"${file.etag}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304).end();
    return;
  }
  const range = rangeOf(request, etag, file.size);
  response.setHeader('Accept-Ranges', 'bytes');
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end();
    return;
  }
  const body = request.method === 'HEAD' ? undefined : await file.stream(range);
  response.writeHead(range === undefined ? 200 : 206, {
    'Content-Type': file.mime,
    'Content-Disposition': contentDisposition(file.disposition, file.name),
    'Content-Length': range === undefined ? file.size : range.end - range.start + 1,
    'Content-Security-Policy': policyOf(file),
    ...(range && { 'Content-Range': `bytes ${range.start}-${range.end}/${file.size}` }),
  });
  if (body === undefined) {
    response.end();
    return;
  }
  try {
    await pipeline(body, response);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (!LEFT.has(code)) throw error;
  }
}

/** Opened in a tab or shown in a page of ours, it may neither run nor load anything. A sandbox would keep browsers from showing PDF. */
function policyOf({ mime, disposition }: SentFile): string {
  const frames = `frame-ancestors ${disposition === 'inline' ? "'self'" : "'none'"}`;
  if (mime === 'application/pdf') return `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; ${frames}`;
  return `default-src 'none'; sandbox; ${frames}`;
}

/** How it looks when a client closes its connection before the end. */
const LEFT = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']);

/** `attachment; filename="…"; filename*=UTF-8''…`: an ASCII name for old clients and the true one for the rest. */
export function contentDisposition(disposition: 'attachment' | 'inline', name: string): string {
  // Path separators, control and direction marks never belong to a name.
  const clean =
    name
      .replace(/\p{Surrogate}/gu, '')
      .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
      .replace(/[/\\]/g, '-') || 'file';
  const ascii = transliterate(clean)
    .replace(/[^ -~]/g, '_')
    .replace(/["%]/g, '_');
  const encoded = encodeURIComponent(clean).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function matches(header: string | undefined, etag: string): boolean {
  return header !== undefined && header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/** The range asked for; several ranges, other units and a stale `If-Range` mean the whole file (RFC 9110, 14.2). */
function rangeOf(request: IncomingMessage, etag: string, size: number): ByteRange | undefined | 'unsatisfiable' {
  const condition = request.headers['if-range'];
  if (request.method !== 'GET' || (condition !== undefined && condition !== etag)) return undefined;
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.range ?? '');
  const [first, last] = [match?.[1] ?? '', match?.[2] ?? ''];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  return start > end ? 'unsatisfiable' : { start, end };
}
