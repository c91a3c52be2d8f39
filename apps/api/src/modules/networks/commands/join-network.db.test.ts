import { CROWD } from '../../../testing/database.js';
import { factories } from '../../../testing/factories.js';
import { networkPeople, type NetworkPeople } from '../../../testing/network-personas.js';
import { startWorld, type World } from '../../../testing/world.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';

const FIELDS =
  'membership { id state version reason suspendedUntil schoolName } network { membersCount viewerCan { join joinsAs leave write readMembers } } userErrors { code path }';
interface Payload {
  membership: {
    id: string;
    state: string;
    version: number;
    reason: string | null;
    suspendedUntil: string | null;
    schoolName: string | null;
  } | null;
  network: {
    membersCount: number;
    viewerCan: { join: boolean; joinsAs: string | null; leave: boolean; write: boolean; readMembers: boolean };
  } | null;
  userErrors: { code: string; path: string[] }[];
}

describe('membership of a network', () => {
  let world: World;
  let people: NetworkPeople;

  beforeAll(async () => {
    world = await startWorld({ STOA_TIME_ZONE: 'Europe/Athens' }, { connections: CROWD });
    people = await networkPeople(world, { countyId: '', promoted: true });
  });
  afterAll(() => world.close());

  const make = () => factories(world.services.db);
  const run = async (
    personId: string | null,
    operation: string,
    type: string,
    input: Record<string, unknown>,
  ): Promise<Payload & { code: string | undefined }> => {
    const answer = await world.as(personId)<Record<string, Payload>>(
      `mutation($input: ${type}!) { ${operation}(input: $input) { ${FIELDS} } }`,
      { input },
    );
    return {
      ...(answer.data?.[operation] ?? { membership: null, network: null, userErrors: [] }),
      code: answer.errors?.[0]?.extensions?.code,
    };
  };
  const many = async (
    personId: string | null,
    operation: string,
    type: string,
    input: Record<string, unknown>,
  ): Promise<{ states: string[]; code: string | undefined; errors: string[] }> => {
    const answer = await world.as(personId)<Record<string, { memberships: { state: string }[] | null; userErrors: { code: string }[] }>>(
      `mutation($input: ${type}!) { ${operation}(input: $input) { memberships { state } userErrors { code } } }`,
      { input },
    );
    return {
      states: answer.data?.[operation]?.memberships?.map((m) => m.state) ?? [],
      code: answer.errors?.[0]?.extensions?.code,
      errors: answer.data?.[operation]?.userErrors.map((e) => e.code) ?? [],
    };
  };
  const join = (personId: string | null, networkId: string, more: Record<string, unknown> = {}) =>
    run(personId, 'joinNetwork', 'JoinNetworkInput', { networkId: toGlobalId('Network', networkId), ...more });
  const own = (personId: string | null, operation: string, networkId: string, expectedVersion: number) =>
    run(personId, operation, 'OwnMembershipInput', { networkId: toGlobalId('Network', networkId), expectedVersion });
  const teacher = async (state: string, profession = 'TEACHER'): Promise<{ personId: string; schoolId: string }> => {
    const personId = await make().person();
    const schoolId = await make().school({ countyId: people.countyId, name: 'Harbour Primary 7' });
    await make().insert('affiliations', {
      id: crypto.randomUUID(),
      person_id: personId,
      school_id: schoolId,
      county_id: people.countyId,
      profession,
      state,
      starts_on: '2024-09-01',
    });
    return { personId, schoolId };
  };
  const network = async (over: Record<string, unknown> = {}): Promise<string> => {
    const id = await make().network({ countyId: people.countyId, joiningRule: 'REQUEST', ...over });
    await make().appointment({ personId: people.ids.coordinator ?? '', role: 'NC', scopeType: 'NETWORK', scopeId: id });
    return id;
  };
  const kept = async (networkId: string): Promise<[kept: number, counted: number]> => {
    const row = await world.services.db.row<{ kept: number; counted: number }>(
      "SELECT members_count AS kept, (SELECT count(*)::int FROM memberships m WHERE m.network_id = n.id AND m.state = 'ACTIVE') AS counted FROM networks n WHERE id = $1",
      [networkId],
    );
    return [row?.kept ?? -1, row?.counted ?? -2];
  };
  const mailsTo = async (personId: string | null): Promise<string[]> => {
    await world.runJobs();
    const email = await world.services.db.row<{ email: string }>('SELECT email FROM people WHERE id = $1', [personId]);
    return (await world.services.mailer.kept()).filter((mail) => mail.to === email?.email).map((mail) => mail.subject);
  };

  it('admits through the open door whoever has a confirmed affiliation in the audience, and makes all others ask', async () => {
    const id = await network({ joiningRule: 'OPEN', professions: ['TEACHER'], levels: ['PRIMARY'] });
    const confirmed = await teacher('CONFIRMED');
    expect(await join(confirmed.personId, id)).toMatchObject({
      membership: { state: 'ACTIVE', schoolName: 'Harbour Primary 7' },
      network: { membersCount: 1, viewerCan: { join: false, joinsAs: null, leave: true, write: true, readMembers: true } },
    });
    for (const { personId } of [await teacher('CLAIMED'), await teacher('CONFIRMED', 'PSYCHOLOGIST')])
      expect((await join(personId, id)).membership?.state).toBe('REQUESTED');
    expect((await join(await make().person(), id)).membership?.state).toBe('REQUESTED');
    expect(await kept(id)).toEqual([1, 1]);
  });

  it('keeps one open membership of fifty joins at once, and counts fifty persons once each', async () => {
    const id = await network({ joiningRule: 'OPEN' });
    const { personId } = await teacher('CONFIRMED');
    const same = await Promise.all(Array.from({ length: 50 }, () => join(personId, id)));
    expect(new Set(same.map((payload) => payload.membership?.id)).size).toBe(1);
    expect(await kept(id)).toEqual([1, 1]);
    const fifty = await Promise.all(Array.from({ length: 50 }, () => teacher('CONFIRMED')));
    await Promise.all(fifty.map((one) => join(one.personId, id)));
    expect(await kept(id)).toEqual([51, 51]);
  });

  it('gives a form that is sent twice its one result', async () => {
    const id = await network();
    const personId = await make().person();
    const first = await join(personId, id, { message: 'Please', clientMutationId: 'twice' });
    await own(personId, 'withdrawJoinRequest', id, 1);
    expect((await join(personId, id, { message: 'Please', clientMutationId: 'twice' })).membership?.id).toBe(first.membership?.id);
    expect((await join(personId, id, { message: 'Another', clientMutationId: 'twice' })).code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('tells the coordinator of a request and the person of the answer, in their languages', async () => {
    const coordinator = await make().person({ lang: 'pl' });
    const id = await make().network({ countyId: people.countyId, name: 'Sieć', joiningRule: 'REQUEST' });
    await make().appointment({ personId: coordinator, role: 'NC', scopeType: 'NETWORK', scopeId: id });
    const personId = await make().person({ lang: 'ru', name: 'Ирина' });
    const asked = await join(personId, id, { message: 'Прошу принять' });
    expect(await mailsTo(coordinator)).toEqual(['Sieć: nowa prośba o przyjęcie']);
    expect(await many(coordinator, 'admitMembers', 'AdmitMembersInput', { ids: [asked.membership?.id] })).toMatchObject({
      states: ['ACTIVE'],
    });
    expect(await mailsTo(personId)).toEqual(['Добро пожаловать в сеть «Sieć»']);
    expect(await kept(id)).toEqual([1, 1]);
  });

  it('asks rights again when it sends: nobody hears of a request that was withdrawn, nor a coordinator whose post ended', async () => {
    const coordinator = await make().person();
    const id = await make().network({ countyId: people.countyId, joiningRule: 'REQUEST' });
    const appointment = await make().appointment({ personId: coordinator, role: 'NC', scopeType: 'NETWORK', scopeId: id });
    const first = await make().person();
    await join(first, id);
    await own(first, 'withdrawJoinRequest', id, 1);
    expect(await mailsTo(coordinator)).toEqual([]);
    await join(await make().person(), id);
    await world.services.db.row('UPDATE appointments SET revoked_at = $2 WHERE id = $1', [appointment, world.services.clock.now()]);
    expect(await mailsTo(coordinator)).toEqual([]);
    expect((await mailsTo(people.ids.county)).length).toBeGreaterThan(0);
  });

  it('decides several requests at once, leaves those decided first, and says so where none waits', async () => {
    const id = await network();
    const asked = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const personId = await make().person();
        return { personId, id: (await join(personId, id)).membership?.id ?? '' };
      }),
    );
    await own(asked[0]?.personId ?? null, 'withdrawJoinRequest', id, 1);
    expect(
      await many(people.ids.coordinator, 'refuseMembers', 'RefuseMembersInput', { ids: [asked[1]?.id], reason: 'The group is full' }),
    ).toMatchObject({ states: ['REFUSED'] });
    expect((await many(people.ids.county, 'admitMembers', 'AdmitMembersInput', { ids: asked.map((one) => one.id) })).states).toEqual([
      'LEFT',
      'REFUSED',
      'ACTIVE',
    ]);
    expect((await many(people.ids.county, 'admitMembers', 'AdmitMembersInput', { ids: asked.map((one) => one.id) })).code).toBe('CONFLICT');
    expect((await many(people.ids.county, 'admitMembers', 'AdmitMembersInput', { ids: [] })).code).toBe('BAD_REQUEST');
    const seen = await world.as(asked[1]?.personId ?? null)<{ network: { membership: { state: string; reason: string } } }>(
      'query($id: ID!) { network(id: $id) { membership { state reason } } }',
      { id: toGlobalId('Network', id) },
    );
    expect(seen.data.network.membership).toEqual({ state: 'REFUSED', reason: 'The group is full' });
    expect(await kept(id)).toEqual([1, 1]);
  });

  it('refuses joining by oneself to a network by invitation or one that does not recruit', async () => {
    const { personId } = await teacher('CONFIRMED');
    expect((await join(personId, await network({ joiningRule: 'INVITATION' }))).userErrors).toEqual([{ code: 'BY_INVITATION', path: [] }]);
    expect((await join(personId, await network({ joiningRule: 'OPEN', state: 'CONCLUDED' }))).userErrors).toEqual([
      { code: 'NOT_RECRUITING', path: [] },
    ]);
    expect((await join(personId, await network({ joiningRule: 'OPEN', state: 'PROPOSED' }))).userErrors).toEqual([
      { code: 'NOT_RECRUITING', path: [] },
    ]);
  });

  it('invites a known person, who accepts or declines', async () => {
    const id = await network({ joiningRule: 'INVITATION' });
    const [first, second] = [await make().person({ lang: 'el' }), await make().person()];
    const invite = (personId: string) =>
      run(people.ids.coordinator, 'inviteMember', 'InviteMemberInput', {
        networkId: toGlobalId('Network', id),
        personId: toGlobalId('Person', personId),
        message: 'Join us',
      });
    expect((await invite(first)).membership?.state).toBe('INVITED');
    expect((await invite(first)).userErrors).toEqual([{ code: 'ALREADY_INVITED', path: ['personId'] }]);
    expect((await mailsTo(first))[0]).toMatch(/^Πρόσκληση στο δίκτυο/);
    expect((await own(first, 'acceptNetworkInvitation', id, 2)).code).toBe('CONFLICT');
    expect((await own(first, 'acceptNetworkInvitation', id, 1)).membership?.state).toBe('ACTIVE');
    expect((await invite(first)).userErrors[0]?.code).toBe('ALREADY_MEMBER');
    await invite(second);
    expect((await own(second, 'declineNetworkInvitation', id, 1)).membership?.state).toBe('REFUSED');
    const again = await invite(second);
    expect(
      (await run(people.ids.county, 'withdrawInvitation', 'MembershipInput', { id: again.membership?.id, expectedVersion: 1 })).membership
        ?.state,
    ).toBe('LEFT');
    expect((await own(second, 'acceptNetworkInvitation', id, 2)).code).toBe('NOT_FOUND');
    expect(await kept(id)).toEqual([1, 1]);
  });

  it('invites by e-mail somebody without an account, who is a member once the account is open', async () => {
    const id = await network({ joiningRule: 'INVITATION' });
    const input = { networkId: toGlobalId('Network', id), email: 'Nowa@Example.org', name: 'Nowa Osoba' };
    const invited = await run(people.ids.coordinator, 'inviteMember', 'InviteMemberInput', input);
    expect(invited.membership?.state).toBe('INVITED');
    await world.runJobs();
    const mail = (await world.services.mailer.kept()).find((one) => one.to === 'nowa@example.org');
    const token = /\/join\/(\S+?)[)\s"]/.exec(`${mail?.text ?? ''} `)?.[1];
    const accepted = await world.as(null)<{ acceptInvitation: { landing: string | null; userErrors: object[] } }>(
      'mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { landing userErrors { code } } }',
      { input: { token, name: 'Nowa Osoba', password: 'correct horse battery staple', lang: 'pl' } },
    );
    expect(accepted.data.acceptInvitation.userErrors).toEqual([]);
    expect(accepted.data.acceptInvitation.landing).toMatch(/^\/networks\/network-/);
    await world.runJobs();
    const row = await world.services.db.row<{ state: string }>('SELECT state FROM memberships WHERE id = $1', [
      fromGlobalId(invited.membership?.id ?? '')?.id,
    ]);
    expect(row?.state).toBe('ACTIVE');
    expect(await kept(id)).toEqual([1, 1]);
  });

  it('suspends until the end of a day, beyond leaving and coming again, and lifts it', async () => {
    const id = await network({ joiningRule: 'OPEN' });
    const { personId } = await teacher('CONFIRMED');
    const joined = await join(personId, id);
    const membershipId = joined.membership?.id;
    const suspend = (until: string, expectedVersion: number) =>
      run(people.ids.coordinator, 'suspendMember', 'SuspendMemberInput', {
        id: membershipId,
        until,
        reason: 'Advertising',
        expectedVersion,
      });
    expect((await suspend('2026-11-23', 1)).userErrors).toEqual([{ code: 'DATE_PAST', path: ['until'] }]);
    expect((await suspend('2026-11-30', 1)).membership).toMatchObject({
      suspendedUntil: '2026-11-30T22:00:00Z',
      reason: 'Advertising',
      version: 2,
    });
    expect((await suspend('2026-11-30', 1)).code).toBe('CONFLICT');
    expect(await mailsTo(personId)).toHaveLength(1);
    await own(personId, 'leaveNetwork', id, 2);
    const back = await join(personId, id);
    expect(back).toMatchObject({
      membership: { state: 'ACTIVE', suspendedUntil: '2026-11-30T22:00:00Z' },
      network: { viewerCan: { write: false, readMembers: true } },
    });
    expect(
      (await run(people.ids.coordinator, 'liftSuspension', 'MembershipInput', { id: back.membership?.id, expectedVersion: 1 })).membership,
    ).toMatchObject({ suspendedUntil: null, reason: null });
    expect(
      (await run(people.ids.coordinator, 'liftSuspension', 'MembershipInput', { id: back.membership?.id, expectedVersion: 2 })).code,
    ).toBe('CONFLICT');
  });

  it('removes with a reason; the door is then a request; a coordinator is neither removed nor suspended', async () => {
    const id = await network({ joiningRule: 'OPEN' });
    const { personId } = await teacher('CONFIRMED');
    const joined = await join(personId, id);
    const removed = await run(people.ids.coordinator, 'removeMember', 'RemoveMemberInput', {
      id: joined.membership?.id,
      reason: 'Left the county',
      expectedVersion: 1,
    });
    expect(removed).toMatchObject({ membership: { state: 'LEFT', reason: 'Left the county' }, network: { membersCount: 0 } });
    expect((await join(personId, id)).membership?.state).toBe('REQUESTED');
    const coordinators = await make().member({ networkId: id, countyId: people.countyId, personId: people.ids.coordinator ?? '' });
    for (const [operation, type, more] of [
      ['removeMember', 'RemoveMemberInput', {}],
      ['suspendMember', 'SuspendMemberInput', { until: '2026-12-01' }],
    ] as const) {
      const came = await run(people.ids.county, operation, type, {
        id: toGlobalId('Membership', coordinators),
        reason: 'Because',
        expectedVersion: 1,
        ...more,
      });
      expect(came.userErrors).toEqual([{ code: 'COORDINATES', path: [] }]);
    }
  });

  it('mends a counter that went wrong', async () => {
    const id = await network({ joiningRule: 'OPEN' });
    await join((await teacher('CONFIRMED')).personId, id);
    await world.services.db.row('UPDATE networks SET members_count = 7 WHERE id = $1', [id]);
    await world.services.db.row("SELECT graphile_worker.add_job('CountersChecked', '{}'::json)");
    await world.runJobs();
    expect(await kept(id)).toEqual([1, 1]);
  });
});
