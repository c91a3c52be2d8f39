import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { sha256, sign, type Credentials } from '../platform/files/s3/sign.js';

/**
 * A small stand-in for a store that speaks S3, for want of one that runs without a network: it checks the signature of what was really
 * sent, keeps objects in memory, and knows multipart uploads, ranges and lists of two keys a page.
 */
export interface S3StandIn {
  url: string;
  objects: Map<string, Buffer>;
  /** Uploads that were begun and neither completed nor abandoned. */
  unfinished(): number;
  /** Answers the next requests with these statuses instead. */
  fail(...statuses: number[]): void;
  stop(): Promise<void>;
}

interface Asked {
  method: string;
  key: string;
  query: URLSearchParams;
  body: Buffer;
  range: string | undefined;
}

/** Starts the stand-in for a bucket called `files`. */
export async function startS3(credentials: Credentials): Promise<S3StandIn> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const failures: number[] = [];
  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const url = new URL(req.url ?? '', `http://${req.headers.host ?? ''}`);
    const body = await buffer(req);
    const status = failures.shift();
    if (status) return end(res, status, `<Error><Code>${status === 507 ? 'StorageFull' : 'SlowDown'}</Code></Error>`);
    if (!isSigned(req, url, body, credentials)) return end(res, 403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
    const [, bucket, ...key] = decodeURIComponent(url.pathname).split('/');
    if (bucket !== 'files') return end(res, 404, '<Error><Code>NoSuchBucket</Code></Error>');
    const asked = { method: req.method ?? '', key: key.join('/'), query: url.searchParams, body, range: req.headers.range };
    if (asked.query.has('uploads') || asked.query.has('uploadId')) return multipart(asked, res, objects, uploads);
    return single(asked, res, objects);
  };
  const server = createServer((req, res) => void answer(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `s3://${credentials.accessKey}:${credentials.secretKey}@127.0.0.1:${(server.address() as AddressInfo).port}/files?tls=off&region=${credentials.region}`,
    objects,
    unfinished: () => uploads.size,
    fail: (...statuses) => void failures.push(...statuses),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function end(res: ServerResponse, status: number, body: string | Buffer = '', headers: Record<string, string> = {}): void {
  res.writeHead(status, headers).end(body);
}

/** Whether the request as it arrived, body included, is the one that was signed. */
function isSigned(req: IncomingMessage, url: URL, body: Buffer, credentials: Credentials): boolean {
  const given = req.headers.authorization ?? '';
  const names = (/SignedHeaders=([^,]+)/.exec(given)?.[1] ?? '').split(';').filter((name) => name !== 'host');
  const headers = Object.fromEntries(names.map((name) => [name, String(req.headers[name])]));
  const time = String(req.headers['x-amz-date']);
  const at = new Date(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return sign({ method: req.method ?? '', url, headers, bodyHash: sha256(body) }, credentials, at)['authorization'] === given;
}

function single({ method, key, query, body, range }: Asked, res: ServerResponse, objects: Map<string, Buffer>): void {
  if (key === '') return end(res, 200, list(query, objects));
  if (method === 'PUT') {
    objects.set(key, body);
    return end(res, 200, '', { etag: `"${sha256(body)}"` });
  }
  if (method === 'DELETE') {
    objects.delete(key);
    return end(res, 204);
  }
  const found = objects.get(key);
  if (!found) return end(res, 404, '<Error><Code>NoSuchKey</Code></Error>');
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  return from && to ? end(res, 206, found.subarray(Number(from), Number(to) + 1)) : end(res, 200, found);
}

function multipart(
  { method, key, query, body }: Asked,
  res: ServerResponse,
  objects: Map<string, Buffer>,
  uploads: Map<string, Map<number, Buffer>>,
): void {
  if (query.has('uploads')) {
    const id = randomUUID();
    uploads.set(id, new Map());
    return end(res, 200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
  }
  const id = query.get('uploadId') ?? '';
  const parts = uploads.get(id);
  if (!parts) return end(res, 404, '<Error><Code>NoSuchUpload</Code></Error>');
  if (method === 'PUT') {
    parts.set(Number(query.get('partNumber')), body);
    return end(res, 200, '', { etag: `"${sha256(body)}"` });
  }
  uploads.delete(id);
  if (method === 'DELETE') return end(res, 204);
  const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>"([0-9a-f]+)"<\/ETag>/gu)];
  const content = named.map(([, number, tag]) => ({ part: parts.get(Number(number)), tag }));
  if (content.some(({ part, tag }) => !part || sha256(part) !== tag)) return end(res, 400, '<Error><Code>InvalidPart</Code></Error>');
  objects.set(key, Buffer.concat(content.flatMap(({ part }) => part ?? [])));
  return end(res, 200, '<CompleteMultipartUploadResult/>');
}

function list(query: URLSearchParams, objects: Map<string, Buffer>): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
  const from = Number(query.get('continuation-token') ?? 0);
  const more = from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
  return `<ListBucketResult>${keys
    .slice(from, from + 2)
    .map((key) => `<Contents><Key>${key}</Key></Contents>`)
    .join('')}${more}</ListBucketResult>`;
}
