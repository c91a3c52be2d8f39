import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import sharp from 'sharp';
import { Refusal } from '../../../platform/errors.js';
import { serve, type Reply, type Served } from '../../../rights/serve.js';
import { CROWD } from '../../../testing/database.js';
import { DISCUSSION_PERSONAS, discussionWorld, type DiscussionPersona, type DiscussionWorld } from '../../../testing/discussion-people.js';
import { hostileFiles, photograph } from '../../../testing/hostile-files.js';
import { openSession } from '../../accounts/index.js';
import { applyRetention } from '../../privacy/retention/runs.js';
import { storedFiles } from '../../privacy/files.queries.js';
import { erasePerson } from '../../privacy/erasure/erase-person.js';
import { verifyCounters } from '../counters.js';

interface Attachment {
  id: string;
  name: string;
  mime: string;
  size: number;
  alt: string;
  width: number | null;
  height: number | null;
  url: string;
  previewUrl: string | null;
}
const ATTACHMENTS = 'attachments { id name mime size alt width height url previewUrl }';

describe('attachments', () => {
  let d: DiscussionWorld;
  let served: Served;
  const tokens = new Map<DiscussionPersona, string | null>();
  beforeAll(async () => {
    d = await discussionWorld({ connections: CROWD });
    served = await serve(d.world);
    for (const who of DISCUSSION_PERSONAS) {
      const personId = d.people[who];
      tokens.set(who, personId === null ? null : await openSession(d.world.services.db, personId, 'test'));
    }
  }, 60_000);
  afterAll(async () => {
    await served.stop();
    await d.world.close();
  });

  const TUS = { 'tus-resumable': '1.0.0' };
  const send = (who: DiscussionPersona, method: string, path: string, headers: Record<string, string> = {}) =>
    served.send({ method, path, headers: { ...TUS, ...headers }, token: tokens.get(who) ?? null });

  function begin(who: DiscussionPersona, place: string, name: string, size: number, more: Record<string, string> = {}): Promise<Reply> {
    const metadata = Object.entries({ purpose: 'post', place, filename: name }).map(
      ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
    );
    return send(who, 'POST', '/uploads', { 'upload-length': String(size), 'upload-metadata': metadata.join(','), ...more });
  }

  /** Asks how far a file has come; waits for the stretch that is being taken in. */
  const come = async (who: DiscussionPersona, path: string) => Number((await send(who, 'HEAD', path)).headers['upload-offset']);

  /** Calls back once the store has read so many bytes of the next file put into it. */
  function whenStored(bytes: number, then: () => void): void {
    const { files } = d.world.services;
    const { put } = files;
    async function* counted(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      let read = 0;
      for await (const chunk of content) {
        yield chunk;
        read += chunk.length;
        if (read >= bytes) then();
      }
    }
    files.put = (content, options) => {
      files.put = put;
      return put.call(files, counted(content), options);
    };
  }

  /** Sends bytes from an offset; `breakAfter` closes the line when the store has so many of them. */
  function patch(who: DiscussionPersona, path: string, content: Buffer, offset: number, breakAfter?: number): Promise<Reply | null> {
    return new Promise((resolve, reject) => {
      const rest = content.subarray(offset);
      const headers = {
        ...TUS,
        cookie: `__Host-stoa=${tokens.get(who) ?? ''}`,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
        'content-length': String(rest.length),
      };
      const req = request(`${served.url}${path}`, { method: 'PATCH', headers, agent: false }, (res) => {
        let text = '';
        res.on('data', (chunk: Buffer) => (text += chunk.toString()));
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
      });
      req.on('error', (error) => (breakAfter === undefined ? reject(error) : resolve(null)));
      if (breakAfter === undefined) return void req.end(rest);
      whenStored(breakAfter, () => req.destroy());
      req.write(rest.subarray(0, breakAfter));
    });
  }

  /** Uploads a file whole. @returns its global id, or the code of the refusal */
  async function upload(who: DiscussionPersona, place: string, name: string, content: Buffer): Promise<string> {
    const begun = await begin(who, place, name, content.length);
    if (begun.status !== 201) return (JSON.parse(begun.text) as { code: string }).code;
    const path = String(begun.headers.location);
    const ended = await patch(who, path, content, 0);
    return ended?.status === 204 ? `Upload_${path.slice('/uploads/'.length)}` : (JSON.parse(ended?.text ?? '{}') as { code: string }).code;
  }

  async function reply(who: DiscussionPersona, threadId: string, attachments: { id: string; alt?: string }[], more: object = {}) {
    const { data, errors } = await d.world.as(d.people[who])<{
      reply: { post: { id: string; version: number; attachments: Attachment[] } | null; userErrors: { code: string; path: string[] }[] };
    }>(`mutation($input: ReplyInput!) { reply(input: $input) { post { id version ${ATTACHMENTS} } userErrors { code path } } }`, {
      input: { threadId, body: 'See the files', lang: 'en', attachments, ...more },
    });
    return { post: data?.reply?.post, code: errors?.[0]?.extensions?.code ?? data?.reply?.userErrors[0]?.code };
  }

  async function attachmentsFor(who: DiscussionPersona, postId: string): Promise<Attachment[] | undefined> {
    const { data } = await d.world.as(d.people[who])<{ post: { attachments: Attachment[] } | null }>(
      `query($id: ID!) { post(id: $id) { ${ATTACHMENTS} } }`,
      { id: postId },
    );
    return data?.post?.attachments;
  }

  /** The status of a download for everybody, those alike together. */
  async function mayLoad(url: string): Promise<DiscussionPersona[]> {
    const may: DiscussionPersona[] = [];
    for (const who of DISCUSSION_PERSONAS) {
      const { status } = await served.send({ path: url, token: tokens.get(who) ?? null });
      if (status === 200) may.push(who);
      else expect([who, status]).toEqual([who, 404]);
    }
    return may;
  }

  const stored = async () => Number((await d.world.services.db.row<{ n: string }>('SELECT count(*) AS n FROM uploads'))?.n);

  it('come in stretches: broken twice, gone on with, whole at the end', async () => {
    const { threadId } = await d.ask();
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(600_000)]);
    const begun = await begin('author', threadId, '../../Plan\u202E 1.pdf', content.length);
    expect([begun.status, begun.headers['access-control-allow-origin'], begun.headers['cache-control']]).toEqual([
      201,
      undefined,
      'no-store',
    ]);
    const path = String(begun.headers.location);
    let offset = 0;
    for (const part of [150_000, 220_000]) {
      expect(await patch('author', path, content, offset, part)).toBeNull();
      // What had come is there, though the line broke in the middle of a request.
      const before = offset;
      offset = await come('author', path);
      expect(offset).toBe(before + part);
    }
    // Somebody else has no such upload; and where it goes on is asked of it.
    expect((await send('member', 'HEAD', path)).status).toBe(404);
    expect((await patch('member', path, content, offset))?.status).toBe(404);
    expect((await patch('author', path, content, offset - 1))?.status).toBe(409);
    expect((await patch('author', path, content, offset))?.status).toBe(204);
    const { post } = await reply('author', threadId, [{ id: `Upload_${path.slice('/uploads/'.length)}` }]);
    const [attachment] = post?.attachments ?? [];
    expect(attachment).toMatchObject({
      name: 'Plan 1.pdf',
      mime: 'application/pdf',
      size: content.length,
      width: null,
      previewUrl: null,
      alt: '',
    });
    const loaded = await fetch(`${served.url}${attachment?.url ?? ''}`, {
      headers: { cookie: `__Host-stoa=${tokens.get('member') ?? ''}` },
    });
    const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(sum(new Uint8Array(await loaded.arrayBuffer()))).toBe(sum(content));
    expect(Object.fromEntries(loaded.headers)).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename="Plan 1\.pdf"/),
      'x-content-type-options': 'nosniff',
      etag: `"${sum(content)}"`,
    });
    expect([await stored(), await d.world.services.db.rows('SELECT 1 FROM upload_parts')]).toEqual([0, []]);
  });

  it('of two that go on at one place keep one, on whatever nodes', async () => {
    const { threadId } = await d.ask();
    const content = Buffer.from('words '.repeat(20_000));
    const path = String((await begin('author', threadId, 'a.txt', content.length)).headers.location);
    const other = await serve(d.world);
    try {
      const answers = await Promise.all(
        [served.url, other.url].map((url) =>
          fetch(`${url}${path}`, {
            method: 'PATCH',
            headers: {
              ...TUS,
              cookie: `__Host-stoa=${tokens.get('author') ?? ''}`,
              'content-type': 'application/offset+octet-stream',
              'upload-offset': '0',
            },
            body: content,
          }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    } finally {
      await other.stop();
    }
    const { post } = await reply('author', threadId, [{ id: `Upload_${path.slice(9)}` }]);
    expect(post?.attachments).toMatchObject([{ size: content.length }]);
  });

  it('are begun by whoever may write there, asked before the first byte', async () => {
    const { threadId } = await d.ask();
    const outcome: Record<string, number> = {};
    for (const who of DISCUSSION_PERSONAS) outcome[who] = (await begin(who, threadId, 'a.txt', 3)).status;
    expect(outcome).toEqual({
      visitor: 401,
      stranger: 404,
      author: 201,
      member: 201,
      suspended: 403,
      left: 404,
      requested: 404,
      foreignMember: 404,
      coordinator: 201,
      endedCoordinator: 404,
      foreignCoordinator: 404,
      county: 201,
      foreignCounty: 404,
      region: 403,
      foreignRegion: 404,
      administrator: 403,
      head: 404,
      principal: 404,
      suspendedCoordinator: 403,
    });
    const postId = await d.answer(threadId, 'author');
    expect([(await begin('author', postId, 'a.txt', 3)).status, (await begin('member', postId, 'a.txt', 3)).status]).toEqual([201, 403]);
    const { config } = d.world.services;
    const refused = async (reply: Promise<Reply>) => {
      const { status, text } = await reply;
      return [status, text.startsWith('{') ? (JSON.parse(text) as { code: string }).code : text.trim()];
    };
    expect(await refused(begin('member', threadId, 'a.txt', config.uploads.attachmentBytes + 1))).toEqual([413, 'FILE_TOO_LARGE']);
    expect(await refused(begin('member', threadId, 'a.txt', 0))).toEqual([422, 'EMPTY_FILE']);
    expect(await refused(begin('member', 'Nothing_1', 'a.txt', 3))).toEqual([404, 'NOT_FOUND']);
    expect(await refused(begin('member', threadId, 'a.txt', -3))).toEqual([400, 'Invalid upload-length']);
    expect(await refused(begin('member', threadId, 'a.txt', 3, { origin: 'https://evil.example' }))).toEqual([403, 'FORBIDDEN']);
    expect(await refused(send('member', 'POST', '/uploads', { 'upload-length': '3' }))).toEqual([400, 'BAD_REQUEST']);
    expect((await send('member', 'HEAD', '/uploads/..%2f..%2fetc')).status).toBe(404);
    expect((await send('member', 'GET', '/uploads')).status).toBe(404);
    // More than was said are not taken, and less than a file is none.
    const path = String((await begin('member', threadId, 'a.txt', 3)).headers.location);
    expect((await patch('member', path, Buffer.from('four'), 0))?.status).toBe(413);
    expect((await reply('member', threadId, [{ id: `Upload_${path.slice(9)}` }])).code).toBe('UPLOAD_GONE');
    expect((await send('member', 'DELETE', path)).status).toBe(204);
    expect((await send('member', 'HEAD', path)).status).toBe(404);
  });

  it('are what their content is: of what lies, runs or is broken nothing stays', async () => {
    const { threadId } = await d.ask();
    const { services } = d.world;
    const before = await services.db.rows('SELECT 1 FROM upload_parts');
    for (const { name, content, becomes, what } of (await hostileFiles()).filter(({ becomes }) => /^[A-Z_]+$/u.test(becomes)))
      expect([what, await upload('county', threadId, name, content)]).toEqual([what, becomes]);
    expect(await services.db.rows('SELECT 1 FROM upload_parts')).toEqual(before);
    expect(await services.db.rows('SELECT 1 FROM uploads WHERE person_id = $1 AND received > 0', [d.people.county])).toEqual([]);
  });

  it('as pictures are written anew, shown small, described, and put in order', async () => {
    const { threadId } = await d.ask();
    const [photo, words] = [
      await upload('author', threadId, 'photo.jpg', await photograph()),
      await upload('author', threadId, 'a.txt', Buffer.from('words')),
    ];
    const waiting = await d.world.as(d.people.author)<{
      postUploads: { most: number; uploads: { id: string; ready: boolean; previewUrl: string | null }[] };
    }>(
      'query($placeId: ID!) { postUploads(placeId: $placeId) { most maxBytes uploads { id name size received ready mime previewUrl } } }',
      { placeId: threadId },
    );
    expect(waiting.data.postUploads).toMatchObject({
      most: 5,
      uploads: [
        { id: photo, ready: true },
        { id: words, ready: true, previewUrl: null },
      ],
    });
    // Until it is posted nobody else has it.
    expect(await mayLoad(waiting.data.postUploads.uploads[0]?.previewUrl ?? '')).toEqual(['author']);
    const { post } = await reply('author', threadId, [
      { id: words, alt: 'not of a text' },
      { id: photo, alt: ' Three cards ' },
    ]);
    expect(post?.attachments).toMatchObject([
      { name: 'a.txt', mime: 'text/plain; charset=utf-8', alt: '' },
      { name: 'photo.jpg', mime: 'image/jpeg', alt: 'Three cards', width: 400, height: 600 },
    ]);
    const picture = await fetch(`${served.url}${post?.attachments[1]?.url ?? ''}`, {
      headers: { cookie: `__Host-stoa=${tokens.get('author') ?? ''}` },
    });
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect([picture.headers.get('content-type'), (await sharp(bytes).metadata()).exif, bytes.length]).toEqual([
      'image/jpeg',
      undefined,
      post?.attachments[1]?.size,
    ]);
    expect(await verifyCounters(d.world.services)).toEqual([]);
  });

  it('are read by whoever reads the post at that moment', async () => {
    const { threadId } = await d.ask();
    const photo = await upload('member', threadId, 'photo.jpg', await photograph());
    const { post } = await reply('member', threadId, [{ id: photo }]);
    const [attachment] = post?.attachments ?? [];
    const [url, previewUrl] = [attachment?.url ?? '', attachment?.previewUrl ?? ''];
    const all = ['author', 'member', 'suspended', 'coordinator', 'county', 'region', 'administrator', 'suspendedCoordinator'];
    const asLog = ['member', 'coordinator', 'county', 'region', 'administrator', 'suspendedCoordinator'];
    expect([await mayLoad(url), await mayLoad(previewUrl)]).toEqual([all, all]);
    const { db } = d.world.services;
    for (const [change, readers] of [
      ["visibility = 'HIDDEN'", asLog],
      ["visibility = 'HELD'", asLog],
      ["visibility = 'REMOVED'", []],
      ["visibility = 'VISIBLE', withdrawn_at = now()", asLog],
      ['withdrawn_at = NULL', all],
    ] as const) {
      await db.row(`UPDATE posts SET ${change} WHERE id = $1`, [post?.id.slice(5)]);
      expect([change, await mayLoad(url)]).toEqual([change, readers]);
      expect((await attachmentsFor('author', post?.id ?? ''))?.length).toBe(readers.length === all.length ? 1 : 0);
    }
    await db.row("UPDATE threads SET visibility = 'HIDDEN' WHERE id = $1", [threadId.slice(7)]);
    expect(await mayLoad(url)).toEqual(['author', 'coordinator', 'county', 'region', 'administrator', 'suspendedCoordinator']);
    await db.row("UPDATE threads SET visibility = 'VISIBLE' WHERE id = $1", [threadId.slice(7)]);
  });

  it('are posted once, by whoever sent them, and as many as a post may have', async () => {
    const { threadId } = await d.ask();
    const sent = await upload('author', threadId, 'a.txt', Buffer.from('one'));
    expect((await reply('member', threadId, [{ id: sent }])).code).toBe('UPLOAD_GONE');
    expect((await reply('author', threadId, [{ id: sent }, { id: sent }])).code).toBe('UPLOAD_GONE');
    expect((await reply('author', threadId, [{ id: 'Upload_x' }])).code).toBe('UPLOAD_GONE');
    expect(
      (
        await reply(
          'author',
          threadId,
          Array.from({ length: 6 }, () => ({ id: sent })),
        )
      ).code,
    ).toBe('TOO_MANY_FILES');
    expect((await reply('author', threadId, [{ id: sent, alt: 'x'.repeat(501) }])).code).toBe('TOO_LONG');
    // The same request twice posts once.
    const key = { clientMutationId: 'twice' };
    const both = await Promise.all([reply('author', threadId, [{ id: sent }], key), reply('author', threadId, [{ id: sent }], key)]);
    expect(both.map(({ post }) => post?.id)).toEqual([both[0]?.post?.id, both[0]?.post?.id]);
    expect((await reply('author', threadId, [{ id: sent }])).code).toBe('UPLOAD_GONE');
    const five = [];
    for (let at = 0; at < 5; at += 1) five.push(await upload('coordinator', threadId, `${String(at)}.txt`, Buffer.from('x')));
    expect(await upload('coordinator', threadId, 'more.txt', Buffer.from('x'))).toBe('TOO_MANY_FILES');
    expect(
      (
        await reply(
          'coordinator',
          threadId,
          five.map((id) => ({ id })),
        )
      ).post?.attachments.map(({ name }) => name),
    ).toEqual(five.map((_id, at) => `${String(at)}.txt`));
  });

  it('of a post are changed with it; what it no longer has is gone', async () => {
    const { services } = d.world;
    const started = await upload('member', `Network_${d.network.id}`, 'a.txt', Buffer.from('one'));
    const opened = await d.world.as(d.people.member)<{ startThread: { thread: { id: string; no: number } } }>(
      'mutation($input: StartThreadInput!) { startThread(input: $input) { thread { id no } userErrors { code } } }',
      {
        input: {
          network: d.network.slug,
          kind: 'QUESTION',
          title: 'With a file',
          body: 'See it',
          lang: 'en',
          attachments: [{ id: started }],
        },
      },
    );
    const { id } = (await services.db.row<{ id: string }>('SELECT id FROM posts WHERE thread_id = $1', [
      opened.data.startThread.thread.id.slice(7),
    ])) ?? { id: '' };
    const postId = `Post_${id}`;
    const [first] = (await attachmentsFor('author', postId)) ?? [];
    const edit = (attachments: { id: string; alt?: string }[] | null, expectedVersion: number) =>
      d.world.as(d.people.member)<{ editPost: { post: { attachments: Attachment[] } | null; userErrors: { code: string }[] } }>(
        `mutation($input: EditPostInput!) { editPost(input: $input) { post { ${ATTACHMENTS} } userErrors { code } } }`,
        { input: { postId, expectedVersion, body: 'See them', attachments } },
      );
    const second = await upload('member', postId, 'photo.jpg', await photograph());
    const both = await edit([{ id: second, alt: 'Cards' }, { id: first?.id ?? '' }], 1);
    expect(both.data.editPost.post?.attachments.map(({ name, alt }) => [name, alt])).toEqual([
      ['photo.jpg', 'Cards'],
      ['a.txt', ''],
    ]);
    expect((await edit(null, 2)).data.editPost.post?.attachments).toHaveLength(2);
    const foreign = (
      await reply('author', opened.data.startThread.thread.id, [
        { id: await upload('author', opened.data.startThread.thread.id, 'b.txt', Buffer.from('b')) },
      ])
    ).post;
    expect((await edit([{ id: foreign?.attachments[0]?.id ?? '' }], 3)).data.editPost.userErrors).toEqual([{ code: 'UPLOAD_GONE' }]);
    const [photo, text] = both.data.editPost.post?.attachments ?? [];
    expect((await edit([{ id: text?.id ?? '' }], 3)).data.editPost.post?.attachments.map(({ name }) => name)).toEqual(['a.txt']);
    expect([await mayLoad(photo?.url ?? ''), await mayLoad(photo?.previewUrl ?? '')]).toEqual([[], []]);
    await applyRetention(services);
    const left = await services.db.transaction(async (tx) => {
      await tx.row(`SELECT set_config('stoa.sight', 'files', true)`);
      return tx.rows<{ name: string }>("SELECT name FROM files WHERE subject_type = 'Post' AND subject_id = $1", [id]);
    });
    expect(left).toEqual([{ name: 'a.txt' }]);
    expect(await verifyCounters(services)).toEqual([]);
  });

  it('that nobody goes on with are forgotten, and those of drafts wait as they do', async () => {
    const { threadId } = await d.ask();
    const { db } = d.world.services;
    const path = String((await begin('county', threadId, 'half.txt', 100)).headers.location);
    await patch('county', path, Buffer.alloc(100, 0x61), 0, 50);
    expect(await come('county', path)).toBe(50);
    const ready = await upload('county', threadId, 'whole.txt', Buffer.from('whole'));
    const left = async () =>
      (
        await db.rows<{ name: string }>('SELECT name FROM uploads WHERE person_id = $1 AND received > 0 ORDER BY name', [d.people.county])
      ).map(({ name }) => name);
    const age = (hours: number) =>
      db.row('UPDATE uploads SET touched_at = touched_at - make_interval(hours => $2) WHERE person_id = $1', [d.people.county, hours]);
    await applyRetention(d.world.services);
    expect(await left()).toEqual(['half.txt', 'whole.txt']);
    await age(25);
    await applyRetention(d.world.services);
    expect(await left()).toEqual(['whole.txt']);
    expect(
      await mayLoad(
        `/files/${(await db.row<{ file_id: string }>('SELECT file_id FROM uploads WHERE id = $1', [ready.slice(7)]))?.file_id ?? ''}/a`,
      ),
    ).toEqual(['county']);
    await age(24 * 91);
    await applyRetention(d.world.services);
    expect([await left(), (await send('county', 'HEAD', path)).status]).toEqual([[], 404]);
  });

  it('say when there is no room, or when what came is lost', async () => {
    const { threadId } = await d.ask();
    const { files } = d.world.services;
    const content = Buffer.from('words');
    const path = String((await begin('county', threadId, 'a.txt', content.length)).headers.location);
    const roomy = files.put.bind(files);
    files.put = () => Promise.reject(new Refusal('STORAGE_FULL'));
    const refused = await patch('county', path, content, 0);
    files.put = roomy;
    expect([refused?.status, refused?.text]).toEqual([507, '{"code":"STORAGE_FULL"}']);
    // There is room again, and the upload goes on where it was.
    expect(await come('county', path)).toBe(0);
    await patch('county', path, content.subarray(0, 3), 0).catch(() => null);
    const half = String((await begin('county', threadId, 'b.txt', content.length)).headers.location);
    await patch('county', half, content, 0, 2);
    expect(await come('county', half)).toBe(2);
    const part = await d.world.services.db.row<{ storage_key: string }>('SELECT storage_key FROM upload_parts WHERE upload_id = $1', [
      half.slice(9),
    ]);
    await files.delete(part?.storage_key ?? '');
    expect(await patch('county', half, content, 2)).toMatchObject({ status: 410, text: '{"code":"UPLOAD_GONE"}' });
    expect((await send('county', 'HEAD', half)).status).toBe(404);
    const whole = await upload('county', threadId, 'c.txt', content);
    const { post } = await reply('county', threadId, [{ id: whole }]);
    const kept = await storedFiles(d.world.services.db, d.people.county ?? '');
    await files.delete(kept.find(({ name }) => name === 'c.txt')?.storage_key ?? '');
    expect(await mayLoad(post?.attachments[0]?.url ?? '')).toEqual([]);
  });

  it('go with whoever is erased, and are in their export until then', async () => {
    const { services } = d.world;
    const { threadId } = await d.ask();
    const personId = d.people.coordinator ?? '';
    const photo = await upload('coordinator', threadId, 'photo.jpg', await photograph());
    const { post } = await reply('coordinator', threadId, [{ id: photo, alt: 'Cards' }]);
    await upload('coordinator', threadId, 'not-yet.txt', Buffer.from('words'));
    expect((await storedFiles(services.db, personId)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['photo.jpg', 'photo.jpg.webp', 'not-yet.txt']),
    );
    expect(await mayLoad(post?.attachments[0]?.url ?? '')).toContain('member');
    await erasePerson(services, personId, { at: services.clock.now(), withdrawsWords: false });
    expect([await mayLoad(post?.attachments[0]?.url ?? ''), await mayLoad(post?.attachments[0]?.previewUrl ?? '')]).toEqual([[], []]);
    expect(await attachmentsFor('member', post?.id ?? '')).toEqual([]);
    expect(await services.db.rows('SELECT 1 FROM uploads WHERE person_id = $1', [personId])).toEqual([]);
    expect(await verifyCounters(services)).toEqual([]);
  });

  it('leave a connection that never said what it sends without an answer to hang on', async () => {
    const { port } = new URL(served.url);
    const line = await new Promise<string>((resolve) => {
      const socket = createConnection({ port: Number(port), host: '127.0.0.1' }, () =>
        socket.write('PATCH /uploads/x HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nabc'),
      );
      socket.once('data', (data) => {
        resolve(data.toString().split('\r\n')[0] ?? '');
        socket.destroy();
      });
    });
    expect(line).toBe('HTTP/1.1 401 Unauthorized');
  });
});
