import { newId } from '../platform/ids.js';
import { startGround, type Ground, type Persona } from './ground.js';
import { permits, type Kind } from './table.js';

let ground: Ground;
let cases = 0;

describe('fields', () => {
  beforeAll(async () => {
    ground = await startGround();
  });
  afterAll(async () => {
    process.stderr.write(`${String(cases)} field × role × relation cases\n`);
    await ground.world.close();
  });

  type Shown = string | number | boolean | null | unknown[] | Record<string, unknown>;

  async function read(persona: Persona, query: string): Promise<Record<string, Shown> | null> {
    const { app } = ground.world;
    const answer = (await app.graphql.execute(app.contextForSession(persona.token), { query })) as {
      data?: { record: Record<string, Shown> | null } | null;
      errors?: { extensions?: { code: string } }[];
    };
    expect(answer.errors?.filter(({ extensions }) => extensions?.code !== 'UNAUTHENTICATED') ?? []).toEqual([]);
    return answer.data?.record ?? null;
  }

  const isShown = (value: Shown | undefined): boolean => (Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined);

  /** Reads a record as everybody who may load it, and compares which of its fields are shown with what the table says of each field's act. */
  async function differences(
    record: string,
    kind: Kind,
    isReadable: (persona: Persona) => boolean,
    acts: Readonly<Record<string, [selection: string, act: string]>>,
  ): Promise<string[]> {
    const wrong: string[] = [];
    for (const persona of ground.personas) {
      const found = await read(
        persona,
        `{ record: ${record} { id ${Object.values(acts)
          .map(([selection]) => selection)
          .join(' ')} } }`,
      );
      if ((found !== null) !== isReadable(persona)) wrong.push(`${persona.name} ${found ? 'reads' : 'does not read'} the record`);
      if (!found) continue;
      for (const [field, [, act]] of Object.entries(acts)) {
        cases += 1;
        const expected = permits(act, persona.asker, { kind, own: false });
        if (isShown(found[field]) !== expected) wrong.push(`${field} for ${persona.name}: ${JSON.stringify(found[field])}`);
      }
    }
    return wrong;
  }

  describe('fields that ask for more than their record', () => {
    it('of a network that everybody reads', async () => {
      const { home, make, world } = ground;
      await world.services.db.row('UPDATE networks SET promoted_at = now() WHERE id = $1', [home.networkId]);
      await make.member({ networkId: home.networkId, countyId: home.countyId, personId: await make.person(), state: 'REQUESTED' });
      const found = await differences(`network(id: "Network_${home.networkId}")`, 'network', () => true, {
        health: ['health { id }', 'network.health'],
        members: ['members(first: 1) { edges { cursor } }', 'discussion.read'],
        requests: ['requests(first: 1) { edges { cursor } }', 'network.admit'],
        coordinators: ['coordinators { __typename }', 'appointment.read'],
      });
      await world.services.db.row('UPDATE networks SET promoted_at = NULL WHERE id = $1', [home.networkId]);
      expect(found).toEqual([]);
    });

    it('of a post that the network’s people read', async () => {
      const { home, make, somebody } = ground;
      const [threadId, postId, at] = [newId(), newId(), '2026-11-20T08:00:00Z'];
      const place = { county_id: home.countyId, network_id: home.networkId };
      await make.insert('threads', {
        id: threadId,
        ...place,
        no: 1,
        slug: 'a',
        title: 'A',
        lang: 'en',
        kind: 'DISCUSSION',
        author_id: somebody,
        created_at: at,
        last_post_at: at,
        posts_count: 1,
        last_post_no: 1,
        search: 'a',
      });
      await make.insert('posts', {
        id: postId,
        ...place,
        thread_id: threadId,
        no: 1,
        author_id: somebody,
        body: 'A',
        body_html: '<p>A</p>',
        lang: 'en',
        created_at: at,
      });
      const about = { county_id: home.countyId, scope_id: home.networkId, subject_type: 'Post', subject_id: postId };
      await make.insert('flags', { id: newId(), ...about, author_id: somebody, reason: 'SPAM', flagged_by: somebody, flagged_at: at });
      await make.insert('moderation_decisions', {
        id: newId(),
        ...about,
        seq: 1,
        kind: 'KEEP',
        reason: 'In order',
        decided_by: somebody,
        decided_at: at,
      });
      const reads = ({ asker }: Persona) => permits('discussion.read', asker, { kind: 'network', own: false });
      expect(
        await differences(`post(id: "Post_${postId}")`, 'network', reads, {
          flags: ['flags { id }', 'moderation.readLog'],
          decisions: ['decisions { id decidedBy { id } }', 'moderation.readLog'],
          authorRecord: ['authorRecord { posts }', 'moderation.readLog'],
          body: ['body', 'discussion.read'],
        }),
      ).toEqual([]);
    });

    it('of a person whose profile everybody reads', async () => {
      const { home, make, world } = ground;
      const personId = await make.person({ name: 'An open person' });
      const shows = { audience: 'EVERYONE', about: 'About', showsEmail: false, showsAffiliations: false, showsAppointments: false };
      await world.services.db.row('UPDATE people SET preferences = $2 WHERE id = $1', [personId, JSON.stringify({ profile: shows })]);
      await make.appointment({ personId, role: 'SP', scopeType: 'SCHOOL', scopeId: home.schoolId, countyId: home.countyId });
      const handle = (await world.services.db.row<{ handle: string }>('SELECT handle FROM people WHERE id = $1', [personId]))?.handle ?? '';
      expect(
        await differences(`person(handle: "${handle}")`, 'school', () => true, {
          account: ['account { status }', 'register.change'],
          email: ['email', 'register.change'],
          appointments: ['appointments { id }', 'appointment.read'],
        }),
      ).toEqual([]);
    });

    it('of a report that its readers load', async () => {
      const { home, make } = ground;
      await make.insert('annual_reports', {
        id: newId(),
        county_id: home.countyId,
        owner_type: 'NETWORK',
        owner_id: home.networkId,
        year: '2026/27',
        lang: 'en',
        state: 'PRESENTED',
        figures: '[]',
        figures_as_of: '2026-11-20T08:00:00Z',
        created_by: ground.somebody,
        created_at: '2026-11-20T08:00:00Z',
        presented_at: '2026-11-20T08:00:00Z',
      });
      const reads = ({ asker }: Persona) => permits('report.readPresented', asker, { kind: 'network', own: false });
      expect(
        await differences(`annualReport(network: "${home.networkSlug}", year: "2026/27")`, 'network', reads, {
          changes: ['changes { path }', 'report.write'],
        }),
      ).toEqual([]);
    });
  });
});
