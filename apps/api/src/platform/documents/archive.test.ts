import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzip } from '../../testing/unzip.js';
import { writeFileAtomically } from '../files/atomic-file.js';
import { archive, type ArchiveEntry } from './archive.js';

let folder: string;

describe('archive', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stoa-archive-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  function entry(name: string, content: ArchiveEntry['content'] = Buffer.from(name)): ArchiveEntry {
    return { name, extension: 'txt', content };
  }

  async function* of(...entries: ArchiveEntry[]): AsyncGenerator<ArchiveEntry> {
    for (const item of entries) yield await Promise.resolve(item);
  }

  async function* pieces(...texts: string[]): AsyncGenerator<Buffer> {
    for (const text of texts) yield await Promise.resolve(Buffer.from(text));
  }

  /** Incompressible files without end; says how many were asked for and whether the asking was ended. */
  function endless(): { asked: () => number; ended: () => boolean; entries: AsyncGenerator<ArchiveEntry> } {
    let asked = 0;
    let ended = false;
    async function* generate(): AsyncGenerator<ArchiveEntry> {
      try {
        for (;;) yield await Promise.resolve(entry(`file ${++asked}`, randomBytes(100_000)));
      } finally {
        ended = true;
      }
    }
    return { asked: () => asked, ended: () => ended, entries: generate() };
  }

  const date = '2026-06-30';

  describe('an archive', () => {
    test('holds each file whole, from memory and from a stream, with names that every system takes', async () => {
      const progress: number[] = [];
      const stream = archive(
        of(
          entry('Σύρος/Έκθεση δικτύου'),
          entry('Σύρος/έκθεση  δικτύου!'),
          entry('../../etc/passwd'),
          entry('Żółw', pieces('a', '', 'b')),
          entry('CON'),
          entry('漢\u202Etxt.exe', Buffer.alloc(0)),
        ),
        {
          date,
          onProgress: (done) => progress.push(done),
        },
      );
      const files = unzip(await buffer(stream));
      expect(Array.from(files.keys())).toEqual([
        'syros/ekthesi-diktyou.txt',
        'syros/ekthesi-diktyou-2.txt',
        'file/file/etc/passwd.txt',
        'zolw.txt',
        'con-file.txt',
        'txt-exe.txt',
      ]);
      expect(files.get('syros/ekthesi-diktyou.txt')?.toString()).toBe('Σύρος/Έκθεση δικτύου');
      expect(files.get('zolw.txt')?.toString()).toBe('ab');
      expect(progress).toEqual([1, 2, 3, 4, 5, 6]);
    });

    test('is the same for the same content', async () => {
      const [first, second] = await Promise.all([buffer(archive(of(entry('a')), { date })), buffer(archive(of(entry('a')), { date }))]);
      expect(first.equals(second)).toBe(true);
    });

    test('asks for no more files than its reader takes', async () => {
      const source = endless();
      const stream = archive(source.entries, { date });
      let read = 0;
      for await (const chunk of stream) {
        read += chunk.length;
        if (read > 1_000_000) break;
      }
      expect(source.asked()).toBeLessThan(14);
      expect(source.ended()).toBe(true);
    });

    test('leaves no file when it is cancelled, and ends the asking', async () => {
      const source = endless();
      const cancel = new AbortController();
      const stream = archive(source.entries, { date, signal: cancel.signal, onProgress: (done) => done === 5 && cancel.abort() });
      await expect(writeFileAtomically(join(folder, 'a.zip'), stream)).rejects.toMatchObject({ name: 'AbortError' });
      expect(await readdir(folder)).toEqual([]);
      expect(source.ended()).toBe(true);
      await expect(buffer(archive(of(entry('a')), { date, signal: cancel.signal }))).rejects.toMatchObject({ name: 'AbortError' });
    });

    test('leaves no file when an entry fails, in the asking or in its stream', async () => {
      async function* failing(): AsyncGenerator<Buffer> {
        yield await Promise.resolve(Buffer.from('half'));
        throw new Error('the report went away');
      }
      async function* broken(): AsyncGenerator<ArchiveEntry> {
        yield await Promise.resolve(entry('first'));
        throw new Error('the list went away');
      }
      await expect(
        writeFileAtomically(join(folder, 'a.zip'), archive(of(entry('whole'), entry('half', failing()), entry('never')), { date })),
      ).rejects.toThrow('the report went away');
      await expect(writeFileAtomically(join(folder, 'b.zip'), archive(broken(), { date }))).rejects.toThrow('the list went away');
      expect(await readdir(folder)).toEqual([]);
    });

    test('arrives whole in a file', async () => {
      const content = randomBytes(300_000);
      const path = join(folder, 'deep', 'a.zip');
      const { size } = await writeFileAtomically(path, archive(of(entry('a', content), entry('b')), { date }));
      const bytes = await readFile(path);
      expect(bytes.length).toBe(size);
      expect(unzip(bytes).get('a.txt')?.equals(content)).toBe(true);
    });
  });
});
