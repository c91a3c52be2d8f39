import { Readable } from 'node:stream';
import { allows, ROLES, ROLE_RULES, type Role, type Target } from '@stoa/domain';
import { recordFile } from '../../platform/files/records.js';
import { countyTree, factories } from '../../testing/factories.js';
import { personaOf } from '../../testing/personas.js';
import { startWorld, type World } from '../../testing/world.js';
import { appointmentRow, appointmentTarget } from './appointment.queries.js';
import { findScope } from './scopes.js';

const NIL = '00000000-0000-0000-0000-000000000000';
const TYPES: Record<string, string> = {
  NETWORK: 'Network',
  STRUCTURE: 'Structure',
  CENTRE: 'Centre',
  SCHOOL: 'School',
  COUNTY: 'Territory',
  REGION: 'Territory',
  EVERYTHING: 'Everything',
};
const APPOINT = 'mutation($input: AppointInput!) { appoint(input: $input) { appointment { id } userErrors { code } } }';
const END = 'mutation($input: EndAppointmentInput!) { endAppointment(input: $input) { appointment { id } userErrors { code } } }';
const SUSPEND =
  'mutation($input: ChangePersonStatusInput!) { suspendPerson(input: $input) { person { viewerCan { suspend reactivate } } userErrors { code } } }';
const REACTIVATE = SUSPEND.replace('suspendPerson(', 'reactivatePerson(');

/** Who appoints to which role, as the table of roles has it: the expectation is written anew here, not read from the code. */
const MAKERS: Partial<Record<Role, Role[]>> = {
  NC: ['CC', 'RC', 'AD'],
  SS: ['SH', 'CH', 'AD'],
  SH: ['CH', 'AD'],
  CM: ['CH', 'AD'],
  CS: ['CH', 'AD'],
  CH: ['RC', 'AD'],
  CC: ['RC', 'AD'],
  RC: ['AD'],
  AD: ['AD'],
};
const GIVEN = Object.keys(MAKERS) as Role[];
type Relation = 'same' | 'foreign' | 'ended' | 'suspended';
const RELATIONS: Relation[] = ['same', 'foreign', 'ended', 'suspended'];

