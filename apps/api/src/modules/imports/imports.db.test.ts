import express from 'express';
import iconv from 'iconv-lite';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { countyTree, factories } from '../../testing/factories.js';
import { startWorld, type World } from '../../testing/world.js';
import { servePages } from '../../html.js';
import { Refusal } from '../../platform/errors.js';
import type { ContentStore } from '../../platform/files/content-store.js';
import { takeImports } from '../../uploads.js';
import { serveFiles } from '../../files.js';
import { openSession, sessionCookie } from '../accounts/index.js';

interface Run {
  id: string;
  state: string;
  encoding: string;
  separator: string;
  columns: { header: string; key: string | null }[];
  missing: string[];
  summary: {
    read: number;
    created: number;
    updated: number;
    skipped: number;
    errors: number;
    errorsByKind: { code: string; message: string; count: number; samples: { line: number; value: string | null }[] }[];
  } | null;
  rejectsPath: string | null;
  problem: string | null;
}
const FIELDS = `id state encoding separator problem columns { header key } missing rejectsPath progress
  summary { read created updated skipped errors errorsByKind { code message count samples { line value } } }`;
const READ = `query($id: ID!) { importRun(id: $id) { ${FIELDS} } }`;
const CHANGE = `mutation($input: ChangeImportInput!) { done: changeImport(input: $input) { importRun { ${FIELDS} } userErrors { code path } } }`;
const CONFIRM = `mutation($input: ImportRunInput!) { done: confirmImport(input: $input) { importRun { ${FIELDS} } userErrors { code } } }`;
const CANCEL = `mutation($input: ImportRunInput!) { done: cancelImport(input: $input) { importRun { ${FIELDS} } userErrors { code } } }`;
interface Done {
  done: { importRun: Run | null; userErrors: { code: string }[] };
}

let world: World;
let server: Server;
let origin: string;
let admin: string;
let county: string;
let countyId: string;
const cookies: Record<string, string> = {};
const HEADER = 'Nazwa;Typ;Powiat;Miejscowość;Ulica;Numer;Kod pocztowy;Poczta\n';
const FILE = iconv.encode(
  `${HEADER}SZKOŁA A;Szkoła podstawowa;PL-01;Łąka;;1;62-066;\nB;Zamek;PL-01;;;2;62-066;\nC;Zamek;PL-01;;;3;62-066;\nD;Przedszkole;PL-99;;;4;62-066;\n`,
  'windows-1250',
);

