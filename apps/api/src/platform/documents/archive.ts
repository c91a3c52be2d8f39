import { Readable } from 'node:stream';
import type ZipStream from 'zip-stream';
import { dateOf } from './values.js';
import type { Day } from './document.js';
import { uniqueNames } from './file-names.js';

/** One file of an archive. The name is free text without extension; folders are separated by `/`. */
export interface ArchiveEntry {
  name: string;
  extension: string;
  content: Buffer | AsyncIterable<Uint8Array>;
}

export interface ArchiveOptions {
  /** Written as the date of each file, so that equal content gives an equal archive. */
  date: Day;
  /** Ends the archive with the signal's reason; the entries' iterator is closed. */
  signal?: AbortSignal;
  /** Called with the number of files written so far. */
  onProgress?: (done: number) => void;
}

/**
 * The bytes of a ZIP file. Entries are asked for one after another and only as fast as the bytes are taken, so that memory does
 * not grow with their number. It throws where an entry fails and where the signal says so: whoever writes it to a file must
 * discard what is there, as `ContentStore.put` and `writeFileAtomically` do.
 */
export async function* archive(entries: AsyncIterable<ArchiveEntry>, options: ArchiveOptions): AsyncGenerator<Uint8Array> {
  const { signal } = options;
  signal?.throwIfAborted();
  // Loaded when first used, like the writers of documents.
  const { default: Zip } = await import('zip-stream');
  const zip = new Zip({ level: 6 });
  const abort = (): void => {
    zip.destroy(signal?.reason as Error);
  };
  signal?.addEventListener('abort', abort, { once: true });
  const filling = fill(zip, entries, options).catch((error: unknown) => zip.destroy(error as Error));
  try {
    yield* zip as AsyncIterable<Uint8Array>;
  } finally {
    signal?.removeEventListener('abort', abort);
    zip.destroy();
    // Only then is the iterator of the entries closed too.
    await filling;
  }
}

async function fill(zip: ZipStream, entries: AsyncIterable<ArchiveEntry>, { date, onProgress }: ArchiveOptions): Promise<void> {
  const unique = uniqueNames();
  let done = 0;
  for await (const { name, extension, content } of entries) {
    if (zip.destroyed) return;
    await append(zip, content, { name: unique(name, extension), date: dateOf(date) });
    onProgress?.(++done);
  }
  zip.finalize();
}

function append(zip: ZipStream, content: ArchiveEntry['content'], data: { name: string; date: Date }): Promise<void> {
  const source = Buffer.isBuffer(content) ? content : Readable.from(content, { objectMode: false });
  return new Promise((resolve, reject) => {
    // Without this, an archive destroyed in the middle of a file would leave its promise open for ever.
    const closed = (): void => {
      if (source instanceof Readable) source.destroy();
      reject(new Error('the archive was closed'));
    };
    zip.once('close', closed);
    const failed = (error: Error): void => {
      zip.destroy(error);
    };
    if (source instanceof Readable) source.once('error', failed);
    zip.entry(source, data, (error) => {
      zip.off('close', closed);
      if (error) reject(error);
      else resolve();
    });
  });
}
