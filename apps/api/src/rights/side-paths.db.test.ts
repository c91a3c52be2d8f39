import { Readable } from 'node:stream';
import { hashPassword, savePassword } from '../modules/accounts/passwords.js';
import { recordFile } from '../platform/files/records.js';
import { newId } from '../platform/ids.js';
import { aThread } from './specs/discussions.spec.js';
import { aResourceFile } from './specs/resource-file.js';
import { aResource } from './specs/resources.spec.js';
import { startGround, type Ground, type Persona } from './ground.js';
import { serve, type Reply, type Served } from './serve.js';
import { permits, type Asked } from './table.js';

let ground: Ground;
let served: Served;

describe('side paths', () => {
  beforeAll(async () => {
    ground = await startGround();
    served = await serve(ground.world);
  }, 60_000);
  afterAll(async () => {
    await served.stop();
    await ground.world.close();
  });

  const AT = new Date('2026-11-20T08:00:00Z');

  async function aFile(subjectType: string, subjectId: string): Promise<string> {
    const { files, db } = ground.world.services;
    const stored = await files.put(Readable.from([Buffer.from('content of the file')]));
    return recordFile(db, stored, { name: 'letter.pdf', mime: 'application/pdf', subjectType, subjectId, createdBy: null, at: AT });
  }

  /** Asks as everybody and compares with the table: whoever may is answered with `ok`, all others as `refused` says. */
  async function everybody(path: string, act: string, asked: Asked, refused: (persona: Persona) => number = () => 404): Promise<string[]> {
    const differences: string[] = [];
    for (const persona of ground.personas) {
      const { status } = await served.send({ path, token: persona.token });
      const expected = permits(act, persona.asker, asked) ? 200 : refused(persona);
      if (status !== expected) differences.push(`${path.slice(0, 9)} for ${persona.name}: ${String(status)}, expected ${String(expected)}`);
    }
    return differences;
  }

  describe('what programs read', () => {
    it('is the same for everybody, and holds nothing that members alone may read', async () => {
      const hidden = await aResource(ground, 'network', 'PUBLISHED', ground.somebody, 'MEMBERS');
      const draft = await aResource(ground, 'county', 'DRAFT', ground.somebody);
      const shown = await aResource(ground, 'network', 'PUBLISHED', ground.somebody);
      const slugs = await ground.world.services.db.rows<{ id: string; slug: string }>('SELECT id, slug FROM resources WHERE id = ANY($1)', [
        [hidden, draft, shown],
      ]);
      const marks = [hidden, draft].flatMap((id) => [id, `/${slugs.find((row) => row.id === id)?.slug ?? ''}`]);
      const shownMarks = [shown, `/${slugs.find((row) => row.id === shown)?.slug ?? ''}`];
      const differences: string[] = [];
      for (const path of [
        '/oai?verb=ListIdentifiers&metadataPrefix=oai_dc',
        '/oai?verb=ListRecords&metadataPrefix=oai_lom',
        '/feeds/library.atom',
        '/embed/library?count=30',
        '/sitemaps/library-1.xml',
      ]) {
        for (const { name, token } of ground.personas) {
          const { status, text, headers } = await served.send({ path, token });
          if (status !== 200 || !shownMarks.some((mark) => text.includes(mark))) differences.push(`${path} shows ${name} nothing`);
          // An address is whole: another may begin with the same signs.
          if (marks.some((mark) => new RegExp(`${mark}(?![\\w-])`).test(text))) differences.push(`${path} tells ${name} too much`);
          if (headers['set-cookie']) differences.push(`${path} sets a cookie for ${name}`);
        }
      }
      expect(differences).toEqual([]);
      for (const id of [hidden, draft]) {
        const { text } = await served.send({ path: `/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:${id}` });
        expect(text).toContain('idDoesNotExist');
      }
    });
  });

  describe('files', () => {
    it.each([
      ['network', 'NETWORK', 'NC', () => ground.home.networkId],
      ['structure', 'STRUCTURE', 'SH', () => ground.home.structureId],
      ['centre', 'CENTRE', 'CH', () => ground.home.centreId],
      ['school', 'SCHOOL', 'SP', () => ground.home.schoolId],
    ] as const)('give the letter of an appointment to a %s to whoever may read the appointment', async (kind, scopeType, role, scopeId) => {
      const id = newId();
      await ground.make.insert('appointments', {
        id,
        person_id: ground.somebody,
        role,
        scope_type: scopeType,
        scope_id: scopeId(),
        county_id: ground.home.countyId,
        territory_id: ground.home.countyId,
        parent_scope_id: scopeType === 'STRUCTURE' ? ground.home.centreId : null,
        starts_on: '2025-09-01',
        ends_on: '2025-09-02',
        appointed_at: AT,
      });
      expect(await everybody(`/files/${await aFile('Appointment', id)}/letter.pdf`, 'appointment.read', { kind, own: false })).toEqual([]);
    });

    it('give what belongs to a post to whoever may read it, and as long as it belongs to it', async () => {
      const { threadId, replyId } = await aThread(ground, ground.somebody);
      const fileId = await aFile('Post', replyId);
      await ground.make.insert('post_attachments', {
        id: newId(),
        county_id: ground.home.countyId,
        post_id: replyId,
        position: 1,
        file_id: fileId,
        name: 'letter.pdf',
        mime: 'application/pdf',
        size: 19,
      });
      const path = `/files/${fileId}/file`;
      const read = { kind: 'network', own: false } as const;
      expect(await everybody(path, 'discussion.read', read)).toEqual([]);
      for (const [table, id] of [
        ['posts', replyId],
        ['threads', threadId],
      ] as const) {
        await ground.world.services.db.row(`UPDATE ${table} SET visibility = 'HIDDEN' WHERE id = $1`, [id]);
        expect(await everybody(path, 'moderation.readLog', read)).toEqual([]);
        await ground.world.services.db.row(`UPDATE ${table} SET visibility = 'VISIBLE' WHERE id = $1`, [id]);
      }
      await ground.world.services.db.row('DELETE FROM post_attachments WHERE file_id = $1', [fileId]);
      for (const { token } of ground.personas) expect((await served.send({ path, token })).status).toBe(404);
    });

    it('give what belongs to a resource to whoever may read the version that names it', async () => {
      const fileOf = async (state: Parameters<typeof aResource>[2], visibility: 'PUBLIC' | 'MEMBERS', named = true) => {
        const { fileId } = await aResourceFile(ground, await aResource(ground, 'network', state, null, visibility), named);
        return `/files/${fileId}/file`;
      };
      const asked = { kind: 'network', own: false } as const;
      expect(await everybody(await fileOf('PUBLISHED', 'PUBLIC'), 'public.read', { kind: 'none', own: false, isPublic: true })).toEqual([]);
      expect(await everybody(await fileOf('PUBLISHED', 'MEMBERS'), 'resource.members', asked)).toEqual([]);
      expect(await everybody(`${await fileOf('PUBLISHED', 'MEMBERS')}?inline`, 'resource.members', asked)).toEqual([]);
      for (const path of [
        await fileOf('PUBLISHED', 'PUBLIC', false),
        await fileOf('SUBMITTED', 'PUBLIC'),
        await fileOf('WITHDRAWN', 'PUBLIC'),
      ])
        expect(await everybody(path, 'resource.review', asked)).toEqual([]);
      const draft = await fileOf('DRAFT', 'PUBLIC');
      for (const { token } of ground.personas) expect((await served.send({ path: draft, token })).status).toBe(404);
    });

    it('give the rows that an import rejected to administrators alone', async () => {
      expect(
        await everybody(`/files/${await aFile('ImportRun', newId())}/rejects.csv`, 'register.change', { kind: 'none', own: false }),
      ).toEqual([]);
    });

    it('are never given by their id alone: of an export, of a type without a rule, of what is gone', async () => {
      const admin = ground.personas.find(({ name }) => name === 'AD home')?.token ?? null;
      for (const path of [
        `/files/${await aFile('Export', newId())}/reports.zip`,
        `/files/${await aFile('Something', newId())}/a.txt`,
        `/files/${await aFile('Appointment', newId())}/letter.pdf`,
        `/files/${newId()}/a.txt`,
        `/files/${'-'.repeat(36)}/a.txt`,
        '/files/..%2f..%2fetc/passwd',
        `/files/${newId()}/..%2f..%2fa`,
        '/files/%00/a',
        `/exports/${'-'.repeat(36)}`,
        '/exports/%F0%9F',
      ]) {
        const { status, text } = await served.send({ path, token: admin });
        expect([path, status < 500 && status >= 400, text]).toEqual([path, true, 'Not found']);
      }
    });
  });

  describe('exports', () => {
    it('give a finished file to the person who asked for it, while the right lasts', async () => {
      const differences: string[] = [];
      for (const persona of ground.personas.filter(({ personId }) => personId !== null)) {
        const id = newId();
        const fileId = await aFile('Export', id);
        await ground.make.insert('exports', {
          id,
          kind: 'REPORTS',
          params: JSON.stringify({ format: 'CSV', countyId: ground.home.countyId, year: '2026/27' }),
          state: 'DONE',
          file_id: fileId,
          requested_by: persona.personId,
          requested_at: AT,
        });
        const expected = permits('report.export', persona.asker, { kind: 'county', own: true }) ? 200 : 404;
        const { status } = await served.send({ path: `/exports/${id}`, token: persona.token });
        if (status !== expected) differences.push(`${persona.name}: ${String(status)}, expected ${String(expected)}`);
        const admin = ground.personas.find(({ name }) => name === 'AD home');
        const stranger = await served.send({ path: `/exports/${id}`, token: persona === admin ? null : (admin?.token ?? null) });
        if (stranger.status !== 404) differences.push(`of ${persona.name} for somebody else: ${String(stranger.status)}`);
      }
      expect(differences).toEqual([]);
    });
  });

  describe('documents of learning', () => {
    it('are made for their own person alone, and of a certificate as long as it stands', async () => {
      const { make, home, personas } = ground;
      const id = newId();
      const person = personas.find(({ name }) => name === 'member');
      await make.insert('certificates', {
        ...{ id, code: '0000-0000-1111', person_id: person?.personId, subject_type: 'LearningPath', subject_id: newId() },
        ...{ territory_id: home.countyId, state: 'ISSUED', person_name: 'Anna Maj', title: 'Talks', lang: 'en', issuer: 'Circle' },
        ...{ minutes: 60, completed_at: AT, issued_at: AT },
      });
      const path = `/certificates/${id}/certificate.pdf`;
      const got: string[] = [];
      for (const persona of personas) if ((await served.send({ path, token: persona.token })).status === 200) got.push(persona.name);
      expect(got).toEqual(['member']);
      const portfolio = async (token: string | null) => (await served.send({ path: '/portfolio.pdf', token })).status;
      expect([await portfolio(person?.token ?? null), await portfolio(null)]).toEqual([200, 404]);
      await ground.world.services.db.row(`UPDATE certificates SET state = 'REVOKED' WHERE id = $1`, [id]);
      expect((await served.send({ path, token: person?.token ?? null })).status).toBe(404);
      expect((await served.send({ path: '/certificates/%00/certificate.pdf', token: person?.token ?? null })).status).toBe(404);
    });
  });

  describe('uploads', () => {
    it('take registers from administrators alone', async () => {
      const differences: string[] = [];
      for (const persona of ground.personas) {
        const { status } = await served.send({
          method: 'POST',
          path: '/imports?kind=schools&name=schools.csv',
          headers: { 'content-type': 'text/csv' },
          body: 'code,name\n',
          token: persona.token,
        });
        const expected = permits('register.change', persona.asker, { kind: 'none', own: false })
          ? 201
          : persona.asker.column === 'V'
            ? 401
            : 404;
        if (status !== expected) differences.push(`${persona.name}: ${String(status)}, expected ${String(expected)}`);
      }
      expect(differences).toEqual([]);
    });

    it('take files of posts from whoever may write there', async () => {
      const { threadId } = await aThread(ground, ground.somebody);
      const differences: string[] = [];
      const encoded = (value: string) => Buffer.from(value).toString('base64');
      for (const persona of ground.personas) {
        const { status } = await served.send({
          method: 'POST',
          path: '/uploads',
          headers: {
            'tus-resumable': '1.0.0',
            'upload-length': '3',
            'upload-metadata': `purpose ${encoded('post')},place ${encoded(`Thread_${threadId}`)},filename ${encoded('a.txt')}`,
          },
          token: persona.token,
        });
        const expected = permits('discussion.write', persona.asker, { kind: 'network', own: false })
          ? 201
          : persona.asker.column === 'V'
            ? 401
            : permits('discussion.read', persona.asker, { kind: 'network', own: false })
              ? 403
              : 404;
        if (status !== expected) differences.push(`${persona.name}: ${String(status)}, expected ${String(expected)}`);
      }
      expect(differences).toEqual([]);
    });

    it('refuse an unknown kind and a name that cannot be one', async () => {
      const admin = ground.personas.find(({ name }) => name === 'AD home')?.token ?? null;
      for (const path of [
        '/imports',
        '/imports?kind=PEOPLE2',
        '/imports?kind=schools&name=a%00b',
        `/imports?kind=schools&name=${'x'.repeat(5_000)}`,
      ]) {
        expect((await served.send({ method: 'POST', path, body: 'a', token: admin })).status).toBe(400);
      }
    });
  });

  describe('requests of other sites', () => {
    const CHANGE = 'mutation($input: UpdatePreferencesInput!) { updatePreferences(input: $input) { userErrors { code } } }';

    it('change nothing, in twelve forms', async () => {
      const person = ground.personas.find(({ name }) => name === 'member');
      const { db } = ground.world.services;
      const before = await db.row<{ version: number }>('SELECT version FROM people WHERE id = $1', [person?.personId]);
      const variables = { input: { theme: 'dark', expectedVersion: before?.version ?? 0 } };
      const json = { 'content-type': 'application/json' };
      const body = { query: CHANGE, variables };
      const query = `?query=${encodeURIComponent(CHANGE)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
      const post = (headers: Record<string, string>, sent: unknown = body) =>
        served.send({ method: 'POST', path: '/graphql', headers, body: sent, token: person?.token ?? null });
      const get = (headers: Record<string, string>) => served.send({ path: `/graphql${query}`, headers, token: person?.token ?? null });
      const replies: Reply[] = [
        await post({ ...json, origin: 'https://evil.example' }),
        await post({ ...json, origin: 'null' }),
        await post({ ...json, origin: 'not an address' }),
        await post({ ...json, 'sec-fetch-site': 'cross-site' }),
        await post({ ...json, 'sec-fetch-site': 'same-site' }),
        await post({ 'content-type': 'text/plain' }),
        await post({ 'content-type': 'application/x-www-form-urlencoded' }, `query=${encodeURIComponent(CHANGE)}`),
        await post(
          { 'content-type': 'multipart/form-data; boundary=x' },
          '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
        ),
        await post({}),
        await get({}),
        await get({ 'apollo-require-preflight': 'true', accept: 'application/json' }),
        await get({ 'content-type': 'application/json' }),
      ];
      expect(replies.map(({ status }) => status >= 400 && status < 500)).toEqual(Array(12).fill(true));
      expect(await db.row('SELECT version FROM people WHERE id = $1', [person?.personId])).toEqual(before);
      expect((await post(json)).status).toBe(200);
      expect(await db.row('SELECT version FROM people WHERE id = $1', [person?.personId])).toEqual({ version: (before?.version ?? 0) + 1 });
    });

    it('upload nothing', async () => {
      const admin = ground.personas.find(({ name }) => name === 'AD home')?.token ?? null;
      const { db } = ground.world.services;
      const before = await db.row('SELECT count(*) FROM import_runs');
      // A form and a script of another site reach it with these alone: whatever the content says it is, where it comes from decides.
      const types = [
        'text/csv',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json',
        '',
      ];
      const origins: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site', origin: 'https://other.127.0.0.1.example' },
        { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
        { origin: 'null' },
      ];
      for (const type of types) {
        for (const origin of origins) {
          const headers = { ...origin, ...(type ? { 'content-type': type } : {}) };
          expect((await served.send({ method: 'POST', path: '/imports?kind=schools', headers, body: 'a', token: admin })).status).toBe(403);
        }
      }
      expect(await db.row('SELECT count(*) FROM import_runs')).toEqual(before);
    });

    it('open no other way: no upgrade of the connection, no other method', async () => {
      const admin = ground.personas.find(({ name }) => name === 'AD home')?.token ?? null;
      const upgrade = {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      };
      for (const path of ['/graphql', '/', '/imports']) {
        expect((await served.send({ path, headers: { ...upgrade, origin: 'https://evil.example' }, token: admin })).status).not.toBe(101);
      }
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        for (const path of ['/graphql', '/imports?kind=schools']) {
          const { status } = await served.send({ method, path, headers: { 'content-type': 'application/json' }, body: {}, token: admin });
          expect([path, status >= 400 && status < 500]).toEqual([path, true]);
        }
      }
    });
  });

  /** What helmet would set, and a little more, on every kind of answer. */
  const EVERYWHERE: Readonly<Record<string, string>> = {
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-permitted-cross-domain-policies': 'none',
  };

  async function anExport(token: string | null): Promise<string> {
    const id = newId();
    await ground.make.insert('exports', {
      id,
      kind: 'REPORTS',
      params: JSON.stringify({ format: 'CSV', countyId: ground.home.countyId, year: '2026/27' }),
      state: 'DONE',
      file_id: await aFile('Export', id),
      requested_by: ground.personas.find((each) => each.token === token)?.personId,
      requested_at: AT,
    });
    return id;
  }

  describe('headers', () => {
    it('keep every kind of answer from being sniffed, framed and, where it is somebody’s, kept', async () => {
      const admin = ground.personas.find(({ name }) => name === 'AD home')?.token ?? null;
      const letter = await aFile('ImportRun', newId());
      const kinds: Record<string, Reply> = {
        graphql: await served.ask('{ viewer { id } }', {}, { token: admin }),
        'graphql refused': await served.ask('{ viewer { id } }', {}, { headers: { origin: 'https://evil.example' } }),
        'graphql by GET': await served.send({ path: '/graphql?query=%7B__typename%7D' }),
        'graphql with nothing': await served.send({ method: 'POST', path: '/graphql' }),
        'graphql too large': await served.send({ method: 'POST', path: '/graphql', headers: { 'content-length': '9999999' } }),
        page: await served.send({ path: '/en/about' }),
        'public page': await served.send({ path: '/en/networks' }),
        'missing page': await served.send({ path: '/en/networks/none' }),
        metrics: await served.send({ path: '/metrics', headers: { 'x-forwarded-for': '10.0.0.1' } }),
        'path that cannot be read': await served.send({ path: '/%E0%A4%A' }),
        'file of the interface': await served.send({ path: '/robots.txt' }),
        'unknown method': await served.send({ method: 'DELETE', path: '/en/about' }),
        redirect: await served.send({ path: '/about' }),
        health: await served.send({ path: '/healthz' }),
        ready: await served.send({ path: '/readyz' }),
        'missing asset': await served.send({ path: '/assets/none.js' }),
        file: await served.send({ path: `/files/${letter}/rejects.csv`, token: admin }),
        'missing file': await served.send({ path: `/files/${newId()}/a` }),
        export: await served.send({ path: `/exports/${await anExport(admin)}`, token: admin }),
        'missing export': await served.send({ path: `/exports/${newId()}` }),
        'upload of another site': await served.send({
          method: 'POST',
          path: '/imports',
          headers: { origin: 'https://evil.example' },
          body: 'a',
        }),
        'upload refused': await served.send({ method: 'POST', path: '/imports?kind=schools', body: 'a' }),
      };
      const wrong = Object.entries(kinds).flatMap(([kind, { headers }]) => [
        ...(headers['x-content-type-options'] === 'nosniff' ? [] : [`${kind} may be sniffed`]),
        ...(/frame-ancestors 'none'/.test(String(headers['content-security-policy'])) ? [] : [`${kind} may be framed`]),
        ...(/default-src '(self|none)'/.test(String(headers['content-security-policy'])) ? [] : [`${kind} has no policy`]),
        ...(/unsafe-eval|script-src[^;]*unsafe/.test(String(headers['content-security-policy']))
          ? [`${kind} may run scripts of its own`]
          : []),
        ...(headers['x-powered-by'] === undefined && headers['server'] === undefined ? [] : [`${kind} says what it is made with`]),
        ...(headers['x-request-id'] ? [] : [`${kind} has no id`]),
        ...Object.entries(EVERYWHERE).flatMap(([name, value]) =>
          headers[name] === value ? [] : [`${kind}: ${name} is ${String(headers[name])}`],
        ),
        ...(headers['strict-transport-security'] === undefined ? [] : [`${kind} asks for https where there is none`]),
      ]);
      expect(wrong).toEqual([]);
      expect([kinds['export']?.status, kinds['unknown method']?.status]).toEqual([200, 404]);
      for (const kind of ['graphql', 'graphql refused', 'file', 'missing file', 'export', 'missing export'])
        expect([kind, kinds[kind]?.headers['cache-control']]).toEqual([kind, expect.stringContaining('no-store')]);
      expect(kinds['file']?.headers['content-disposition']).toMatch(/^attachment;/);
      expect(kinds['file']?.text).toBe('content of the file');
    });

    it('bind the session’s cookie to this host and keep it from scripts', async () => {
      const { db } = ground.world.services;
      const personId = await ground.make.person({ email: 'cookie@example.org' });
      await savePassword(db, personId, await hashPassword('a long enough password'), AT);
      const signIn = 'mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } viewer { id } } }';
      const { headers } = await served.ask(signIn, { input: { email: 'cookie@example.org', password: 'a long enough password' } });
      const [cookie = '', ...more] = headers['set-cookie'] ?? [];
      expect(more).toEqual([
        expect.stringMatching(/^__Host-stoa-browser=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      ]);
      const [pair = '', ...flags] = cookie.split('; ');
      expect(pair).toMatch(/^__Host-stoa=[\w-]{43}$/);
      expect(flags.toSorted()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure']);
      const token = pair.slice('__Host-stoa='.length);
      expect((await served.ask('{ viewer { id } }', {}, { token })).text).toContain('Viewer_');
      const out = await served.ask('mutation { signOut { signedOut } }', {}, { token });
      expect(out.headers['set-cookie']?.[0]).toMatch(/^__Host-stoa=; Max-Age=0;/);
      expect((await served.ask('{ viewer { id } }', {}, { token })).text).toBe('{"data":{"viewer":null}}\n'.trim());
    });
  });
});
