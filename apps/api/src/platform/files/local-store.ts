import { randomBytes } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '../errors.js';
import { writeFileAtomically, type OpenFile, type Written } from './atomic-file.js';
import type { ByteRange, ContentStore, StoredContent } from './content-store.js';
import { storageError } from './storage-error.js';

const KEY = /^[0-9a-f]{32}$/;

/** Keeps content in a folder, in 256 subfolders by the first letters of the key. */
export class LocalStore implements ContentStore {
  /** @param open only for tests, which fill the disk with it. */
  constructor(
    private readonly root: string,
    private readonly open?: OpenFile,
  ) {}

  async put(content: AsyncIterable<Uint8Array>, options: { signal?: AbortSignal } = {}): Promise<StoredContent> {
    const key = randomBytes(16).toString('hex');
    const written = await writeFileAtomically(this.path(key), content, { ...options, ...(this.open && { open: this.open }) });
    return { key, ...written };
  }

  async keep(key: string, content: AsyncIterable<Uint8Array>): Promise<Written> {
    return await writeFileAtomically(this.path(key), content, this.open && { open: this.open });
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    try {
      // Opened before the answer begins, so that a missing file is an error and not half an answer.
      const file = await open(this.path(key), 'r');
      return file.createReadStream(range);
    } catch (error) {
      throw storageError(error);
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  /**
   * Removes temporary files that a killed process left behind. Run at start or by a schedule.
   *
   * @param before files last changed before this time go; a running `put` is younger.
   * @returns how many were removed.
   */
  async sweep(before: Date): Promise<number> {
    let removed = 0;
    const files = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const file of files) {
      if (!file.isFile() || !file.name.endsWith('.part')) continue;
      const path = join(file.parentPath, file.name);
      if ((await stat(path)).mtime >= before) continue;
      await rm(path, { force: true });
      removed++;
    }
    return removed;
  }

  /** Where a key's content lies. Anything but a generated key is refused, so no key leads out of the root. */
  private path(key: string): string {
    if (!KEY.test(key)) throw new Refusal('NOT_FOUND');
    return join(this.root, key.slice(0, 2), key);
  }
}
