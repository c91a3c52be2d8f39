import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { ARCHIVE_END, entryHeader, padding } from './tar.js';

/** Quick enough to keep up with COPY on one core; tables shrink to about a fifth. */
const LEVEL = 4;

/** The names that a backup gives its own entries. */
export const ENTRY = { manifest: 'manifest.json', result: 'result.json', sums: 'SHA256SUMS', complete: 'COMPLETE' } as const;

/** How many entries one list of sums is for, so that neither side holds the sums of a million files. */
const SUMS_OF = 10_000;

/**
 * Writes a backup: a tar archive under gzip, whose last entries are the SHA-256 of each entry and of all bytes before them.
 * Read `output` while writing.
 */
export class ArchiveWriter {
  private readonly gzip = createGzip({ level: LEVEL });
  private readonly whole = createHash('sha256');
  private sums: string[] = [];
  private lists = 0;

  constructor(private readonly at: Date) {}

  /** The archive's bytes. */
  get output(): AsyncIterable<Buffer> {
    return this.gzip as AsyncIterable<Buffer>;
  }

  /** Writes an entry of a known size; the content must have just that size. @returns its SHA-256 */
  async entry(name: string, size: number, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
    const hash = createHash('sha256');
    await this.write(entryHeader(name, size, this.at));
    for await (const chunk of content) {
      hash.update(chunk);
      await this.write(chunk);
    }
    await this.write(padding(size));
    const sum = hash.digest('hex');
    this.sums.push(`${sum}  ${name}\n`);
    if (this.sums.length === SUMS_OF) await this.writeSums();
    return sum;
  }

  /** Writes a small entry. */
  async text(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.entry(name, bytes.length, [bytes]);
  }

  /** Writes the sums and the end. Without them the archive counts as cut off. */
  async finish(): Promise<void> {
    await this.writeSums();
    await this.text(ENTRY.complete, `${this.whole.copy().digest('hex')}\n`);
    await this.write(ARCHIVE_END);
    this.gzip.end();
  }

  /** Ends the output with an error, so that whoever reads it keeps nothing. */
  fail(error: unknown): void {
    this.gzip.destroy(error instanceof Error ? error : new Error(String(error)));
  }

  private async writeSums(): Promise<void> {
    const list = this.sums.splice(0).join('');
    this.lists += 1;
    await this.text(`${ENTRY.sums}.${this.lists}`, list);
    this.sums = []; // The list does not stand in the next one.
  }

  private async write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    this.whole.update(bytes);
    if (this.gzip.destroyed) throw this.gzip.errored ?? new Error('The output was closed.');
    if (!this.gzip.write(bytes)) await once(this.gzip, 'drain');
  }
}
