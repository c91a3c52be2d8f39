import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Refusal } from '../../errors.js';
import type { Written } from '../atomic-file.js';
import type { ByteRange, ContentStore, StoredContent } from '../content-store.js';
import { Bucket, S3Error, type BucketAddress } from './bucket.js';

const KEY = /^[0-9a-f]{32}$/;
/** What is held in memory of one upload. Parts may not be smaller than 5 MiB, and there may be 10,000 of them. */
const PART_BYTES = 8 * 1024 * 1024;

/** Keeps content in a bucket that speaks the protocol of S3. Every node sees the same files. */
export class S3Store implements ContentStore {
  private readonly bucket: Bucket;

  /** @param partBytes only for tests */
  constructor(
    address: BucketAddress,
    private readonly partBytes: number = PART_BYTES,
  ) {
    this.bucket = new Bucket(address);
  }

  async put(content: AsyncIterable<Uint8Array>, options: { signal?: AbortSignal } = {}): Promise<StoredContent> {
    const key = randomBytes(16).toString('hex');
    return { key, ...(await this.upload(key, content, options.signal)) };
  }

  async keep(key: string, content: AsyncIterable<Uint8Array>): Promise<Written> {
    return this.upload(checked(key), content);
  }

  private async upload(key: string, content: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<Written> {
    const upload = new Upload(this.bucket, key, signal);
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const { part, isLast } of inParts(content, this.partBytes)) {
        signal?.throwIfAborted();
        hash.update(part);
        size += part.byteLength;
        await upload.take(part, isLast);
      }
      return { size, sha256: hash.digest('hex') };
    } catch (error) {
      await upload.abandon();
      throw refused(error);
    }
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    try {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
      const { body } = await this.bucket.send({ method: 'GET', key: checked(key), headers });
      return body ? Readable.fromWeb(body as ReadableStream) : Readable.from([]);
    } catch (error) {
      throw refused(error);
    }
  }

  async delete(key: string): Promise<void> {
    await this.bucket.send({ method: 'DELETE', key: checked(key) }).catch((error: unknown) => {
      if (!(error instanceof S3Error && error.status === 404)) throw error;
    });
  }

  /** The keys of all content, for backups. */
  async *keys(): AsyncGenerator<string> {
    for await (const key of this.bucket.keys()) if (KEY.test(key)) yield key;
  }
}

/** One object on its way: sent at once where it is one part, else part by part; it appears when it is whole. */
class Upload {
  private id: string | null = null;
  private readonly tags: string[] = [];

  constructor(
    private readonly bucket: Bucket,
    private readonly key: string,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async take(body: Uint8Array, isLast: boolean): Promise<void> {
    const { bucket, key, signal } = this;
    if (isLast && this.id === null) {
      await bucket.send({ method: 'PUT', key, body, signal });
      return;
    }
    this.id ??= await this.begin();
    const query = { partNumber: String(this.tags.length + 1), uploadId: this.id };
    const response = await bucket.send({ method: 'PUT', key, query, body, signal });
    this.tags.push(response.headers.get('etag') ?? '');
    if (isLast) await this.complete(this.id);
  }

  /** Removes what was sent of an upload that did not come to its end. */
  async abandon(): Promise<void> {
    if (this.id === null) return;
    // What cannot be removed now is removed by the bucket's rule for unfinished uploads.
    await this.bucket.send({ method: 'DELETE', key: this.key, query: { uploadId: this.id } }).catch(() => undefined);
  }

  private async begin(): Promise<string> {
    const response = await this.bucket.send({ method: 'POST', key: this.key, query: { uploads: '' }, signal: this.signal });
    const id = /<UploadId>([^<]+)<\/UploadId>/.exec(await response.text())?.[1];
    if (!id) throw new S3Error(response.status, 'NoUploadId');
    return id;
  }

  private async complete(uploadId: string): Promise<void> {
    const parts = this.tags.map((tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`);
    const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`);
    const response = await this.bucket.send({ method: 'POST', key: this.key, query: { uploadId }, body });
    // The answer may begin as a success and end as an error.
    const code = /<Error>.*?<Code>([^<]*)<\/Code>/s.exec(await response.text())?.[1];
    if (code) throw new S3Error(500, code);
  }
}

/** Cuts a stream into parts of `size` bytes; the last is marked, and may be smaller or empty. */
async function* inParts(content: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ part: Uint8Array; isLast: boolean }> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of content) {
    held.push(chunk);
    length += chunk.byteLength;
    while (length > size) {
      const all = Buffer.concat(held);
      yield { part: all.subarray(0, size), isLast: false };
      held = [all.subarray(size)];
      length -= size;
    }
  }
  yield { part: Buffer.concat(held), isLast: true };
}

function checked(key: string): string {
  if (!KEY.test(key)) throw new Refusal('NOT_FOUND');
  return key;
}

/** The store's words as refusals that may be shown; others pass unchanged. */
function refused(error: unknown): unknown {
  if (!(error instanceof S3Error)) return error;
  if (error.status === 404) return new Refusal('NOT_FOUND');
  return error.status === 507 || /QuotaExceeded|StorageFull/.test(error.code) ? new Refusal('STORAGE_FULL') : error;
}
