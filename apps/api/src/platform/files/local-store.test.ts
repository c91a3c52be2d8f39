import { createHash } from 'node:crypto';
import { mkdtemp, open, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import type { OpenFile } from './atomic-file.js';
import { LocalStore } from './local-store.js';

let root: string;

describe('local store', () => {
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'stoa-files-'));
  });
  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  async function* chunks(...items: Buffer[]): AsyncGenerator<Buffer> {
    for (const item of items) yield await Promise.resolve(item);
  }

  async function filesIn(folder: string): Promise<string[]> {
    return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile()).map((file) => file.name);
  }

  /** A disk that takes so many bytes and then fails as a full one does, after half a write. */
  function diskOf(room: number, code: string): OpenFile {
    return async (path) => {
      const file = await open(path, 'wx');
      let left = room;
      const write = async (chunk: Uint8Array, at = 0): Promise<{ bytesWritten: number; buffer: Uint8Array }> => {
        if (left === 0) throw Object.assign(new Error('no space left on device'), { code });
        const length = Math.min(left, chunk.byteLength - at);
        left -= length;
        return await file.write(chunk, at, length);
      };
      return { write: write as typeof file.write, sync: () => file.sync(), close: () => file.close() };
    };
  }

  describe('the local content store', () => {
    test('keeps content under a generated key and gives it back, whole or in part', async () => {
      const store = new LocalStore(root);
      const content = Buffer.from('Здравствуйте, Σύρος');
      const stored = await store.put(chunks(content.subarray(0, 5), content.subarray(5)));
      expect(stored).toEqual({
        key: expect.stringMatching(/^[0-9a-f]{32}$/),
        size: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      });
      expect(await text(await store.get(stored.key))).toBe('Здравствуйте, Σύρος');
      expect((await buffer(await store.get(stored.key, { start: 2, end: 7 }))).equals(content.subarray(2, 8))).toBe(true);
      expect(await filesIn(root)).toEqual([stored.key]);
    });

    test('deletes, twice if asked, and says what is missing', async () => {
      const store = new LocalStore(root);
      const { key } = await store.put(chunks(Buffer.from('x')));
      await store.delete(key);
      await store.delete(key);
      await expect(store.get(key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test.each(['../../etc/passwd', '', 'A'.repeat(32), `${'a'.repeat(32)}/..`, 'a'.repeat(32) + '\u0000'])(
      'takes %j for no key',
      async (key) => {
        const store = new LocalStore(root);
        await expect(store.get(key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(store.delete(key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      },
    );

    test.each(['ENOSPC', 'EDQUOT'])('keeps nothing of what did not fit (%s), and works again once there is room', async (code) => {
      const content = Buffer.alloc(10_000, 7);
      await expect(new LocalStore(root, diskOf(4321, code)).put(chunks(content, content))).rejects.toMatchObject({ code: 'STORAGE_FULL' });
      expect(await filesIn(root)).toEqual([]);
      const roomy = new LocalStore(root, diskOf(1e9, code));
      expect((await roomy.put(chunks(content, content))).size).toBe(20_000);
    });

    test('keeps nothing of a stream that breaks or is cancelled', async () => {
      const store = new LocalStore(root);
      const cancel = new AbortController();
      async function* broken(): AsyncGenerator<Buffer> {
        yield await Promise.resolve(Buffer.from('half'));
        throw new Error('gone');
      }
      async function* cancelled(): AsyncGenerator<Buffer> {
        yield await Promise.resolve(Buffer.from('half'));
        cancel.abort();
        yield Buffer.from('other half');
      }
      await expect(store.put(broken())).rejects.toThrow('gone');
      await expect(store.put(cancelled(), { signal: cancel.signal })).rejects.toMatchObject({ name: 'AbortError' });
      expect(await filesIn(root)).toEqual([]);
    });

    test('sweeps what a killed process left, and neither content nor a running put', async () => {
      const store = new LocalStore(root);
      const { key } = await store.put(chunks(Buffer.from('x')));
      const [old, young] = [join(root, key.slice(0, 2), 'old.part'), join(root, key.slice(0, 2), 'young.part')];
      await writeFile(old, '');
      await writeFile(young, '');
      await utimes(old, new Date('2026-01-01'), new Date('2026-01-01'));
      expect(await store.sweep(new Date('2026-01-02'))).toBe(1);
      expect((await filesIn(root)).sort()).toEqual([key, 'young.part'].sort());
      expect(await new LocalStore(join(root, 'none')).sweep(new Date())).toBe(0);
    });
  });
});