describe('imports', () => {
  beforeAll(async () => {
    world = await startWorld({ STOA_MAX_IMPORT_BYTES: '200000' });
    const make = factories(world.services.db);
    const tree = await countyTree(world.services.db);
    countyId = await make.territory({ kind: 'COUNTY', parentId: tree.regionId, code: 'PL-01', lang: 'pl' });
    admin = await make.person();
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: '00000000-0000-0000-0000-000000000000' });
    county = await make.person();
    await make.appointment({ personId: county, role: 'CC', scopeType: 'COUNTY', scopeId: countyId });
    for (const [name, person] of Object.entries({ admin, county })) {
      cookies[name] = sessionCookie(world.services.config, await openSession(world.services.db, person, 'test')).split(';')[0] ?? '';
    }
    const app = express();
    app.post('/imports', takeImports(world.app));
    app.get('/files/:id/:name', serveFiles(world.app));
    app.get('/{*path}', servePages(world.app, '/nowhere'));
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await world.close();
  });

  const send = (body: Uint8Array | string, who: string | null = 'admin', headers: Record<string, string> = {}) =>
    fetch(`${origin}/imports?kind=schools&name=schools.csv`, {
      method: 'POST',
      body: typeof body === 'string' ? body : Buffer.from(body),
      headers: { ...(who ? { cookie: cookies[who] ?? '' } : {}), ...headers },
    });
  const read = async (id: string) => (await world.as(admin)<{ importRun: Run }>(READ, { id })).data.importRun;
  const uploaded = async (body: Uint8Array | string) => ((await (await send(body)).json()) as { id: string }).id;

  describe('an import on the web', () => {
    it('is looked through first: encoding, separator, columns, what it would do, what is wrong', async () => {
      const id = await uploaded(FILE);
      expect(await read(id)).toMatchObject({ state: 'CHECKING', summary: null });
      await world.runJobs();
      const run = await read(id);
      expect(run).toMatchObject({
        state: 'CHECKED',
        encoding: 'windows-1250',
        separator: ';',
        missing: [],
        summary: { read: 4, created: 1, errors: 3 },
      });
      expect(run.columns.map(({ key }) => key)).toEqual([
        'name',
        'level',
        'countyCode',
        'city',
        'street',
        'number',
        'postalCode',
        'postOffice',
      ]);
      expect(run.summary?.errorsByKind).toEqual([
        {
          code: 'TYPE_UNKNOWN',
          message: 'Unknown type of school',
          count: 2,
          samples: [
            { line: 3, value: 'Zamek' },
            { line: 4, value: 'Zamek' },
          ],
        },
        { code: 'COUNTY_UNKNOWN', message: 'Unknown county code', count: 1, samples: [{ line: 5, value: 'PL-99' }] },
      ]);
      expect(await world.services.db.rows('SELECT 1 FROM schools')).toEqual([]);
      const rejects = await (await fetch(origin + (run.rejectsPath ?? ''), { headers: { cookie: cookies['admin'] ?? '' } })).text();
      expect(rejects.split(/\r?\n/)[1]).toBe('B;Zamek;PL-01;;;2;62-066;;3;Unknown type of school (Type of school)');
      expect((await fetch(origin + (run.rejectsPath ?? ''), { headers: { cookie: cookies['county'] ?? '' } })).status).toBe(404);
    });

    it('is corrected by hand, imported, and done again with nothing new', async () => {
      const id = await uploaded(FILE);
      await world.runJobs();
      const values = [{ key: 'level', text: 'Zamek', value: 'SPECIAL' }];
      expect((await world.as(admin)<Done>(CHANGE, { input: { id, columns: [], values } })).data.done.importRun?.state).toBe('CHECKING');
      await world.runJobs();
      expect((await read(id)).summary).toMatchObject({ created: 3, errors: 1 });
      expect((await world.as(admin)<Done>(CONFIRM, { input: { id } })).data.done.importRun?.state).toBe('IMPORTING');
      expect((await world.as(admin)<Done>(CONFIRM, { input: { id } })).data.done.userErrors).toEqual([{ code: 'STATE_FORBIDS' }]);
      await world.runJobs();
      expect(await read(id)).toMatchObject({ state: 'DONE', summary: { created: 3, errors: 1 } });
      expect(await world.services.db.rows('SELECT name FROM schools ORDER BY name')).toEqual([
        { name: 'B' },
        { name: 'C' },
        { name: 'SZKOŁA A' },
      ]);
      const again = await uploaded(FILE);
      await world.runJobs();
      expect((await read(again)).summary).toMatchObject({ created: 0, updated: 0, skipped: 1 });
    });

    it('says what is missing, and takes another column for it', async () => {
      const id = await uploaded('title,sort,county\nE,Przedszkole,PL-01\n');
      await world.runJobs();
      expect(await read(id)).toMatchObject({ state: 'CHECKED', missing: ['name', 'level'], summary: null });
      expect((await world.as(admin)<Done>(CONFIRM, { input: { id } })).data.done.userErrors).toEqual([{ code: 'COLUMN_MISSING' }]);
      await world.as(admin)(CHANGE, {
        input: {
          id,
          values: [],
          columns: [
            { header: 'title', key: 'name' },
            { header: 'sort', key: 'level' },
          ],
        },
      });
      await world.runJobs();
      expect((await read(id)).summary).toMatchObject({ created: 1 });
      expect((await world.as(admin)<Done>(CANCEL, { input: { id } })).data.done.importRun?.state).toBe('CANCELLED');
    });

    it('refuses a spreadsheet with a word for it, and a file that is too large before reading it', async () => {
      const id = await uploaded(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
      await world.runJobs();
      expect(await read(id)).toMatchObject({ state: 'FAILED', problem: 'This is a spreadsheet; save it as CSV first' });
      const large = await send('x'.repeat(200_001));
      expect([large.status, await large.json()]).toEqual([413, { code: 'FILE_TOO_LARGE', message: 'The file is too large' }]);
    });

    it('tells whoever still sends that the file is too large, or that there is no room for it', async () => {
      // Of no announced length, so that it is refused on the way.
      const endless = () =>
        fetch(`${origin}/imports?kind=schools&name=schools.csv`, {
          method: 'POST',
          body: new Blob([new Uint8Array(8_000_000)]).stream(),
          headers: { cookie: cookies['admin'] ?? '' },
          duplex: 'half',
        } as RequestInit);
      const large = await endless();
      expect([large.status, await large.json()]).toMatchObject([413, { code: 'FILE_TOO_LARGE' }]);
      const { files } = world.services;
      world.services.files = {
        put: async (content: AsyncIterable<Uint8Array>) => {
          for await (const chunk of content) if (chunk.length > 0) throw new Refusal('STORAGE_FULL');
          throw new Error('nothing came');
        },
      } as unknown as ContentStore;
      const full = await endless();
      world.services.files = files;
      expect([full.status, await full.json()]).toMatchObject([507, { code: 'STORAGE_FULL', message: expect.stringContaining('no room') }]);
    });

    it.each([
      ['packed', gzipSync(Buffer.alloc(100_000, 'a,b\n'))],
      ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from(`\n${HEADER}A\0;Zamek\0;;;;;;\n`)])],
    ])('is looked through to an end where it is no text at all: %s', async (_what, content) => {
      const id = await uploaded(content);
      await world.runJobs();
      expect((await read(id)).state).toMatch(/^(CHECKED|FAILED)$/);
    });

    it('is for administrators, from this site, and only as long as they are', async () => {
      expect((await send(FILE, null)).status).toBe(401);
      expect((await send(FILE, 'county')).status).toBe(404);
      expect((await send(FILE, 'admin', { origin: 'https://elsewhere.example' })).status).toBe(403);
      const id = await uploaded(FILE);
      for (const person of [county, null]) {
        for (const answer of [
          await world.as(person)(READ, { id }),
          await world.as(person)(CONFIRM, { input: { id } }),
          await world.as(person)(CHANGE, { input: { id, columns: [], values: [] } }),
          await world.as(person)(CANCEL, { input: { id } }),
        ]) {
          expect(answer.errors?.[0]?.extensions?.code).toBe(person ? 'NOT_FOUND' : 'UNAUTHENTICATED');
        }
      }
      await world.runJobs();
      await world.as(admin)(CONFIRM, { input: { id } });
      await world.services.db.row(`UPDATE appointments SET revoked_at = $2 WHERE person_id = $1`, [admin, '2026-11-24T07:00:00Z']);
      await world.runJobs();
      await world.services.db.row('UPDATE appointments SET revoked_at = NULL WHERE person_id = $1', [admin]);
      expect(await read(id)).toMatchObject({ state: 'FAILED', problem: 'You may no longer change registers', summary: null });
    });
  });

  describe('the first HTML', () => {
    it('tells of public records, escaped, with alternates and JSON-LD, and is validated by its ETag', async () => {
      const make = factories(world.services.db);
      const centreId = await make.centre({ territoryId: countyId, name: 'Centre <script>alert("1")</script> & $& Co' });
      const slug = (await world.services.db.row<{ slug: string }>('SELECT slug FROM centres WHERE id = $1', [centreId]))?.slug;
      const answer = await fetch(`${origin}/pl/centres/${slug}`);
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(html).toContain('<html lang="pl"');
      expect(html).toContain('Centre &#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; $&#38; Co · Stoa</title>');
      expect(html).toContain(`<link rel="alternate" hreflang="ru" href="${origin}/ru/centres/${slug}">`);
      expect(html).not.toContain('<script>alert');
      const ld = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? '{}') as {
        name: string;
        '@type': string;
      };
      expect(ld).toMatchObject({ '@type': 'EducationalOrganization', name: 'Centre <script>alert("1")</script> & $& Co' });
      // fetch adds `no-cache` to conditional requests, which browsers do not.
      const status = await new Promise((resolve) =>
        get(`${origin}/pl/centres/${slug}`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } }, (again) =>
          resolve(again.resume().statusCode),
        ),
      );
      expect(status).toBe(304);
    });

    it('answers 404 for records that do not exist and keeps pages of members out of indexes', async () => {
      for (const path of ['centres/none', 'structures/none', 'schools/none', 'networks/none'])
        expect((await fetch(`${origin}/el/${path}`)).status).toBe(404);
      const home = await fetch(`${origin}/en/home`);
      expect([home.status, (await home.text()).includes('noindex')]).toEqual([200, true]);
      const redirect = await fetch(`${origin}/find?topic=x`, { redirect: 'manual', headers: { 'accept-language': 'el' } });
      expect([redirect.status, redirect.headers.get('location')]).toEqual([302, '/el/find?topic=x']);
      const found = await (await fetch(`${origin}/ru/find?topic=reading-difficulties`)).text();
      expect(found).toContain('Кто помогает по теме «Трудности чтения»? · Stoa');
    });
  });
});
