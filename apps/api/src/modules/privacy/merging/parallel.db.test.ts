import { refusedValue } from '../../../platform/graphql/format-error.js';
import { newId, toGlobalId } from '../../../platform/ids.js';
import { CROWD } from '../../../testing/database.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { mergeAs, mergeInput, MERGE, namedIn, type Merged } from '../../../testing/merging.js';
import { personaOf, testMe } from '../../../testing/personas.js';
import { startWorld, type Answer, type World } from '../../../testing/world.js';
import { openSession } from '../../accounts/index.js';
import { verifyCounters } from '../../discussions/index.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const AT = '2026-09-01T08:00:00Z';
const ROUNDS = 8;

describe('merging while others write', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let place: Awaited<ReturnType<typeof countyTree>>;
  let admins: string[];
  beforeAll(async () => {
    world = await startWorld({}, { connections: CROWD });
    make = factories(world.services.db);
    place = await countyTree(world.services.db);
    admins = [await make.person(), await make.person()];
    for (const personId of admins) await make.appointment({ personId, role: 'AD', scopeType: 'EVERYTHING', scopeId: NOBODY });
  });
  afterAll(() => world.close());

  const codeOf = (answer: { errors?: { extensions?: { code?: string } }[]; data: unknown }) =>
    answer.errors?.[0]?.extensions?.code ?? (JSON.stringify(answer.data).includes('"code"') ? 'refused' : 'done');

  it('lets one of two administrators win who merge the same two people, each the other way round', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, two] = [await make.person(), await make.person()];
      const [there, back] = [await mergeInput(world.services.db, one, two), await mergeInput(world.services.db, two, one)];
      const answers = await Promise.all([
        world.as(admins[0] ?? '')<Merged>(MERGE, { input: there }),
        world.as(admins[1] ?? '')<Merged>(MERGE, { input: back }),
      ]);
      expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', 'done']);
      const states = await world.services.db.rows('SELECT status FROM people WHERE id IN ($1, $2) ORDER BY status', [one, two]);
      expect(states).toEqual([{ status: 'ACTIVE' }, { status: 'MERGED' }]);
    }
  });

  it('leaves nothing that names who went, whoever replies, joins, appoints or signs in meanwhile', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const networkId = await make.network({ countyId: place.countyId, joiningRule: 'REQUEST', state: 'RECRUITING' });
      const joined = await make.network({ countyId: place.countyId, joiningRule: 'REQUEST', state: 'RECRUITING' });
      const [keep, away] = [await make.person(), await make.person()];
      for (const personId of [keep, away]) await make.member({ networkId, countyId: place.countyId, personId });
      const threadId = await make.insert('threads', {
        id: newId(),
        county_id: place.countyId,
        network_id: networkId,
        no: 1,
        slug: 'a-thread',
        title: 'A thread',
        lang: 'en',
        kind: 'QUESTION',
        author_id: keep,
        created_at: AT,
        last_post_at: AT,
        search: 'a thread',
      });
      await world.services.db.row('UPDATE networks SET threads_count = 1 WHERE id = $1', [networkId]);
      // With the rights of a request that began before the merge.
      const viewer = await personaOf(world.services, away);
      const late = async (query: string, variables: Record<string, unknown>) =>
        (await world.app.graphql.execute(world.app.contextFor({ viewer, me: testMe(away) }, {}), { query, variables })) as Answer<unknown>;
      const reply = (n: number) =>
        late('mutation($input: ReplyInput!) { reply(input: $input) { post { id } userErrors { code } } }', {
          input: { threadId: toGlobalId('Thread', threadId), body: 'Words', lang: 'en', clientMutationId: `reply ${round} ${n}` },
        });
      const appoint = {
        role: 'NC',
        scopeId: toGlobalId('Network', joined),
        startsOn: '2026-11-24',
        personId: toGlobalId('Person', away),
      };
      const [merged, ...others] = await Promise.all([
        mergeAs(world, admins[0] ?? '', keep, away),
        reply(1),
        late('mutation($input: JoinNetworkInput!) { joinNetwork(input: $input) { userErrors { code } } }', {
          input: { networkId: toGlobalId('Network', joined) },
        }),
        world.as(admins[1] ?? '')('mutation($input: AppointInput!) { appoint(input: $input) { userErrors { code } } }', { input: appoint }),
        reply(2),
        openSession(world.services.db, away, 'test').then(
          () => ({ data: null }),
          (error: unknown) => ({ data: null, errors: [{ extensions: { code: String(refusedValue(error)?.code) } }] }),
        ),
      ]);
      expect(merged).toBe('merged');
      for (const answer of others) outcomes.add(codeOf(answer));
      expect(await namedIn(world.services.db, away)).toEqual([]);
    }
    // Whoever came too late learns that something changed, and never of a fault.
    expect([...outcomes].filter((code) => !['done', 'refused', 'CONFLICT', 'NOT_FOUND', 'UNAUTHENTICATED'].includes(code))).toEqual([]);
    expect(await verifyCounters(world.services)).toEqual([]);
    const wrong = await world.services.db.rows(
      `SELECT n.id FROM networks n LEFT JOIN memberships m ON m.network_id = n.id AND m.state = 'ACTIVE' GROUP BY n.id HAVING n.members_count <> count(m.id)`,
    );
    expect(wrong).toEqual([]);
  });

  it('is waited for by whoever writes for the one who goes, and refuses them once it is done', async () => {
    const [keep, away] = [await make.person(), await make.person()];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const merging = world.services.db.transaction(async (tx) => {
      await tx.row('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [away]);
      begun();
      await held;
      await tx.row(`UPDATE people SET status = 'MERGED', merged_into = $2 WHERE id = $1`, [away, keep]);
    });
    await started;
    const snooze = { person_id: away, item: 'FLAG:x', until_on: '2026-12-01' };
    const writing = make.insert('home_snoozes', snooze).then(
      () => 'written',
      (error: unknown) => String((error as { code?: string }).code),
    );
    release();
    await merging;
    expect(await writing).toBe('ST409');
    await make.insert('home_snoozes', { ...snooze, person_id: keep });
    expect(await namedIn(world.services.db, keep)).toEqual(['people.merged_into', 'home_snoozes.person_id']);
  });
});
