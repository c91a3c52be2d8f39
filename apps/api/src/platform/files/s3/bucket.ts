import { setTimeout as wait } from 'node:timers/promises';
import { escapeAll, sha256, sign, type Credentials } from './sign.js';

/** A bucket, as `STORAGE_URL` names it. */
export interface BucketAddress extends Credentials {
  /** Address of the server, without the bucket. */
  endpoint: string;
  bucket: string;
  /** What all keys begin with; empty or ending in a slash. */
  prefix: string;
}

/**
 * Reads `s3://KEY:SECRET@host[:port]/bucket[/prefix][?region=…&tls=off]`.
 * @throws Error where a part is missing
 */
export function bucketAddress(storageUrl: string): BucketAddress {
  const url = new URL(storageUrl);
  const [bucket = '', ...rest] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (!bucket || !url.username || !url.password) throw new Error('must be s3://KEY:SECRET@host/bucket');
  const tls = url.searchParams.get('tls') !== 'off';
  return {
    endpoint: `${tls ? 'https' : 'http'}://${url.host}`,
    bucket,
    prefix: rest.map((part) => `${part}/`).join(''),
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
  };
}

/** What the store answered to a request that it did not carry out. */
export class S3Error extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`The store of files answered ${status} ${code}`);
  }
}

export interface S3Request {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  key: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array;
  signal?: AbortSignal | undefined;
}

const ATTEMPTS = 4;

/** Speaks to one bucket. A request whose answer does not come is sent again: each of ours may be repeated. */
export class Bucket {
  constructor(private readonly address: BucketAddress) {}

  /** @throws S3Error where the store refuses; what `fetch` throws where it cannot be reached */
  async send(request: S3Request): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await this.once(request);
        if (response.ok) return response;
        throw new S3Error(response.status, /<Code>([^<]*)<\/Code>/.exec(await response.text())?.[1] ?? '');
      } catch (error) {
        const isOurs = error instanceof S3Error && error.status < 500;
        const isFull = error instanceof S3Error && error.status === 507;
        if (isOurs || isFull || attempt >= ATTEMPTS || request.signal?.aborted) throw error;
        await wait(100 * 2 ** attempt);
      }
    }
  }

  private once({ method, key, query = {}, headers = {}, body, signal }: S3Request): Promise<Response> {
    const { endpoint, bucket, prefix } = this.address;
    const path = [bucket, ...(key ? `${prefix}${key}`.split('/') : [])].map(escapeAll).join('/');
    const url = new URL(`${endpoint}/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const { host: _, ...signed } = sign({ method, url, headers, bodyHash: sha256(body ?? '') }, this.address, new Date());
    return fetch(url, {
      method,
      headers: signed,
      redirect: 'error',
      ...(body && { body: new Uint8Array(body) }),
      ...(signal && { signal }),
    });
  }

  /** Keys of the bucket under our prefix, without it. */
  async *keys(): AsyncGenerator<string> {
    let more: string | null = null;
    do {
      const query = { 'list-type': '2', prefix: this.address.prefix, ...(more !== null && { 'continuation-token': more }) };
      const text: string = await (await this.send({ method: 'GET', key: '', query })).text();
      for (const [, key = ''] of text.matchAll(/<Key>([^<]*)<\/Key>/gu)) yield key.slice(this.address.prefix.length);
      more = /<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(text)?.[1] ?? null;
    } while (more !== null);
  }
}
