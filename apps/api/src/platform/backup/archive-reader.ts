import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { crc32, createGunzip } from 'node:zlib';
import { ENTRY } from './archive-writer.js';
import { BackupError, damaged } from './backup-error.js';
import { padding, readTar, type TarEntry } from './tar.js';

/** A gzip file ends with the check sum and the length of its content. */
const TRAILER = 8;

/** What reading a backup to its end showed. */
export interface ReadThrough {
  /** bytes of the file */
  bytes: number;
  /** SHA-256 of the file */
  sha256: string;
  entries: number;
}

/**
 * Reads a backup from its first to its last byte and hands every entry to `visit`, which reads its content to its end or not at all.
 * It returns only if all hashes agree; what `visit` did before that is provisional.
 * @throws BackupError where the file is cut off, altered or none of ours
 */
export async function readArchive(
  file: string,
  visit: (entry: TarEntry) => Promise<void>,
  options: { signal?: AbortSignal; onBytes?: (read: number, of: number) => void } = {},
): Promise<ReadThrough> {
  const size = await sizeOf(file);
  const fileHash = createHash('sha256');
  let read = 0;
  let tail = Buffer.alloc(0);
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      options.signal?.throwIfAborted();
      fileHash.update(chunk);
      tail = Buffer.concat([tail, chunk.subarray(-TRAILER)]).subarray(-TRAILER);
      read += chunk.length;
      options.onBytes?.(read, size);
      yield chunk;
    }
  };
  const check = new SumCheck();
  const unpacked = unzipped(counted());
  try {
    for await (const entry of readTar(unpacked)) await check.pass(entry, visit);
    check.end();
    let end = await unpacked.next();
    while (!end.done) end = await unpacked.next();
    if (!end.value.equals(tail)) throw damaged('something follows its end');
  } finally {
    await unpacked.return(tail);
  }
  return { bytes: size, sha256: fileHash.digest('hex'), entries: check.entries };
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new BackupError(`There is no file ${file}.`);
  return found.size;
}

/** Unpacks. @returns how a gzip file with just this content ends; unpacking itself passes over what may follow */
async function* unzipped(packed: AsyncGenerator<Buffer>): AsyncGenerator<Buffer, Buffer> {
  const gunzip = createGunzip();
  let [sum, length] = [0, 0];
  const feeding = (async () => {
    for await (const chunk of packed) {
      if (gunzip.destroyed) return;
      if (!gunzip.write(chunk)) await new Promise((resolve) => gunzip.once('drain', resolve).once('close', resolve));
    }
    gunzip.end();
  })().catch((error: unknown) => gunzip.destroy(error as Error));
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      length = (length + chunk.length) % 2 ** 32;
      yield chunk;
    }
    const trailer = Buffer.alloc(TRAILER);
    trailer.writeUInt32LE(sum, 0);
    trailer.writeUInt32LE(length, 4);
    return trailer;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('Z_')) throw damaged('it cannot be unpacked');
    throw error;
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

/** Hashes what passes, and compares it with the lists of sums and the last entry. */
class SumCheck {
  entries = 0;
  private readonly whole = createHash('sha256');
  private sums = '';
  private complete = false;

  async pass(entry: TarEntry, visit: (entry: TarEntry) => Promise<void>): Promise<void> {
    if (this.complete) throw damaged('something follows its end');
    if (entry.name === ENTRY.complete) {
      const said = (await textOf(entry.content)).trim();
      if (this.sums !== '' || said !== this.whole.digest('hex')) throw damaged('its bytes do not agree with its sum');
      this.complete = true;
      return;
    }
    this.whole.update(entry.header);
    if (entry.name.startsWith(ENTRY.sums)) {
      const said = await textOf(this.hashed(entry.content));
      if (said !== this.sums) throw damaged('its content does not agree with its sums');
      this.sums = '';
    } else {
      const own = createHash('sha256');
      const content = this.hashed(entry.content, own);
      await visit({ ...entry, content });
      for await (const left of content) void left;
      this.sums += `${own.digest('hex')}  ${entry.name}\n`;
      this.entries += 1;
    }
    this.whole.update(padding(entry.size));
  }

  end(): void {
    if (!this.complete) throw damaged('its end is missing');
  }

  private async *hashed(content: AsyncIterable<Buffer>, own?: Hash): AsyncGenerator<Buffer> {
    for await (const part of content) {
      own?.update(part);
      this.whole.update(part);
      yield part;
    }
  }
}

/** The text of a small entry. */
export async function textOf(content: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString();
}
