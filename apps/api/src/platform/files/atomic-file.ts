import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { storageError } from './storage-error.js';

/** What was written: bytes and the SHA-256 of them in hexadecimal. */
export interface Written {
  size: number;
  sha256: string;
}

/** The part of a file that is written to; tests fill the disk here. */
export type OpenFile = (path: string) => Promise<Pick<FileHandle, 'write' | 'sync' | 'close'>>;

/**
 * Writes a file that is either whole or absent, also after a power cut: beside its place under a temporary name, then
 * synced, then renamed. On any failure the temporary file is removed.
 *
 * @param options.signal stops the writing with the signal's reason.
 * @param options.open only for tests.
 * @throws Refusal STORAGE_FULL where the disk or the quota is full.
 */
export async function writeFileAtomically(
  path: string,
  content: AsyncIterable<Uint8Array>,
  options: { signal?: AbortSignal; open?: OpenFile } = {},
): Promise<Written> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const written = await writeAll(temporary, content, options);
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return written;
  } catch (error) {
    await rm(temporary, { force: true });
    throw storageError(error);
  }
}

async function writeAll(
  path: string,
  content: AsyncIterable<Uint8Array>,
  { signal, open: openFile = openNew }: { signal?: AbortSignal; open?: OpenFile },
): Promise<Written> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await openFile(path);
  try {
    for await (const chunk of content) {
      signal?.throwIfAborted();
      hash.update(chunk);
      size += chunk.byteLength;
      for (let at = 0; at < chunk.byteLength;) at += (await file.write(chunk, at)).bytesWritten;
    }
    signal?.throwIfAborted();
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}

async function openNew(path: string): Promise<FileHandle> {
  return await open(path, 'wx', 0o600);
}

/** Makes the new name itself durable. Windows cannot open a folder and needs no such step. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
