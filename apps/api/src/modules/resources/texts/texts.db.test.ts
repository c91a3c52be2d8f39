import { Readable } from 'node:stream';
import { EMPTY_RESOURCE } from '@stoa/domain';
import { recordFile } from '../../../platform/files/records.js';
import { newId } from '../../../platform/ids.js';
import { EXTRACT_LIMITS } from '../../../platform/extract/extract.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { zipOf } from '../../../testing/hostile-files.js';
import { archiveOf } from '../../../testing/hostile-documents.mjs';
import { closePdfWriter, writePdf } from '../../../platform/documents/pdf.js';
import { startWorld, type World } from '../../../testing/world.js';
import { noteTexts, takeTexts } from './take-texts.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const docx = (words: string) =>
  zipOf(
    'word/document.xml',
    Buffer.from(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  );

describe('texts of resources', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let countyId: string;
  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    ({ countyId } = await countyTree(world.services.db));
  });
  afterAll(async () => {
    await closePdfWriter();
    await world.close();
  });

  async function aFile(resourceId: string, name: string, mime: string, content: Buffer): Promise<string> {
    const { db, files, clock } = world.services;
    const stored = await files.put(Readable.from([content]));
    const fileId = await recordFile(db, stored, {
      name,
      mime,
      subjectType: 'Resource',
      subjectId: resourceId,
      createdBy: null,
      at: clock.now(),
    });
    return make.insert('resource_files', {
      id: newId(),
      resource_id: resourceId,
      file_id: fileId,
      name,
      mime,
      size: content.length,
      created_at: clock.now(),
    });
  }
  const publish = (resourceId: string, ids: readonly string[]) =>
    world.services.db.row(`UPDATE resource_versions SET content = $2 WHERE resource_id = $1 AND state = 'PUBLISHED'`, [
      resourceId,
      JSON.stringify({
        ...EMPTY_RESOURCE,
        kind: 'GUIDE',
        title: 'Chairs',
        lang: 'en',
        files: ids.map((id) => ({ id, title: '', alt: '', role: 'MATERIAL', lang: null })),
      }),
    ]);
  const texts = (resourceId: string) =>
    world.services.db.rows<{ name: string; state: string; text: string; html: string | null; error: string | null }>(
      'SELECT a.name, x.state, x.text, x.html, x.error FROM resource_texts x JOIN resource_files a ON a.id = x.file_id WHERE x.resource_id = $1 ORDER BY a.name',
      [resourceId],
    );

  it('are taken of what is published, told, and forgotten with it', async () => {
    const id = await make.resource({ territoryId: countyId });
    const [words, odt, pdf, slides, notes, picture, draft] = [
      await aFile(id, 'a.docx', WORD, docx('Σεμινάριο &amp; &lt;b&gt;')),
      await aFile(id, 'b.odt', 'application/zip', zipOf('content.xml', Buffer.from('<text:p>Szkolenie<text:s/>rady</text:p>'))),
      await aFile(
        id,
        'c.pdf',
        'application/pdf',
        await writePdf({
          title: 'Семинар',
          lang: 'ru',
          date: '2026-11-20',
          blocks: [{ kind: 'paragraph', runs: [{ text: 'Семинар для учителей' }] }],
        }),
      ),
      await aFile(
        id,
        'd.pptx',
        'application/zip',
        archiveOf({
          'ppt/slides/slide10.xml': '<p:sld><a:p><a:t>Second slide</a:t></a:p></p:sld>',
          'ppt/slides/slide2.xml': Buffer.from('<p:sld><a:p><a:t>First slide</a:t></a:p></p:sld>'),
        }),
      ),
      await aFile(id, 'e.txt', 'text/plain; charset=utf-8', Buffer.from('Words\0 in\u202E a   row\n\n\nand another')),
      await aFile(id, 'f.png', 'image/png', Buffer.from('png')),
      await aFile(id, 'g.docx', WORD, docx('A secret of the draft')),
    ];
    await publish(id, [words, odt, pdf, slides, notes, picture]);
    await world.services.db.transaction((tx) =>
      tx.row(`SELECT 1 FROM graphile_worker.add_job('ResourcePublished', $1::json)`, [JSON.stringify({ resourceId: id })]),
    );
    await world.runJobs();
    expect(await texts(id)).toMatchObject([
      { name: 'a.docx', state: 'TAKEN', text: 'Σεμινάριο & <b>', html: '<p>Σεμινάριο &amp; &lt;b&gt;</p>' },
      { name: 'b.odt', state: 'TAKEN', text: 'Szkolenie rady', html: null },
      { name: 'c.pdf', state: 'TAKEN', text: expect.stringContaining('Семинар для учителей') as string },
      { name: 'd.pptx', state: 'TAKEN', text: 'First slide\nSecond slide' },
      { name: 'e.txt', state: 'TAKEN', text: 'Words in a row\nand another' },
    ]);
    // Another version shows other files: the text of the former is no longer found.
    await publish(id, [draft]);
    await noteTexts(world.services, id);
    await takeTexts(world.services);
    expect((await texts(id)).map(({ name, text }) => [name, text])).toEqual([['g.docx', 'A secret of the draft']]);
    const { db } = world.services;
    await db.row('DELETE FROM resource_files WHERE id = $1', [draft]);
    expect(await texts(id)).toEqual([]);
  }, 120_000);

  it('hold nobody up who cannot be read', async () => {
    const id = await make.resource({ territoryId: countyId });
    const files = [
      await aFile(id, 'bomb.docx', WORD, zipOf('word/document.xml', Buffer.alloc(150_000_000, 0x20))),
      await aFile(id, 'noise.pdf', 'application/pdf', Buffer.from('%PDF-1.7 and nothing else')),
      await aFile(id, 'short.docx', WORD, docx('after all of them')),
    ];
    const lost = await aFile(id, 'lost.docx', WORD, docx('lost'));
    const { db } = world.services;
    await world.services.files.delete(
      (
        await db.row<{ storage_key: string }>(
          'SELECT f.storage_key FROM files f JOIN resource_files a ON a.file_id = f.id WHERE a.id = $1',
          [lost],
        )
      )?.storage_key ?? '',
    );
    await publish(id, [...files, lost]);
    await noteTexts(world.services, id);
    await takeTexts(world.services);
    expect((await texts(id)).map(({ name, state, error }) => [name, state, error])).toEqual([
      ['bomb.docx', 'FAILED', 'TOO_LARGE'],
      ['lost.docx', 'FAILED', 'FILE_GONE'],
      ['noise.pdf', 'FAILED', 'UNREADABLE'],
      ['short.docx', 'TAKEN', null],
    ]);
    // A reader that takes longer than it may is ended; one that ended its program again and again is left alone.
    await db.row(`UPDATE resource_texts SET state = 'WAITING', text = '' WHERE resource_id = $1`, [id]);
    await takeTexts(world.services, undefined, { ...EXTRACT_LIMITS, timeoutMs: 1 });
    expect(new Set((await texts(id)).map(({ state, error }) => (error === 'FILE_GONE' ? 'gone' : `${state} ${String(error)}`)))).toEqual(
      new Set(['FAILED TOO_LONG', 'gone']),
    );
    await db.row(
      `UPDATE resource_texts SET state = 'TAKING', attempts = 3, begun_at = clock_timestamp() - interval '1 hour' WHERE resource_id = $1`,
      [id],
    );
    await takeTexts(world.services);
    expect(new Set((await texts(id)).map(({ error }) => error))).toEqual(new Set(['TOO_OFTEN']));
    // One that is too large is not begun.
    await db.row('UPDATE resource_files SET size = 999999999999 WHERE id = $1', [lost]);
    await db.row('DELETE FROM resource_texts WHERE file_id = $1', [lost]);
    await noteTexts(world.services, id);
    expect((await texts(id)).find(({ name }) => name === 'lost.docx')).toMatchObject({ state: 'SKIPPED', error: 'TOO_LARGE' });
  }, 120_000);

  it('are told of at once for all files of a resource, and searched as far as two long books', async () => {
    const id = await make.resource({ territoryId: countyId });
    const book = (end: string) => Buffer.from(`${'and so on '.repeat(49_990)}${end}`);
    await publish(id, [
      await aFile(id, 'a.txt', 'text/plain', book('zephyrology')),
      await aFile(id, 'b.txt', 'text/plain', book('selenology')),
      await aFile(id, 'c.txt', 'text/plain', Buffer.from(`${'and so on '.repeat(1_000)}pedology`)),
    ]);
    const { db } = world.services;
    await noteTexts(world.services, id);
    await takeTexts(world.services);
    expect(await db.rows('SELECT run_at <= now() AS due FROM graphile_worker.jobs WHERE key = $1', [`resource-text:${id}`])).toEqual([
      { due: true },
    ]);
    await world.runJobs();
    const found = async (query: string) =>
      (
        await world.as(null)<{ library: { totalCount: number } }>(
          'query($query: String) { library(first: 1, query: $query) { totalCount } }',
          { query },
        )
      ).data.library.totalCount;
    expect([await found('zephyrology'), await found('selenology'), await found('pedology')]).toEqual([1, 1, 0]);
    // While others wait, it is told a little later, and however many come meanwhile, then.
    const job = () =>
      db.row<{ due: boolean; at: string }>('SELECT run_at <= now() AS due, run_at::text AS at FROM graphile_worker.jobs WHERE key = $1', [
        `resource-text:${id}`,
      ]);
    await db.row(`UPDATE resource_texts SET state = 'WAITING' WHERE resource_id = $1`, [id]);
    await db.row(
      `UPDATE resource_texts SET state = 'TAKING', begun_at = clock_timestamp() WHERE file_id = (SELECT file_id FROM resource_texts WHERE resource_id = $1 ORDER BY file_id LIMIT 1)`,
      [id],
    );
    await takeTexts(world.services);
    const told = await job();
    expect(told?.due).toBe(false);
    await db.row(`UPDATE resource_texts SET state = 'WAITING' WHERE resource_id = $1 AND state = 'TAKEN'`, [id]);
    await takeTexts(world.services);
    expect(await job()).toEqual(told);
  }, 120_000);
});
