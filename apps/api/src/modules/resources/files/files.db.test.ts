import { EMPTY_RESOURCE, type ResourceContent, type ResourceFileContent, type Role } from '@stoa/domain';
import { ANONYMOUS } from '../../../platform/authorize.js';
import { newId, toGlobalId } from '../../../platform/ids.js';
import { serve, type Served } from '../../../rights/serve.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { photograph } from '../../../testing/hostile-files.js';
import { personaOf } from '../../../testing/personas.js';
import { uploadWhole } from '../../../testing/upload-whole.js';
import { startWorld, type World } from '../../../testing/world.js';
import { openSession } from '../../accounts/index.js';
import { filesToExport, storedFiles } from '../../privacy/files.queries.js';
import { erasePerson } from '../../privacy/erasure/erase-person.js';
import { applyRetention } from '../../privacy/retention/runs.js';
import { canReadVersions } from '../resource.policy.js';
import { resourceStatement, type ResourceRow } from '../resource.statement.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
const FILE = 'id title alt role lang name mime size width height url viewUrl previewUrl';

interface FileSeen extends ResourceFileContent {
  name: string;
  mime: string;
  size: number;
  width: number | null;
  url: string;
  viewUrl: string | null;
  previewUrl: string | null;
}

describe('files of resources', () => {
  let world: World;
  let served: Served;
  let make: ReturnType<typeof factories>;
  let networkId: string;
  let countyId: string;
  const people: Record<string, string | null> = { visitor: null };
  const tokens = new Map<string, string | null>();

  beforeAll(async () => {
    world = await startWorld();
    served = await serve(world);
    make = factories(world.services.db);
    const place = await countyTree(world.services.db);
    const other = await countyTree(world.services.db);
    countyId = place.countyId;
    networkId = await make.network({ countyId, promoted: false });
    const appoint = async (who: string, role: Role, scopeType: string, scopeId: string, county: string | null) => {
      people[who] = await make.person({ name: who });
      await make.appointment({ personId: people[who], role, scopeType, scopeId, countyId: county });
    };
    for (const who of ['proposer', 'stranger', 'member']) people[who] = await make.person({ name: who });
    await make.member({ networkId, countyId, personId: people['member'] ?? '' });
    await appoint('coordinator', 'NC', 'NETWORK', networkId, countyId);
    await appoint('county', 'CC', 'COUNTY', countyId, countyId);
    await appoint('foreignCounty', 'CC', 'COUNTY', other.countyId, other.countyId);
    await appoint('region', 'RC', 'REGION', place.regionId, null);
    await appoint('admin', 'AD', 'EVERYTHING', '00000000-0000-0000-0000-000000000000', null);
    for (const [who, id] of Object.entries(people)) tokens.set(who, id === null ? null : await openSession(world.services.db, id, 'test'));
  }, 60_000);
  afterAll(async () => {
    await served.stop();
    await world.close();
  });

  const as = (who: string) => world.as(people[who] ?? null);
  const aResource = (over: Partial<Parameters<typeof make.resource>[0]> = {}) =>
    make.resource({ territoryId: countyId, networkId, state: 'DRAFT', proposedBy: people['proposer'] ?? null, ...over });
  const upload = (who: string, resourceId: string, name: string, content: Buffer) =>
    uploadWhole(served, tokens.get(who) ?? null, { purpose: 'resource', place: toGlobalId('Resource', resourceId), name, content });

  async function add(who: string, resourceId: string, ...uploadIds: string[]) {
    const { data, errors } = await as(who)<{ addResourceFiles: { files: FileSeen[] | null; userErrors: { code: string }[] } }>(
      `mutation($input: AddResourceFilesInput!) { addResourceFiles(input: $input) { files { ${FILE} } userErrors { code path } } }`,
      { input: { id: toGlobalId('Resource', resourceId), uploadIds } },
    );
    const answer = data?.addResourceFiles;
    return { files: answer?.files ?? [], code: answer?.userErrors[0]?.code ?? (errors?.[0]?.extensions?.code as string | undefined) };
  }

  async function remove(who: string, id: string): Promise<string | undefined> {
    const { data, errors } = await as(who)<{ removeResourceFile: { userErrors: { code: string }[] } }>(
      'mutation($input: RemoveResourceFileInput!) { removeResourceFile(input: $input) { files { id } userErrors { code } } }',
      { input: { id } },
    );
    return data?.removeResourceFile.userErrors[0]?.code ?? (errors?.[0]?.extensions?.code as string | undefined);
  }

  /** Sends a file and gives it to the resource. */
  async function given(resourceId: string, name: string, content: Buffer, who = 'proposer'): Promise<FileSeen> {
    const before = await world.services.db.rows<{ id: string }>('SELECT id FROM resource_files WHERE resource_id = $1', [resourceId]);
    const { files } = await add(who, resourceId, await upload(who, resourceId, name, content));
    const fresh = files.find(({ id }) => !before.some((each) => toGlobalId('ResourceFile', each.id) === id));
    if (!fresh) throw new Error(`${name} was not taken`);
    return fresh;
  }

  const uuidOf = (globalId: string) => globalId.slice(globalId.indexOf('_') + 1);
  const named = (...files: FileSeen[]): ResourceFileContent[] =>
    files.map(({ id, role }) => ({ id: uuidOf(id), title: 'A title', alt: 'What it holds', role, lang: null }));

  /** Writes a version of a state past the commands. */
  async function version(resourceId: string, no: number, state: string, visibility: 'PUBLIC' | 'MEMBERS', files: ResourceFileContent[]) {
    const content: ResourceContent = { ...EMPTY_RESOURCE, kind: 'GUIDE', title: 'Chairs', lang: 'en', visibility, files };
    await world.services.db.row('DELETE FROM resource_versions WHERE resource_id = $1 AND no = $2', [resourceId, no]);
    await make.insert('resource_versions', {
      id: newId(),
      resource_id: resourceId,
      no,
      state,
      content: JSON.stringify(content),
      created_by: people['proposer'],
      created_at: '2026-11-20T08:00:00Z',
      changed_at: '2026-11-20T08:00:00Z',
    });
  }

  it('are sent by whoever may write, become files of the resource, and are shown as its version says', async () => {
    const id = await aResource();
    expect(await upload('visitor', id, 'a.pdf', PDF)).toBe('UNAUTHENTICATED');
    for (const who of ['stranger', 'coordinator', 'admin']) expect([who, await upload(who, id, 'a.pdf', PDF)]).toEqual([who, 'NOT_FOUND']);
    const sent = await upload('proposer', id, '../../План\u202E урока.pdf', PDF);
    const waiting = await as('proposer')<{
      resourceUploads: { most: number; maxBytes: number; uploads: { id: string; ready: boolean }[] };
    }>('query($id: ID!) { resourceUploads(id: $id) { most maxBytes uploads { id ready } } }', { id: toGlobalId('Resource', id) });
    expect(waiting.data?.resourceUploads).toEqual({ most: 40, maxBytes: 5 * 1024 ** 3, uploads: [{ id: sent, ready: true }] });
    expect((await add('stranger', id, sent)).code).toBe('NOT_FOUND');
    expect((await add('proposer', await aResource(), sent)).code).toBe('UPLOAD_GONE');
    const { files } = await add('proposer', id, sent);
    expect((await add('proposer', id, sent)).code).toBe('UPLOAD_GONE');
    expect(files).toMatchObject([
      { name: 'План урока.pdf', mime: 'application/pdf', size: PDF.length, role: 'MATERIAL', title: '', previewUrl: null },
    ]);
    const picture = await given(id, 'photo.jpg', await photograph());
    expect(picture).toMatchObject({
      mime: 'image/jpeg',
      width: 400,
      height: 600,
      previewUrl: expect.stringMatching(/^\/files\//u) as string,
    });
    const input = {
      id: toGlobalId('Resource', id),
      expectedVersion: 1,
      changes: '',
      content: {
        ...EMPTY_RESOURCE,
        kind: 'GUIDE',
        title: 'Chairs',
        lang: 'en',
        files: [picture, files[0]].map((file) => ({ id: file?.id, title: 'T', alt: 'A', role: 'MATERIAL', lang: 'el' })),
      },
    };
    const save = (more: object) =>
      as('proposer')<{
        saveResource: { resource: { open: { files: FileSeen[] } } | null; userErrors: { code: string; path: string[] }[] };
      }>(
        `mutation($input: SaveResourceInput!) { saveResource(input: $input) { resource { open { files { ${FILE} } } } userErrors { code path } } }`,
        { input: { ...input, ...more } },
      );
    const saved = await save({});
    expect(saved.data?.saveResource.resource?.open.files.map(({ name, title, lang }) => [name, title, lang])).toEqual([
      ['photo.jpg', 'T', 'el'],
      ['План урока.pdf', 'T', 'el'],
    ]);
    // A file of another resource, one twice, and none at all are refused.
    const foreign = await given(await aResource(), 'b.pdf', PDF);
    const say = ({ id: fileId }: { id: string }) => ({ id: fileId, title: '', alt: '', role: 'MATERIAL', lang: null });
    for (const wrong of [[say(foreign)], [say(picture), say(picture)], [say({ id: toGlobalId('ResourceFile', newId()) })]])
      expect((await save({ expectedVersion: 2, content: { ...input.content, files: wrong } })).data?.saveResource.userErrors).toEqual([
        { code: 'INVALID_CHOICE', path: ['content', 'files'] },
      ]);
    expect(await remove('proposer', picture.id)).toBe('FILE_IN_USE');
    for (const who of ['visitor', 'stranger', 'admin']) expect(['UNAUTHENTICATED', 'NOT_FOUND']).toContain(await remove(who, foreign.id));
    expect(await remove('proposer', foreign.id)).toBeUndefined();
    expect((await served.send({ path: foreign.url, token: tokens.get('proposer') ?? null })).status).toBe(404);
  });

  it('are given to exactly those who may read a version that names them', async () => {
    for (const state of ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] as const)
      for (const visibility of ['PUBLIC', 'MEMBERS'] as const) {
        const id = await aResource({ state, visibility });
        const [shown, former, hidden, loose, open] = [
          await given(id, 'shown.pdf', PDF),
          await given(id, 'former.jpg', await photograph()),
          await given(id, 'for-members.pdf', PDF),
          await given(id, 'loose.pdf', PDF),
          await given(id, 'open.pdf', PDF),
        ];
        await version(id, 1, 'SUPERSEDED', 'PUBLIC', named(former));
        await version(id, 2, 'SUPERSEDED', 'MEMBERS', named(hidden));
        await version(id, 3, 'PUBLISHED', visibility, named(shown));
        await version(id, 4, 'DRAFT', 'PUBLIC', named(open));
        const row = await world.services.db.row<ResourceRow>(resourceStatement('r.id = $1'), [id]);
        for (const [who, personId] of Object.entries(people)) {
          const viewer = personId === null ? ANONYMOUS : await personaOf(world.services, personId);
          const inside = row !== null && canReadVersions(viewer, row);
          const isMember = ['member', 'coordinator', 'county', 'region', 'admin'].includes(who);
          const published = state === 'PUBLISHED';
          const reads = inside || (published && (visibility === 'PUBLIC' || isMember));
          const expected = {
            [shown.url]: reads,
            [former.url]: reads,
            [String(former.previewUrl)]: reads,
            [hidden.url]: inside || (published && isMember),
            [loose.url]: inside,
            [open.url]: inside,
          };
          for (const [url, may] of Object.entries(expected)) {
            const { status } = await served.send({ path: url, token: tokens.get(who) ?? null });
            expect([who, state, visibility, url, status]).toEqual([who, state, visibility, url, may ? 200 : 404]);
          }
        }
      }
  }, 60_000);

  it('are shown in place where nothing of them can run, in stretches, and are downloads otherwise', async () => {
    const id = await aResource({ state: 'PUBLISHED', proposedBy: people['proposer'] ?? null });
    const html = Buffer.from('<!doctype html><script>alert(document.cookie)</script>');
    const files = [await given(id, 'a.pdf', PDF), await given(id, 'photo.jpg', await photograph()), await given(id, 'page.html', html)];
    const [pdf, picture, page] = files;
    await version(id, 1, 'PUBLISHED', 'PUBLIC', named(...files));
    expect(files.map(({ viewUrl, url }) => viewUrl === `${url}?inline`)).toEqual([true, true, false]);
    const head = async (url: string, headers: Record<string, string> = {}) => {
      const reply = await served.send({ path: url, headers });
      const { 'content-disposition': kept, 'content-security-policy': policy, 'x-content-type-options': sniff } = reply.headers;
      return { status: reply.status, kept: String(kept).split(';')[0], policy: String(policy), sniff, headers: reply.headers };
    };
    expect(await head(String(pdf?.viewUrl))).toMatchObject({ status: 200, kept: 'inline', sniff: 'nosniff' });
    expect((await head(String(pdf?.viewUrl))).policy).toMatch(/^default-src 'none';.*frame-ancestors 'self'$/u);
    expect(await head(String(picture?.viewUrl))).toMatchObject({
      kept: 'inline',
      policy: "default-src 'none'; sandbox; frame-ancestors 'self'",
    });
    expect(await head(`${String(page?.url)}?inline`)).toMatchObject({
      kept: 'attachment',
      policy: "default-src 'none'; sandbox; frame-ancestors 'none'",
    });
    expect(await head(String(pdf?.url))).toMatchObject({ kept: 'attachment' });
    const part = await head(String(pdf?.viewUrl), { range: 'bytes=0-3' });
    expect([part.status, part.headers['content-range'], part.headers['content-length']]).toEqual([206, `bytes 0-3/${PDF.length}`, '4']);
    expect((await head(String(pdf?.viewUrl), { range: 'bytes=900000-' })).status).toBe(416);
  });

  it('are written anew where they are subtitles', async () => {
    const id = await aResource();
    const file = await given(
      id,
      'talk.srt',
      Buffer.from('1\r\n00:00:01,000 --> 00:00:02,500\r\n<font color="red"><script>alert(1)</script>Καλημέρα &amp; γεια</font>\r\n'),
    );
    expect(file).toMatchObject({ name: 'talk.vtt', mime: 'text/vtt; charset=utf-8', role: 'SUBTITLES' });
    const { text, headers } = await served.send({ path: String(file.viewUrl), token: tokens.get('proposer') ?? null });
    expect([text, headers['content-type']]).toEqual([
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nalert(1)Καλημέρα &amp; γεια\n',
      'text/vtt; charset=utf-8',
    ]);
    expect(await upload('proposer', id, 'talk.vtt', Buffer.from('WEBVTT\n\nNOTE nothing\n'))).toBe('SUBTITLES_BROKEN');
    expect(await upload('proposer', id, 'talk.vtt', PDF)).toBe('FILE_LIES');
  });

  it('go with what nobody was shown when their person goes, and stay with what is published', async () => {
    const personId = await make.person({ name: 'leaving' });
    people['leaving'] = personId;
    tokens.set('leaving', await openSession(world.services.db, personId, 'test'));
    const mine = { proposedBy: personId };
    const [shown, draft] = [await aResource({ ...mine, state: 'PUBLISHED' }), await aResource(mine)];
    const [work, sketch, loose] = [
      await given(shown, 'work.pdf', PDF, 'leaving'),
      await given(draft, 'sketch.jpg', await photograph(), 'leaving'),
      await given(shown, 'loose.pdf', PDF, 'leaving'),
    ];
    await version(shown, 1, 'PUBLISHED', 'PUBLIC', named(work));
    await world.services.db.row(`UPDATE resource_versions SET content = jsonb_set(content, '{files}', $2) WHERE resource_id = $1`, [
      draft,
      JSON.stringify(named(sketch)),
    ]);
    const { db } = world.services;
    expect((await filesToExport(db, personId)).map(({ name }) => name).toSorted()).toEqual(
      ['loose.pdf', 'sketch.jpg', 'sketch.jpg.webp', 'work.pdf'].toSorted(),
    );
    expect((await storedFiles(db, personId)).map(({ name }) => name).toSorted()).toEqual(['loose.pdf', 'sketch.jpg', 'sketch.jpg.webp']);
    await erasePerson(world.services, personId, { at: world.services.clock.now(), withdrawsWords: false });
    for (const { url } of [sketch, loose]) expect((await served.send({ path: url, token: tokens.get('admin') ?? null })).status).toBe(404);
    expect((await served.send({ path: work.url })).status).toBe(200);
    expect(
      await db.rows(
        "SELECT f.name FROM files f JOIN resources r ON r.id = f.subject_id WHERE r.proposed_by = $1 AND f.name <> 'work.pdf'",
        [personId],
      ),
    ).toEqual([]);
    // What a draft leaves behind when it is thrown away goes by night.
    const thrown = await aResource();
    const left = await given(thrown, 'left.pdf', PDF);
    await db.row('DELETE FROM resources WHERE id = $1', [thrown]);
    expect((await served.send({ path: left.url, token: tokens.get('proposer') ?? null })).status).toBe(404);
    await applyRetention(world.services);
    expect(await db.rows("SELECT 1 FROM files WHERE name = 'left.pdf'")).toEqual([]);
  });
});
