import { newId, toGlobalId } from '../../../platform/ids.js';
import { verifyAudit } from '../../../platform/audit/verify.js';
import { wordsInAudit } from '../../../testing/audit-words.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { MERGE, mergeAs, mergeInput, namedIn, type Merged } from '../../../testing/merging.js';
import { seedMarkers } from '../../../testing/seed-markers.js';
import { startWorld, type World } from '../../../testing/world.js';
import { verifyCounters } from '../../discussions/index.js';
import { classification } from '../columns/index.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const AT = '2026-09-01T08:00:00Z';

describe('merging two people', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let place: Awaited<ReturnType<typeof countyTree>>;
  let admin: string;
  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    place = await countyTree(world.services.db);
    admin = await make.person({ name: 'Ada Admin' });
    await make.appointment({ personId: admin, role: 'AD', scopeType: 'EVERYTHING', scopeId: NOBODY });
  });
  afterAll(() => world.close());

  const row = <Row>(sql: string, values: unknown[]) => world.services.db.row<Row>(sql, values);
  const two = async (name = 'Eva Lind') => ({ keep: await make.person({ name }), away: await make.person({ name }) });
  const wrongCounters = async () => [
    ...(await verifyCounters(world.services)),
    ...(await world.services.db.rows(
      `SELECT n.id FROM networks n LEFT JOIN memberships m ON m.network_id = n.id AND m.state = 'ACTIVE' GROUP BY n.id HAVING n.members_count <> count(m.id)`,
    )),
  ];
  async function thread(networkId: string, authors: string[]): Promise<string> {
    const common = { county_id: place.countyId, network_id: networkId, lang: 'en' };
    const id = newId();
    const no = Number((await row<{ n: number }>('SELECT count(*)::int + 1 AS n FROM threads', []))?.n);
    const [author] = authors;
    await make.insert('threads', {
      ...common,
      id,
      no,
      slug: 'a-thread',
      title: 'A thread',
      kind: 'QUESTION',
      author_id: author,
      created_at: AT,
      last_post_at: `2026-09-0${authors.length}T08:00:00Z`,
      posts_count: authors.length,
      last_post_no: authors.length,
      first_reply_at:
        authors.findIndex((each) => each !== author) < 0 ? null : `2026-09-0${authors.findIndex((each) => each !== author) + 1}T08:00:00Z`,
      search: 'a thread',
    });
    for (const [at, each] of authors.entries()) {
      const post = {
        thread_id: id,
        no: at + 1,
        author_id: each,
        body: 'Words',
        body_html: '<p>Words</p>',
        created_at: `2026-09-0${at + 1}T08:00:00Z`,
      };
      await make.insert('posts', { ...common, ...post, id: newId() });
    }
    await row('UPDATE networks SET threads_count = threads_count + 1, posts_count = posts_count + $2 WHERE id = $1', [
      networkId,
      authors.length,
    ]);
    return id;
  }

  it('makes one of two memberships, marks of reading, flags and schools, and keeps the counters', async () => {
    const { keep, away } = await two();
    const other = await make.person();
    const [both, weaker, alone] = [
      await make.network({ countyId: place.countyId }),
      await make.network({ countyId: place.countyId }),
      await make.network({ countyId: place.countyId }),
    ];
    const member = (networkId: string, personId: string, over = {}) =>
      make.member({ networkId, countyId: place.countyId, personId, ...over });
    await member(both, keep, { joinedAt: '2026-10-01T08:00:00Z' });
    await member(both, away, { suspendedUntil: '2026-12-24T08:00:00Z' });
    await member(weaker, keep, { state: 'REQUESTED' });
    await member(weaker, away);
    await member(alone, away);
    await member(alone, keep, { state: 'LEFT' });
    const asked = await thread(both, [keep, away, other]);
    const answered = await thread(both, [away, keep]);
    for (const [personId, no] of [
      [keep, 1],
      [away, 3],
    ] as const)
      await make.insert('thread_reads', {
        person_id: personId,
        thread_id: asked,
        county_id: place.countyId,
        last_read_no: no,
        read_at: AT,
      });
    const flag = (by: string, over = {}) =>
      make.insert('flags', {
        id: newId(),
        county_id: place.countyId,
        scope_id: both,
        subject_type: 'Thread',
        subject_id: asked,
        author_id: other,
        reason: 'OTHER',
        flagged_by: by,
        flagged_at: AT,
        ...over,
      });
    const decision = await make.insert('moderation_decisions', {
      id: newId(),
      county_id: place.countyId,
      scope_id: both,
      subject_type: 'Thread',
      subject_id: newId(),
      seq: 1,
      kind: 'KEEP',
      reason: '',
      decided_by: other,
      decided_at: AT,
    });
    await flag(keep, { resolved_by: decision });
    await flag(away, { note: 'Look again' });
    const schoolId = await make.school({ countyId: place.countyId });
    const work = { school_id: schoolId, county_id: place.countyId, profession: 'TEACHER' };
    await make.insert('affiliations', { ...work, id: newId(), person_id: keep, state: 'CLAIMED', starts_on: '2026-09-01' });
    await make.insert('affiliations', {
      ...work,
      id: newId(),
      person_id: away,
      state: 'CONFIRMED',
      starts_on: '2024-09-01',
      confirmed_by: other,
    });
    const post = { role: 'NC' as const, scopeType: 'NETWORK', scopeId: both, countyId: place.countyId };
    await make.appointment({ ...post, personId: keep, startsOn: '2026-10-01', endsOn: '2027-01-31' });
    await make.appointment({ ...post, personId: away, endsOn: '2027-08-31' });

    expect(await mergeAs(world, admin, keep, away)).toBe('merged');
    expect(await wrongCounters()).toEqual([]);
    const rows = (sql: string) => world.services.db.rows(sql, [keep]);
    expect(
      await rows(`SELECT n.members_count AS members, m.state, m.joined_at AS joined, m.suspended_until AS until
        FROM memberships m JOIN networks n ON n.id = m.network_id WHERE m.person_id = $1 ORDER BY m.network_id, m.state`),
    ).toEqual([
      { members: 1, state: 'ACTIVE', joined: AT, until: '2026-12-24T08:00:00Z' },
      { members: 1, state: 'ACTIVE', joined: AT, until: null },
      { members: 1, state: 'ACTIVE', joined: AT, until: null },
      { members: 1, state: 'LEFT', joined: AT, until: null },
    ]);
    expect(await rows('SELECT last_read_no FROM thread_reads WHERE person_id = $1')).toEqual([{ last_read_no: 3 }]);
    expect(await rows('SELECT note, resolved_by FROM flags WHERE flagged_by = $1')).toEqual([{ note: 'Look again', resolved_by: null }]);
    expect(await rows('SELECT state, starts_on, confirmed_by FROM affiliations WHERE person_id = $1')).toEqual([
      { state: 'CONFIRMED', starts_on: '2024-09-01', confirmed_by: other },
    ]);
    expect(
      await rows('SELECT starts_on, ends_on, revoked_at IS NULL AS holds FROM appointments WHERE person_id = $1 ORDER BY 3 DESC'),
    ).toEqual([
      { starts_on: '2026-09-01', ends_on: '2027-08-31', holds: true },
      { starts_on: '2026-09-01', ends_on: '2027-08-31', holds: false },
    ]);
    const replies = await world.services.db.rows('SELECT first_reply_at AS at FROM threads WHERE id IN ($1, $2) ORDER BY at', [
      asked,
      answered,
    ]);
    expect(replies).toEqual([{ at: '2026-09-03T08:00:00Z' }, { at: null }]);
  });

  it('gives the rights of both at once, and leads the old name on', async () => {
    const { keep, away } = await two('Nina Two');
    const networkId = await make.network({ countyId: place.countyId, promoted: false });
    await make.member({ networkId, countyId: place.countyId, personId: away });
    const slug = (await row<{ slug: string }>('SELECT slug FROM networks WHERE id = $1', [networkId]))?.slug;
    const handle = (await row<{ handle: string }>('SELECT handle FROM people WHERE id = $1', [away]))?.handle;
    const sees = async () =>
      (await world.as(keep)<{ network: { threads: unknown } | null }>('query($slug: String!) { network(slug: $slug) { id } }', { slug }))
        .data.network !== null;
    expect(await sees()).toBe(false);
    expect(await mergeAs(world, admin, keep, away)).toBe('merged');
    expect(await sees()).toBe(true);
    const kept = await row<{ handle: string }>('SELECT handle FROM people WHERE id = $1', [keep]);
    const found = await world.as(admin)<{ person: { handle: string } }>('query($handle: String!) { person(handle: $handle) { handle } }', {
      handle,
    });
    expect(found.data.person.handle).toBe(kept?.handle);
    const third = await make.person({ name: 'Nina Two' });
    expect(await mergeAs(world, admin, third, keep)).toBe('merged');
    expect(await row('SELECT merged_into FROM people WHERE id = $1', [away])).toEqual({ merged_into: third });
  });

  it('tells both addresses, neither of the other, and answers the old one as one that nobody has', async () => {
    const keep = await make.person({ name: 'Olga One', email: 'olga@example.org' });
    const away = await make.person({ name: 'Olga One', email: 'olga+old@example.org' });
    expect(await mergeAs(world, admin, keep, away)).toBe('merged');
    await world.runJobs();
    const mails = (await world.services.mailer.kept()).filter(({ to }) => to.startsWith('olga'));
    expect(mails.map(({ to }) => to).sort()).toEqual(['olga+old@example.org', 'olga@example.org']);
    for (const { to, text } of mails) expect(text).not.toContain(to === 'olga@example.org' ? 'olga+old' : 'olga@');
    const signIn = async (email: string) =>
      (
        await world.as(null)('mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code path } } }', {
          input: { email, password: 'wrong words' },
        })
      ).data;
    expect(await signIn('olga+old@example.org')).toEqual(await signIn('nobody@example.org'));
  });

  it('lets an invitation to the old address reach whom it was merged into', async () => {
    const keep = await make.person({ name: 'Petra One' });
    const away = await make.person({ name: 'Petra One', email: 'petra.old@example.org' });
    await mergeAs(world, admin, keep, away);
    const networkId = await make.network({ countyId: place.countyId });
    const input = {
      role: 'NC',
      scopeId: toGlobalId('Network', networkId),
      startsOn: '2026-11-24',
      email: 'petra.old@example.org',
      name: 'Petra',
      lang: 'en',
    };
    const answer = await world.as(admin)(
      'mutation($input: AppointInput!) { appoint(input: $input) { invited userErrors { code path } } }',
      { input },
    );
    expect(answer).toMatchObject({ data: { appoint: { invited: false, userErrors: [] } } });
    expect(await row('SELECT person_id FROM appointments WHERE scope_id = $1', [networkId])).toEqual({ person_id: keep });
  });

  it('refuses what stands in the way, whatever the interface showed', async () => {
    const { keep, away } = await two();
    expect(await mergeAs(world, null, keep, away)).toBe('UNAUTHENTICATED');
    expect(await mergeAs(world, keep, keep, away)).toBe('NOT_FOUND');
    expect(await mergeAs(world, admin, keep, newId(), { awayVersion: 1, confirmHandle: 'x' })).toBe('NOT_FOUND');
    expect(await mergeAs(world, admin, keep, keep)).toBe('NOT_FOUND');
    expect(await mergeAs(world, admin, keep, away, { awayVersion: 2 })).toBe('CONFLICT');
    expect(await mergeAs(world, admin, keep, away, { keepVersion: 2 })).toBe('CONFLICT');
    expect(await mergeAs(world, admin, keep, away, { confirmHandle: 'somebody-else' })).toBe('HANDLE_WRONG');
    expect(await mergeAs(world, admin, admin, away)).toBe('MERGE_YOURSELF');
    expect(await mergeAs(world, admin, keep, admin)).toBe('MERGE_YOURSELF');
    expect(await mergeAs(world, admin, keep, await make.person({ status: 'ERASED' }))).toBe('MERGE_GONE');
    expect(await mergeAs(world, admin, keep, await make.person({ status: 'SUSPENDED' }))).toBe('MERGE_SUSPENDED');
    expect(await mergeAs(world, admin, await make.person({ status: 'DEACTIVATED' }), away)).toBe('MERGE_STAYS_CLOSED');
    await make.insert('erasures', { id: newId(), person_id: away, requested_at: AT, due_at: '2027-01-01', withdraws_words: false });
    expect(await mergeAs(world, admin, keep, away)).toBe('MERGE_ERASURE_PENDING');
    await row('DELETE FROM erasures WHERE person_id = $1', [away]);
    const networkId = await make.network({ countyId: place.countyId });
    const subject = await thread(networkId, [away]);
    const decision = { id: newId(), county_id: place.countyId, scope_id: networkId, subject_type: 'Thread', subject_id: subject, seq: 1 };
    await make.insert('moderation_decisions', { ...decision, kind: 'LOCK', reason: '', decided_by: keep, decided_at: AT });
    expect(await mergeAs(world, admin, keep, away)).toBe('MERGE_DECIDED_ON_EACH_OTHER');
    expect(await row('SELECT status FROM people WHERE id = $1', [away])).toEqual({ status: 'ACTIVE' });
    expect(await wrongCounters()).toEqual([]);
  });

  it('is done once for a key', async () => {
    const { keep, away } = await two();
    const input = { ...(await mergeInput(world.services.db, keep, away)), clientMutationId: 'once' };
    const answers = await Promise.all([1, 2, 3].map(() => world.as(admin)<Merged>(MERGE, { input })));
    expect(answers.map(({ data }) => data.mergePeople.person !== null)).toEqual([true, true, true]);
    expect(
      await row(`SELECT count(*)::int AS n FROM audit_log WHERE act = 'mergePeople' AND subject_id IN ($1, $2)`, [keep, away]),
    ).toEqual({ n: 2 });
    expect((await verifyAudit(world.services.db, [], () => undefined)).broken).toBeNull();
    expect(await wordsInAudit(world.services.db)).toEqual([]);
  });

  it('moves every row of every table, leaves nothing behind, and gives ways to sign in to nobody', async () => {
    const { keep, away } = await two();
    await seedMarkers(world.services.db, classification, away);
    await row(`UPDATE people SET status = 'ACTIVE', merged_email = NULL WHERE id = $1`, [away]);
    await row('DELETE FROM erasures WHERE person_id = $1', [away]);
    // The seeded rows name one person everywhere: a report that one submitted and decided alike.
    await row('UPDATE annual_reports SET decided_by = NULL', []);
    const before = await namedIn(world.services.db, away);
    expect(before.length).toBeGreaterThan(30);
    expect(await mergeAs(world, admin, keep, away)).toBe('merged');
    expect(await namedIn(world.services.db, away)).toEqual([]);
    const moved = before.filter((name) =>
      /(credentials|sessions|code_apps|passkeys|recovery|pending|browsers|identities|tokens.person|idempotency)/.test(name),
    );
    expect(moved.length).toBeGreaterThan(7);
    expect((await namedIn(world.services.db, keep)).filter((name) => moved.includes(name) && name !== 'sessions.person_id')).toEqual([]);
    expect(before.filter((name) => !moved.includes(name))).toEqual(
      expect.arrayContaining(
        (await namedIn(world.services.db, keep)).filter((name) => name !== 'people.merged_into' && name !== 'people.deactivated_by'),
      ),
    );
    expect(
      await row('SELECT status, merged_into, email, merged_email IS NOT NULL AS keeps, preferences FROM people WHERE id = $1', [away]),
    ).toEqual({
      status: 'MERGED',
      merged_into: keep,
      email: null,
      keeps: true,
      preferences: {},
    });
  });
});
