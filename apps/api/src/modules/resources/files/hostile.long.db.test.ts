import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_RESOURCE } from '@stoa/domain';
import { EXTRACT_LIMITS } from '../../../platform/extract/extract.js';
import { toGlobalId } from '../../../platform/ids.js';
import { serve, type Served } from '../../../rights/serve.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { hostileDocuments, type HostileDocument } from '../../../testing/hostile-documents.mjs';
import { hostileFiles } from '../../../testing/hostile-files.js';
import { uploadWhole } from '../../../testing/upload-whole.js';
import { startWorld, type World } from '../../../testing/world.js';
import { openSession } from '../../accounts/index.js';
import { noteTexts, takeTexts } from '../texts/take-texts.js';

/** Whether all documents are read; some of them hold a reader for seconds. */
const FULL = process.env['STOA_TEST_FULL'] === '1';
/** Shorter than outside of tests, since some of the files are made to need for ever. */
const LIMITS = { ...EXTRACT_LIMITS, timeoutMs: 8_000 };
/** The types that may be shown in place. */
const SHOWN = /^(?:application\/pdf|image\/(?:jpeg|png|gif|webp)|audio\/|video\/|text\/vtt)/u;

describe('hostile files, sent, kept, read and given', () => {
  let world: World;
  let served: Served;
  let token: string;
  let resourceId: string;
  let make: ReturnType<typeof factories>;
  let documents: HostileDocument[];

  beforeAll(async () => {
    world = await startWorld();
    served = await serve(world);
    make = factories(world.services.db);
    const { countyId } = await countyTree(world.services.db);
    const personId = await make.person({ name: 'sender' });
    token = await openSession(world.services.db, personId, 'test');
    resourceId = await make.resource({ territoryId: countyId, proposedBy: personId });
    documents = hostileDocuments().filter((_, at) => FULL || at % 4 === 0);
  }, 120_000);
  afterAll(async () => {
    await served.stop();
    await world.close();
  });

  interface Row {
    id: string;
    upload: string;
    file_id: string;
    name: string;
    mime: string;
  }

  async function sendAll(files: readonly { what: string; name: string; content: Buffer }[]): Promise<Map<string, string>> {
    const outcomes = new Map<string, string>();
    for (const { what, name, content } of files) {
      const id = await uploadWhole(served, token, { purpose: 'resource', place: toGlobalId('Resource', resourceId), name, content });
      outcomes.set(what, id);
      if (!id.startsWith('Upload_')) continue;
      const added = await served.ask(
        'mutation($input: AddResourceFilesInput!) { addResourceFiles(input: $input) { userErrors { code } } }',
        { input: { id: toGlobalId('Resource', resourceId), uploadIds: [id] } },
        { token },
      );
      expect([what, added.text.trim()]).toEqual([what, '{"data":{"addResourceFiles":{"userErrors":[]}}}']);
    }
    return outcomes;
  }

  async function publishAll(): Promise<Row[]> {
    const rows = await world.services.db.rows<Row>(
      'SELECT id, id AS upload, file_id, name, mime FROM resource_files WHERE resource_id = $1',
      [resourceId],
    );
    const files = rows.map(({ id }) => ({ id, title: '', alt: '', role: 'MATERIAL', lang: null }));
    await world.services.db.row('UPDATE resource_versions SET content = $2 WHERE resource_id = $1', [
      resourceId,
      JSON.stringify({ ...EMPTY_RESOURCE, kind: 'GUIDE', title: 'Chairs', lang: 'en', files }),
    ]);
    return rows;
  }

  it('are refused or kept as what they are, hold nobody up, and run nowhere', async () => {
    const others = await hostileFiles();
    expect(documents.length + others.length).toBeGreaterThan(FULL ? 100 : 55);
    const before = process.memoryUsage.rss();
    const outcomes = await sendAll([...documents, ...others]);
    const expected: [string, string][] = [
      ...documents.map(({ what, refused }): [string, string] => [what, refused ?? 'kept']),
      ...others.map(({ what, becomes }): [string, string] => [what, /^[A-Z_]+$/u.test(becomes) ? becomes : 'kept']),
    ];
    expect([...outcomes].map(([what, outcome]) => [what, outcome.startsWith('Upload_') ? 'kept' : outcome])).toEqual([
      ...new Map(expected),
    ]);
    const rows = await publishAll();
    await noteTexts(world.services, resourceId);
    await takeTexts(world.services, undefined, LIMITS);
    const texts = await world.services.db.rows<{ file_id: string; state: string; text: string; html: string | null; error: string | null }>(
      'SELECT file_id, state, text, html, error FROM resource_texts WHERE resource_id = $1',
      [resourceId],
    );
    const textOf = new Map(texts.map((text) => [`Upload_${text.file_id}`, text]));
    for (const { what, text } of documents) {
      const found = textOf.get(outcomes.get(what) ?? '');
      if (text === 'ANY') expect([what, found?.state]).toEqual([what, expect.stringMatching(/^(?:TAKEN|FAILED)$/u)]);
      else expect([what, found?.state ?? null, found?.error]).toEqual([what, text, text === 'TAKEN' ? null : found?.error]);
    }
    for (const { text, html } of texts) {
      expect(text.length).toBeLessThanOrEqual(500_000);
      expect(/root:x|\0|\u202E|lollol/u.test(text)).toBe(false);
      expect(/<script|<img|javascript:|onerror=[^<]*>/iu.test(html ?? '')).toBe(false);
    }
    const grown = Math.round((process.memoryUsage.rss() - before) / 1e6);
    const ends = new Map<string, number>();
    for (const { state, error } of texts) ends.set(error ?? state, (ends.get(error ?? state) ?? 0) + 1);
    console.log(
      `${String(outcomes.size)} hostile files: ${String(rows.length)} kept, ${String(outcomes.size - rows.length)} refused; texts: ${[...ends].map(([how, of]) => `${how} ${String(of)}`).join(', ')}; memory grew by ${String(grown)} MB, those sent among it`,
    );
    await areHarmless(rows);
  }, 400_000);

  async function areHarmless(rows: readonly Row[]): Promise<void> {
    for (const { file_id: fileId, mime, name } of rows) {
      const { status, headers } = await served.send({ method: 'HEAD', path: `/files/${fileId}/file?inline`, token });
      const kept = String(headers['content-disposition']).split(';')[0];
      const policy = String(headers['content-security-policy']);
      expect([name, status, headers['x-content-type-options'], kept]).toEqual([
        name,
        200,
        'nosniff',
        SHOWN.test(mime) ? 'inline' : 'attachment',
      ]);
      expect([name, policy.startsWith("default-src 'none'"), /script-src|connect-src/u.test(policy)]).toEqual([name, true, false]);
      expect([name, mime === 'application/pdf' || policy.includes('sandbox')]).toEqual([name, true]);
      expect(/html|svg|javascript|xml(?!formats)/u.test(String(headers['content-type']))).toBe(false);
      expect(/[\p{Cc}\p{Bidi_Control}/\\]/u.test(name) || Buffer.byteLength(name) > 200).toBe(false);
    }
    const stored = readdirSync(join(world.services.config.dataDir, 'files'), { recursive: true }).map(String);
    expect(stored.filter((path) => !/^[0-9a-f]{2}(?:[\\/][0-9a-f]{32})?$/u.test(path))).toEqual([]);
    for (const place of ['/tmp', '/etc', '/', world.services.config.dataDir])
      expect(readdirSync(place).filter((name) => name.includes('stoa-traversal'))).toEqual([]);
  }
});
