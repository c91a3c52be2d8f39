import type { Readable } from 'node:stream';
import type { Written } from './atomic-file.js';

/** Bytes `start` to `end`, both included, as in an HTTP range. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Content that was stored under a generated key; nothing of its name or owner is in the key. */
export interface StoredContent extends Written {
  key: string;
}

/** Where files are kept. Keys are opaque; who may read one is decided before, at each reading. */
export interface ContentStore {
  /** Keeps a stream whole or not at all. Throws the refusal STORAGE_FULL. */
  put(content: AsyncIterable<Uint8Array>, options?: { signal?: AbortSignal }): Promise<StoredContent>;
  /** Keeps content under a key that a store made before, whole or not at all; for a restored backup. Throws the refusal NOT_FOUND for any other key. */
  keep(key: string, content: AsyncIterable<Uint8Array>): Promise<Written>;
  /** Opens content or a part of it. Throws the refusal NOT_FOUND. */
  get(key: string, range?: ByteRange): Promise<Readable>;
  /** Removes content; removing what is not there is no error, so that a repeated job may. */
  delete(key: string): Promise<void>;
}
