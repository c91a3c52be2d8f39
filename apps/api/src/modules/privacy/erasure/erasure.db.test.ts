import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { countyTree, factories } from '../../../testing/factories.js';
import { newId } from '../../../platform/ids.js';
import { readPdf } from '../../../testing/pdf-text.js';
import { startWorld, type World } from '../../../testing/world.js';
import { writeLetter } from '../../appointments/letter.js';
import { verifyCounters } from '../../discussions/index.js';
import { writeExport, type WrittenExport } from '../../reports/index.js';
import { erasePerson } from './erase-person.js';
import { readErasureList } from './erasure-list.js';

const REQUEST = `mutation($words: Boolean!) { requestErasure(input: { withdrawsWords: $words }) {
  privacy { erasure { id dueAt withdrawsWords } } userErrors { code } } }`;
const CANCEL = 'mutation($id: ID!) { cancelErasure(input: { id: $id }) { privacy { erasure { dueAt } } userErrors { code } } }';
interface Requested {
  requestErasure: { privacy: { erasure: { id: string; dueAt: string } | null } | null; userErrors: { code: string }[] };
}

describe('erasing oneself', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let place: Awaited<ReturnType<typeof countyTree>>;
  let networkId: string;
  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    place = await countyTree(world.services.db);
    networkId = await make.network({ countyId: place.countyId });
  });
  afterAll(() => world.close());

  const member = async (name: string) => {
    const personId = await make.person({ name });
    await make.member({ networkId, countyId: place.countyId, personId });
    return personId;
  };
  const at = (day: string) => world.services.clock.moveTo(new Date(`${day}T09:00:00+02:00`));
  const hourly = async () => {
    await world.services.db.row(`SELECT graphile_worker.add_job('erasuresDue', '{}'::json)`);
    await world.runJobs();
    expect(await world.services.db.rows('SELECT last_error FROM graphile_worker.jobs WHERE last_error IS NOT NULL')).toEqual([]);
  };
  const rowOf = (personId: string) =>
    world.services.db.row<{ display_name: string; email: string | null; handle: string; status: string }>(
      'SELECT display_name, email, handle, status FROM people WHERE id = $1',
      [personId],
    );
  const mailsTo = async (personId: string) => {
    const email = (await rowOf(personId))?.email;
    return (await world.services.mailer.kept()).filter(({ to }) => to === email).map(({ subject }) => subject);
  };
  const slugOf = async () => (await world.services.db.row<{ slug: string }>('SELECT slug FROM networks WHERE id = $1', [networkId]))?.slug;
  const thread = async (authorId: string, words: string) => {
    const { data } = await world.as(authorId)<{ startThread: { thread: { id: string } } }>(
      `mutation($input: StartThreadInput!) { startThread(input: $input) { thread { id } userErrors { code } } }`,
      {
        input: {
          network: await slugOf(),
          kind: 'DISCUSSION',
          title: `About ${words}`,
          body: words,
          lang: 'en',
          clientMutationId: newId(),
        },
      },
    );
    return data.startThread.thread.id;
  };

  it('waits fourteen days, can be taken back, and says each step by mail', async () => {
    at('2026-11-24');
    const personId = await member('Anna Nowak');
    const asked = await world.as(personId)<Requested>(REQUEST, { words: false });
    expect(asked.data.requestErasure.privacy?.erasure).toMatchObject({ dueAt: '2026-12-08T07:00:00Z', withdrawsWords: false });
    const again = await world.as(personId)<Requested>(REQUEST, { words: true });
    expect(again.data.requestErasure.privacy?.erasure).toMatchObject({ withdrawsWords: false });
    await world.runJobs();
    const cancelled = await world.as(personId)<{ cancelErasure: unknown }>(CANCEL, { id: asked.data.requestErasure.privacy?.erasure?.id });
    expect(cancelled.data.cancelErasure).toEqual({ privacy: { erasure: null }, userErrors: [] });
    at('2026-12-20');
    await hourly();
    expect(await rowOf(personId)).toMatchObject({ display_name: 'Anna Nowak', status: 'ACTIVE' });
    expect(await mailsTo(personId)).toEqual(['Your account stays', 'Your account will be erased on 8 December 2026']);
  });

  it('reminds three days before, then leaves a former member whose posts stay', async () => {
    at('2026-11-24');
    const personId = await member('Jan Kowalski');
    await world.services.db.row(
      `INSERT INTO sessions (id, token_hash, person_id, created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, now(), now(), now() + interval '1 day')`,
      [newId(), Buffer.from(personId), personId],
    );
    await thread(personId, 'robots. Yours, Jan Kowalski');
    const nameless = await thread(await member('Other Member'), 'what Jan Kowalski said, and Jan Kowalskiego');
    await world.as(personId)<Requested>(REQUEST, { words: false });
    await world.runJobs();
    at('2026-12-06');
    await hourly();
    expect((await mailsTo(personId))[0]).toBe('Your account will be erased in three days');
    at('2026-12-08');
    await hourly();
    expect(await rowOf(personId)).toEqual({
      display_name: 'Former member',
      email: null,
      handle: `former.${personId.slice(-12)}`,
      status: 'ERASED',
    });
    const { db, config } = world.services;
    const posts = await db.rows<{ body: string }>(`SELECT body FROM posts WHERE author_id = $1 OR thread_id = $2 ORDER BY created_at, id`, [
      personId,
      nameless.slice('Thread_'.length),
    ]);
    expect(posts.map(({ body }) => body)).toEqual(['robots. Yours, Former member', 'what Former member said, and Jan Kowalskiego']);
    expect(await db.row('SELECT 1 FROM sessions WHERE person_id = $1', [personId])).toBeNull();
    expect(await db.row(`SELECT state FROM memberships WHERE person_id = $1`, [personId])).toEqual({ state: 'LEFT' });
    expect(await readErasureList(config)).toEqual([{ personId, at: '2026-12-08T07:00:00.000Z', withdrawsWords: false }]);
    await hourly();
    expect(await readErasureList(config)).toHaveLength(1);
  });

  it('withdraws the words too where the person wishes, and the counters still count', async () => {
    at('2026-11-24');
    const personId = await member('Olga Petrova');
    await thread(personId, 'a secret of mine');
    await world.as(personId)<Requested>(REQUEST, { words: true });
    at('2026-12-09');
    await hourly();
    const row = await world.services.db.row(
      `SELECT t.title, t.slug, p.body FROM threads t JOIN posts p ON p.thread_id = t.id WHERE t.author_id = $1`,
      [personId],
    );
    expect(row).toEqual({ title: 'Withdrawn by the author', slug: 'withdrawn', body: 'Withdrawn by the author' });
    expect(await verifyCounters(world.services)).toEqual([]);
  });

  it('is refused to the only administrator, and waits where all others have gone since', async () => {
    at('2026-11-24');
    const admin = async () => {
      const personId = await make.person();
      const id = await make.appointment({ personId, role: 'AD', scopeType: 'EVERYTHING', scopeId: '00000000-0000-0000-0000-000000000000' });
      return { personId, id };
    };
    const first = await admin();
    const refused = await world.as(first.personId)<Requested>(REQUEST, { words: false });
    expect(refused.data.requestErasure).toEqual({ privacy: null, userErrors: [{ code: 'ONLY_ADMINISTRATOR' }] });
    const second = await admin();
    const asked = await world.as(first.personId)<Requested>(REQUEST, { words: false });
    expect(asked.data.requestErasure.userErrors).toEqual([]);
    await world.services.db.row(`UPDATE appointments SET revoked_at = '2026-11-25T08:00:00Z' WHERE id = $1`, [second.id]);
    at('2026-12-20');
    await hourly();
    expect(await rowOf(first.personId)).toMatchObject({ status: 'ACTIVE' });
    await admin();
    await hourly();
    expect(await rowOf(first.personId)).toMatchObject({ status: 'ERASED' });
    expect(await world.services.db.row('SELECT revoked_at IS NOT NULL AS ended FROM appointments WHERE id = $1', [first.id])).toEqual({
      ended: true,
    });
  });

  it('writes letters anew that the person signed, or in whose remark the person stood', async () => {
    at('2026-11-24');
    const signer = await member('Olga Signer');
    const appointed = async (by: string, note: string) => {
      const personId = await make.person({ name: 'Kept Reader' });
      const id = await make.appointment({ personId, role: 'NC', scopeType: 'NETWORK', scopeId: networkId });
      await world.services.db.row('UPDATE appointments SET appointed_by = $2, note = $3, county_id = $4 WHERE id = $1', [
        id,
        by,
        note,
        place.countyId,
      ]);
      await writeLetter(world.services, id);
      return id;
    };
    const letterOf = async (id: string) => {
      const row = await world.services.db.row<{ storage_key: string }>(
        'SELECT f.storage_key FROM appointments a JOIN files f ON f.id = a.letter_file_id WHERE a.id = $1 AND f.removed_at IS NULL',
        [id],
      );
      return row && { key: row.storage_key, words: readPdf(await buffer(await world.services.files.get(row.storage_key))).text };
    };
    const ids = [await appointed(signer, ''), await appointed(await member('Other Signer'), 'Proposed by Olga Signer')];
    const before = await Promise.all(ids.map(letterOf));
    expect(before.every((letter) => letter?.words.includes('Olga Signer'))).toBe(true);
    await erasePerson(world.services, signer, { at: world.services.clock.now(), withdrawsWords: false });
    for (const letter of before) await expect(world.services.files.get(letter?.key ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.runJobs();
    for (const letter of await Promise.all(ids.map(letterOf))) {
      expect(letter?.words).toContain('Former member');
      expect(letter?.words).not.toContain('Olga Signer');
    }
  });

  describe('while somebody exports', () => {
    const textOf = async (exportId: string) => {
      const row = await world.services.db.row<{ state: string; storage_key: string | null }>(
        'SELECT e.state, f.storage_key FROM exports e LEFT JOIN files f ON f.id = e.file_id WHERE e.id = $1',
        [exportId],
      );
      return { state: row?.state, text: row?.storage_key ? await text(await world.services.files.get(row.storage_key)) : null };
    };
    /** Stores what is known of a person by now, as an export of a log would. */
    const writeName =
      (personId: string, then: () => Promise<unknown> = async () => undefined) =>
      async (): Promise<WrittenExport> => {
        const name = (await rowOf(personId))?.display_name ?? '';
        await then();
        const stored = await world.services.files.put(Readable.from([Buffer.from(name)]));
        return { stored, name: 'log.csv', mime: 'text/csv', done: 1 };
      };
    const requested = async () => {
      const id = newId();
      await world.services.db.row(
        `INSERT INTO exports (id, kind, params, state, requested_by, requested_at) VALUES ($1, 'AUDIT', '{}', 'QUEUED', $2, now())`,
        [id, await make.person()],
      );
      return id;
    };
    const wish = { at: new Date('2026-12-30T09:00:00Z'), withdrawsWords: false };

    it('has a file that has read the name already written anew', async () => {
      const personId = await member('Zofia Read');
      const exportId = await requested();
      let erased: Promise<unknown> | undefined;
      const write = writeName(personId, async () => (erased ??= erasePerson(world.services, personId, wish)));
      await writeExport(exportId, world.services, write);
      expect(await textOf(exportId)).toEqual({ state: 'DONE', text: 'Former member' });
    });

    it('looks again where a file was finished after the others were looked at', async () => {
      const personId = await member('Zofia Late');
      const exportId = await requested();
      let late: Promise<void> | undefined;
      const mailer = {
        ...world.services.mailer,
        async forget(words: readonly string[]) {
          await (late ??= writeExport(exportId, world.services, writeName(personId)));
          return world.services.mailer.forget(words);
        },
      };
      expect(await erasePerson({ ...world.services, mailer }, personId, wish)).toBe(true);
      expect(await textOf(exportId)).toEqual({ state: 'FAILED', text: null });
      expect(await rowOf(personId)).toMatchObject({ status: 'ERASED' });
    });
  });
});