describe('rights of appointing', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  /** Scopes of each kind in one county, and in another country. */
  const scopes: Record<'here' | 'there', Record<string, string>> = { here: {}, there: {} };
  const counties = { here: '', there: '' };

  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    for (const side of ['here', 'there'] as const) {
      const { regionId, countyId } = await countyTree(world.services.db);
      const centre = await make.centre({ territoryId: countyId });
      counties[side] = countyId;
      scopes[side] = {
        REGION: regionId,
        COUNTY: countyId,
        CENTRE: centre,
        STRUCTURE: await make.structure({ centreId: centre }),
        NETWORK: await make.network({ countyId }),
        SCHOOL: await make.school({ countyId }),
        EVERYTHING: NIL,
      };
    }
  });
  afterAll(() => world.close());

  /** A holder of a role: in the county, in another country, whose post ended, or whose account is suspended. */
  async function holder(role: Role, relation: Relation): Promise<string> {
    const personId = await make.person({ status: relation === 'suspended' ? 'SUSPENDED' : 'ACTIVE' });
    const side = relation === 'foreign' ? 'there' : 'here';
    const kind = ROLE_RULES[role].scope;
    await make.appointment({
      personId,
      role,
      scopeType: kind,
      scopeId: scopes[side][kind] ?? NIL,
      countyId: counties[side],
      startsOn: '2026-01-01',
      endsOn: relation === 'ended' ? '2026-11-23' : null,
    });
    return personId;
  }
  const outcome = (answer: { data: unknown; errors?: { extensions?: { code?: string } }[] }) =>
    answer.errors?.[0]?.extensions?.code ?? 'done';

  it.each(ROLES.flatMap((by) => RELATIONS.map((relation) => [by, relation] as const)))(
    'holds for every role that %s (%s) may give',
    async (by, relation) => {
      const viewer = await holder(by, relation);
      for (const role of GIVEN) {
        const kind = ROLE_RULES[role].scope;
        const { regionId, countyId } = { regionId: scopes.here['REGION'], countyId: scopes.here['COUNTY'] };
        // A post of its own for each case: a network has one coordinator.
        const scopeId =
          kind === 'NETWORK' ? await make.network({ countyId: countyId ?? '' }) : kind === 'REGION' ? regionId : scopes.here[kind];
        const own = kind !== 'NETWORK';
        const mayBecauseOfScope = by === 'AD' ? true : relation === 'same' && (own || by !== 'NC');
        const expected =
          (MAKERS[role] ?? []).includes(by) && (relation === 'same' || (by === 'AD' && relation === 'foreign')) && mayBecauseOfScope;
        const input = {
          role,
          scopeId: kind === 'EVERYTHING' ? null : `${TYPES[kind]}_${scopeId}`,
          personId: `Person_${await make.person()}`,
          startsOn: '2026-11-24',
        };
        const got = outcome(await world.as(viewer)(APPOINT, { input }));
        if (expected) expect([role, got]).toEqual([role, 'done']);
        else
          expect([role, got]).toEqual([
            role,
            relation === 'suspended' ? 'UNAUTHENTICATED' : expect.stringMatching(/^(NOT_FOUND|FORBIDDEN)$/),
          ]);
        const person = await make.person();
        const appointment = await make.appointment({
          personId: person,
          role,
          scopeType: kind,
          scopeId: scopeId ?? NIL,
          countyId: counties.here,
        });
        if (kind === 'STRUCTURE')
          await world.services.db.row('UPDATE appointments SET parent_scope_id = $2 WHERE id = $1', [appointment, scopes.here['CENTRE']]);
        const ending = outcome(
          await world.as(viewer)(END, { input: { id: `Appointment_${appointment}`, expectedVersion: 1, reason: 'a reason' } }),
        );
        expect([role, ending === 'done']).toEqual([role, expected]);
      }
    },
  );

  it('shows in lists exactly what the policy allows, for every role and relation', async () => {
    const rows = await world.services.db.rows<{ id: string }>('SELECT id FROM appointments ORDER BY id DESC');
    await world.services.db.row(
      `UPDATE appointments a SET parent_scope_id = s.centre_id FROM structures s WHERE s.id = a.scope_id AND a.parent_scope_id IS NULL`,
    );
    const targets = new Map<string, Target>();
    for (const { id } of rows) {
      const row = await appointmentRow(world.services.db, id, '2026-11-24');
      const scope = row && (await findScope(world.services.db, row.scope_type, row.scope_id, 'en'));
      if (row && scope) targets.set(id, appointmentTarget(row, scope));
    }
    let compared = 0;
    for (const role of ROLES) {
      for (const relation of ['same', 'foreign', 'ended'] as const) {
        const viewerId = await holder(role, relation);
        const viewer = await personaOf(world.services, viewerId);
        const listed = new Set<string>();
        let after: string | null = null;
        do {
          const page: {
            data: { appointments: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } };
          } = await world.as(viewerId)(
            'query($after: String) { appointments(first: 100, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
            { after },
          );
          for (const { node } of page.data.appointments.edges) listed.add(node.id.slice('Appointment_'.length));
          after = page.data.appointments.pageInfo.hasNextPage ? page.data.appointments.pageInfo.endCursor : null;
        } while (after !== null);
        for (const [id, target] of targets) {
          expect([role, relation, id, listed.has(id)]).toEqual([role, relation, id, allows(viewer, 'appointment.read', target)]);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(1_000);
  }, 60_000);

  it.each(ROLES)('lets %s find people only where the role appoints', async (role) => {
    const viewer = await holder(role, 'same');
    const answer = await world.as(viewer)('{ people(first: 3) { edges { node { id account { email } } } } }');
    const appoints = Object.values(MAKERS).some((makers) => makers.includes(role));
    expect(outcome(answer)).toBe(appoints ? 'done' : 'NOT_FOUND');
    expect(outcome(await world.as(await holder(role, 'ended'))('{ people(first: 3) { edges { node { id } } } }'))).toBe('NOT_FOUND');
  });

  it('finds people of the scope whatever the accents, and nobody of another', async () => {
    const [member, stranger] = [await make.person({ name: 'Zażółć Gęśla' }), await make.person({ name: 'Zażółć Obca' })];
    await make.member({ networkId: scopes.here['NETWORK'] ?? '', countyId: counties.here, personId: member });
    await make.member({ networkId: scopes.there['NETWORK'] ?? '', countyId: counties.there, personId: stranger });
    const found = async (viewer: string) =>
      (
        await world.as(viewer)<{ people: { edges: { node: { displayName: string; account: unknown } }[] } }>(
          '{ people(first: 10, search: "zazolc") { edges { node { displayName account { email } } } } }',
        )
      ).data.people.edges.map(({ node }) => node);
    expect(await found(await holder('CC', 'same'))).toEqual([{ displayName: 'Zażółć Gęśla', account: null }]);
    expect((await found(await holder('AD', 'same'))).map(({ displayName }) => displayName)).toEqual(['Zażółć Gęśla', 'Zażółć Obca']);
  });

  it.each(ROLES)('lets %s suspend and reactivate people only as an administrator; sessions end at once', async (role) => {
    const viewer = await holder(role, 'same');
    const person = await make.person();
    const input = { id: `Person_${person}`, expectedVersion: 1 };
    expect((await world.as(person)('{ viewer { id } }')).data).not.toEqual({ viewer: null });
    const answer = await world.as(viewer)<{ suspendPerson: { person: unknown } }>(SUSPEND, { input });
    if (role !== 'AD') return expect(outcome(answer)).toBe('NOT_FOUND');
    expect(answer.data.suspendPerson.person).toEqual({ viewerCan: { suspend: false, reactivate: true } });
    const live = await world.services.db.rows('SELECT 1 FROM sessions WHERE person_id = $1 AND revoked_at IS NULL', [person]);
    expect(live).toHaveLength(0);
    expect(outcome(await world.as(viewer)(SUSPEND, { input }))).toBe('CONFLICT');
    const twice = await world.as(viewer)<{ suspendPerson: { userErrors: unknown[] } }>(SUSPEND, {
      input: { ...input, expectedVersion: 2 },
    });
    expect(twice.data.suspendPerson.userErrors).toEqual([{ code: 'NOT_ACTIVE' }]);
    const back = await world.as(viewer)<{ reactivatePerson: { person: unknown } }>(REACTIVATE, { input: { ...input, expectedVersion: 2 } });
    expect(back.data.reactivatePerson.person).toEqual({ viewerCan: { suspend: true, reactivate: false } });
    const oneself = await world.as(viewer)<{ suspendPerson: { userErrors: unknown[] } }>(SUSPEND, {
      input: { id: `Person_${viewer}`, expectedVersion: 1 },
    });
    return expect(oneself.data.suspendPerson.userErrors).toEqual([{ code: 'NOT_YOURSELF' }]);
  });

  it('gives note, reason and letter only to whom may read the appointment, not to whom its person shows the post', async () => {
    const { db } = world.services;
    const network = await make.network({ countyId: counties.here });
    const person = await make.person({ name: 'Shown to all' });
    const profile = { audience: 'EVERYONE', about: '', showsEmail: false, showsAffiliations: false, showsAppointments: true };
    await db.row('UPDATE people SET preferences = $2 WHERE id = $1', [person, { profile }]);
    const id = await make.appointment({ personId: person, role: 'NC', scopeType: 'NETWORK', scopeId: network, countyId: counties.here });
    const stored = await world.services.files.put(Readable.from([Buffer.from('letter')]));
    const letter = { name: 'letter.pdf', mime: 'application/pdf', subjectType: 'Appointment', subjectId: id, createdBy: null };
    await db.row('UPDATE appointments SET note = $2, revoke_reason = $3, ends_on = $4, letter_file_id = $5 WHERE id = $1', [
      id,
      'Half the hours, for reasons of health',
      'Moves to another school',
      '2026-12-31',
      await recordFile(db, stored, { ...letter, at: world.services.clock.now() }),
    ]);
    const { handle } = (await db.row<{ handle: string }>('SELECT handle FROM people WHERE id = $1', [person])) ?? { handle: '' };
    const seenBy = async (viewer: string | null) =>
      (
        await world.as(viewer)<{ person: { appointments: unknown[] } }>(
          'query($handle: String!) { person(handle: $handle) { appointments { role startsOn endsOn note endReason letter { name } } } }',
          { handle },
        )
      ).data.person.appointments;
    const shown = { role: 'NC', startsOn: '2026-09-01', endsOn: '2026-12-31' };
    const whole = {
      ...shown,
      note: 'Half the hours, for reasons of health',
      endReason: 'Moves to another school',
      letter: { name: 'letter.pdf' },
    };
    const bare = { ...shown, note: '', endReason: null, letter: null };
    for (const reader of [person, await holder('CC', 'same'), await holder('RC', 'same'), await holder('AD', 'same')])
      expect(await seenBy(reader)).toEqual([whole]);
    for (const other of [null, await make.person(), await holder('CC', 'foreign'), await holder('CC', 'ended'), await holder('NC', 'same')])
      expect(await seenBy(other)).toEqual([bare]);
    await db.row('UPDATE people SET preferences = $2 WHERE id = $1', [person, { profile: { ...profile, showsAppointments: false } }]);
    expect(await seenBy(null)).toEqual([]);
    expect(await seenBy(person)).toEqual([whole]);
  });

  it('shows vacant posts that the viewer may fill, the longest vacant first', async () => {
    const { countyId } = await countyTree(world.services.db);
    const [never, since] = [await make.network({ countyId, name: 'Never held' }), await make.network({ countyId, name: 'Held once' })];
    const held = await make.network({ countyId, name: 'Held' });
    const person = await make.person();
    await make.appointment({
      personId: person,
      role: 'NC',
      scopeType: 'NETWORK',
      scopeId: since,
      countyId,
      startsOn: '2025-09-01',
      endsOn: '2026-08-31',
    });
    await make.appointment({ personId: person, role: 'NC', scopeType: 'NETWORK', scopeId: held, countyId });
    const coordinator = await make.person();
    await make.appointment({ personId: coordinator, role: 'CC', scopeType: 'COUNTY', scopeId: countyId, countyId });
    const QUERY = 'query($id: ID!) { vacantPosts(territoryId: $id, first: 10) { role since scope { id name } } }';
    const seen = await world.as(coordinator)(QUERY, { id: `Territory_${countyId}` });
    expect(seen.data).toEqual({
      vacantPosts: [
        { role: 'NC', since: '2026-08-31', scope: { id: `Network_${since}`, name: 'Held once' } },
        { role: 'NC', since: null, scope: { id: `Network_${never}`, name: 'Never held' } },
      ],
    });
    expect((await world.as(person)(QUERY, { id: `Territory_${countyId}` })).data).toEqual({ vacantPosts: [] });
  });
});
