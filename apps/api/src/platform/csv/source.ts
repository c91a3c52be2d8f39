import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Bytes that can be read from the start more than once, so that no step needs the file in memory. */
export interface CsvSource {
  /** Bytes in all. */
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * A file on disk as a source.
 * @throws the file system's own error (ENOENT, EACCES …) where the file cannot be looked at
 */
export async function fileSource(path: string): Promise<CsvSource> {
  const { size } = await stat(path);
  return { size, open: () => createReadStream(path, { highWaterMark: CHUNK }) };
}

/** Bytes already in memory (a small upload, a test) as a source, handed out in chunks as a file would be. */
export function bytesSource(bytes: Uint8Array): CsvSource {
  return {
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
    },
  };
}

const CHUNK = 64 * 1024;
