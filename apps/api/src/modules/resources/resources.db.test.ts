import { EMPTY_RESOURCE, type Role } from '@stoa/domain';
import { ANONYMOUS } from '../../platform/authorize.js';
import { newId, toGlobalId } from '../../platform/ids.js';
import { countyTree, factories } from '../../testing/factories.js';
import { personaOf } from '../../testing/personas.js';
import { startWorld, type World } from '../../testing/world.js';
import { canReadResource } from './resource.policy.js';
import { readableResources } from './resource.queries.js';
import { resourceStatement, type ResourceRow } from './resource.statement.js';

const CONTENT = {
  ...EMPTY_RESOURCE,
  kind: 'GUIDE',
  title: 'Chairs in a circle',
  lang: 'en',
  outcome: 'You can lead a talk.',
  summary: 'How to lead a talk.',
  body: '# Begin\n\nSit **down**.',
  licence: 'CC_BY',
  authors: ['Anna Maj'],
  subjects: ['CLASS_TEACHING'],
};
const FIELDS = `id slug state title versionNo version topics { slug } owner { type name }
  shown { no title body bodyHtml } open { no state changes title remarks { field text } } versions { no title }
  viewerCan { edit submit takeBack review outdate withdraw restore discard }`;

interface Seen {
  id: string;
  slug: string;
  state: string;
  title: string;
  versionNo: number;
  version: number;
  topics: { slug: string }[];
  owner: { type: string; name: string };
  shown: { no: number; title: string; body: string; bodyHtml: string } | null;
  open: { no: number; state: string; changes: string; title: string; remarks: { field: string; text: string }[] } | null;
  versions: { no: number; title: string }[];
  viewerCan: Record<string, boolean>;
}

describe('resources', () => {
  let world: World;
  let make: ReturnType<typeof factories>;
  let countyId: string;
  let networkId: string;
  const people: Record<string, string | null> = { visitor: null };

  beforeAll(async () => {
    world = await startWorld();
    make = factories(world.services.db);
    const place = await countyTree(world.services.db);
    countyId = place.countyId;
    const other = await countyTree(world.services.db);
    const centreId = await make.centre({ territoryId: countyId });
    const structureId = await make.structure({ centreId });
    const schoolId = await make.school({ countyId });
    networkId = await make.network({ countyId, promoted: false, name: 'Circle' });
    const appoint = async (who: string, role: Role, scopeType: string, scopeId: string, county: string | null) => {
      people[who] = await make.person({ name: who });
      await make.appointment({ personId: people[who], role, scopeType, scopeId, countyId: county });
    };
    for (const who of ['teacher', 'member']) people[who] = await make.person({ name: who });
    await make.member({ networkId, countyId, personId: people['member'] ?? '' });
    await appoint('coordinator', 'NC', 'NETWORK', networkId, countyId);
    await appoint('structureHead', 'SH', 'STRUCTURE', structureId, countyId);
    await appoint('centreHead', 'CH', 'CENTRE', centreId, countyId);
    await appoint('council', 'CM', 'CENTRE', centreId, countyId);
    await appoint('principal', 'SP', 'SCHOOL', schoolId, countyId);
    await appoint('county', 'CC', 'COUNTY', countyId, countyId);
    await appoint('foreignCounty', 'CC', 'COUNTY', other.countyId, other.countyId);
    await appoint('region', 'RC', 'REGION', place.regionId, null);
    await appoint('admin', 'AD', 'EVERYTHING', '00000000-0000-0000-0000-000000000000', null);
    for (const owner of [{ networkId }, { structureId }, { centreId }, { schoolId }, {}])
      for (const state of ['DRAFT', 'PUBLISHED', 'OUTDATED', 'WITHDRAWN'] as const)
        for (const submitted of [false, true])
          for (const visibility of ['PUBLIC', 'MEMBERS'] as const)
            for (const proposedBy of [null, people['teacher']])
              if (visibility === 'PUBLIC' || 'networkId' in owner)
                await make.resource({
                  territoryId: countyId,
                  ...owner,
                  state,
                  submitted: submitted && state === 'DRAFT',
                  visibility,
                  proposedBy,
                });
  });
  afterAll(() => world.close());

  const as = (who: string) => world.as(people[who] ?? null);

  it('are seen in lists by exactly those who may read their pages', async () => {
    const rows = await world.services.db.rows<ResourceRow>(resourceStatement('true'));
    const seen: Record<string, number> = {};
    for (const [who, personId] of Object.entries(people)) {
      const viewer = personId === null ? ANONYMOUS : await personaOf(world.services, personId);
      const ctx = world.app.contextFor({ viewer });
      const listed = await readableResources(
        ctx,
        rows.map(({ id }) => id),
      );
      const pages = rows.filter((row) => canReadResource(viewer, row)).map(({ id }) => id);
      expect([who, [...listed].toSorted()]).toEqual([who, pages.toSorted()]);
      seen[who] = pages.length;
    }
    expect(new Set(Object.values(seen)).size).toBeGreaterThan(5);
    expect(seen['visitor']).toBeLessThan(seen['member'] ?? 0);
  });

  async function change(who: string, mutation: string, input: object): Promise<{ resource: Seen | null; codes: string[]; error?: string }> {
    const type = `${mutation === 'createResource' ? 'CreateResource' : mutation === 'saveResource' ? 'SaveResource' : mutation === 'returnResource' ? 'ReturnResource' : 'ResourceAct'}Input`;
    const { data, errors } = await as(who)<Record<string, { resource: Seen | null; userErrors: { code: string; path: string[] }[] }>>(
      `mutation($input: ${type}!) { ${mutation}(input: $input) { resource { ${FIELDS} } userErrors { code path } } }`,
      { input },
    );
    const answer = data?.[mutation];
    const error = errors?.[0]?.extensions?.code as string | undefined;
    return {
      resource: answer?.resource ?? null,
      codes: answer?.userErrors.map(({ code, path }) => `${path.join('.')}: ${code}`) ?? [],
      ...(error && { error }),
    };
  }
  const home = async (who: string) =>
    (
      await as(who)<{ home: { items: { kind: string; title: string | null; count: number; path: string }[] } }>(
        '{ home { items { kind title count path } } }',
      )
    ).data.home.items;
  const read = async (who: string, id: string): Promise<Seen | null> =>
    (await as(who)<{ resource: Seen | null }>(`query($id: ID!) { resource(id: $id) { ${FIELDS} } }`, { id })).data.resource;

  it('go from a draft through remarks to a page that stays while the next version is reviewed', async () => {
    const input = {
      ownerType: 'NETWORK',
      ownerId: toGlobalId('Network', networkId),
      kind: 'GUIDE',
      title: 'Chairs in a circle',
      lang: 'en',
    };
    expect((await change('teacher', 'createResource', input)).error).toBe('NOT_FOUND');
    const { resource: begun } = await change('member', 'createResource', { ...input, clientMutationId: 'one' });
    expect((await change('member', 'createResource', { ...input, clientMutationId: 'one' })).resource?.id).toBe(begun?.id);
    expect([begun?.slug, begun?.state, begun?.owner]).toEqual(['chairs-in-a-circle', 'DRAFT', { type: 'NETWORK', name: 'Circle' }]);
    const id = begun?.id ?? '';
    expect(await read('coordinator', id)).toBeNull();

    // What is missing is said where it is missing.
    expect((await change('member', 'submitResource', { id, expectedVersion: 1 })).codes).toContain('content.outcome: REQUIRED');
    const topic = await make.insert('topics', { id: newId(), slug: 'circles', names: '{"en": "Circles"}', search: 'circles' });
    const saved = await change('member', 'saveResource', {
      id,
      expectedVersion: 1,
      changes: '',
      content: { ...CONTENT, topicIds: [toGlobalId('Topic', topic)] },
    });
    expect([saved.resource?.topics, saved.resource?.open?.state, saved.resource?.version]).toEqual([[{ slug: 'circles' }], 'DRAFT', 2]);
    const submitted = await change('member', 'submitResource', { id, expectedVersion: 2 });
    expect(submitted.resource?.viewerCan).toMatchObject({ edit: false, submit: false, takeBack: true, review: false });
    expect((await change('member', 'publishResource', { id, expectedVersion: 3 })).error).toBe('FORBIDDEN');
    expect((await change('member', 'saveResource', { id, expectedVersion: 3, changes: '', content: CONTENT })).codes).toEqual([
      ': RESOURCE_STATE',
    ]);
    const remarks = [{ field: 'title', text: 'Which class?' }];
    const returned = await change('coordinator', 'returnResource', { id, expectedVersion: 3, remarks });
    expect(returned.codes).toEqual([]);
    expect((await read('member', id))?.open).toMatchObject({ state: 'DRAFT', remarks });
    // A draft again, it is its writer's alone.
    expect(await read('coordinator', id)).toBeNull();
    await change('member', 'submitResource', { id, expectedVersion: 4 });
    expect((await change('coordinator', 'publishResource', { id, expectedVersion: 3 })).error).toBe('CONFLICT');
    const published = await change('coordinator', 'publishResource', { id, expectedVersion: 5 });
    expect(published.resource).toMatchObject({
      state: 'PUBLISHED',
      shown: { no: 1, bodyHtml: expect.stringContaining('<strong>down</strong>') },
    });

    // The next version waits beside the page.
    const next = { ...CONTENT, title: 'Chairs in two circles' };
    await change('member', 'saveResource', { id, expectedVersion: 6, changes: 'A second circle', content: next });
    await change('member', 'submitResource', { id, expectedVersion: 7 });
    expect(await read('visitor', id)).toMatchObject({ title: 'Chairs in a circle', open: null, versions: [{ no: 1 }] });
    expect((await read('coordinator', id))?.open).toMatchObject({ no: 2, changes: 'A second circle', title: 'Chairs in two circles' });
    await change('coordinator', 'publishResource', { id, expectedVersion: 8 });
    expect(await read('visitor', id)).toMatchObject({
      title: 'Chairs in two circles',
      versionNo: 2,
      topics: [],
      versions: [{ no: 2 }, { no: 1 }],
    });
  });

  it('are told of to those who review them, and back to who sent them', async () => {
    const addressOf = async (who: string) =>
      (await world.services.db.row<{ email: string }>('SELECT email FROM people WHERE id = $1', [people[who]]))?.email ?? '';
    const mailsTo = async (to: string) => (await world.services.mailer.kept()).filter((mail) => mail.to === to).reverse();
    const told = async (who: string, since: number) => (await mailsTo(await addressOf(who))).slice(since).map(({ subject }) => subject);
    await world.runJobs();
    const [before, own] = [(await told('coordinator', 0)).length, (await told('member', 0)).length];
    const id = toGlobalId(
      'Resource',
      await make.resource({
        territoryId: countyId,
        networkId,
        state: 'DRAFT',
        title: 'Maps',
        proposedBy: people['member'] ?? '',
        ...(CONTENT as object),
      }),
    );
    await change('member', 'submitResource', { id, expectedVersion: 1 });
    await world.runJobs();
    expect(await told('coordinator', before)).toEqual(['“Chairs in a circle” waits for your review']);
    expect((await home('coordinator')).filter(({ kind }) => kind === 'DECIDE_RESOURCES')).toMatchObject([
      { count: expect.any(Number) as number, path: '/approvals' },
    ]);
    await change('coordinator', 'returnResource', { id, expectedVersion: 2, remarks: [{ field: 'title', text: 'Which class?' }] });
    await world.runJobs();
    const [mail] = (await mailsTo(await addressOf('member'))).slice(own);
    expect([mail?.subject, mail?.text]).toEqual([
      '“Chairs in a circle” was given back with remarks',
      expect.stringContaining('Title: “Which class?”'),
    ]);
    expect((await home('member')).filter(({ kind }) => kind === 'RESOURCE_RETURNED')).toMatchObject([
      { title: 'Chairs in a circle', count: 1, path: expect.stringContaining('/edit') as string },
    ]);
    await change('member', 'submitResource', { id, expectedVersion: 3 });
    await change('coordinator', 'publishResource', { id, expectedVersion: 4 });
    await world.runJobs();
    expect(await told('member', own + 1)).toEqual(['“Chairs in a circle” is published']);
  });

  it('keep from others what was for members before it was public', async () => {
    const id = await make.resource({
      territoryId: countyId,
      networkId,
      visibility: 'MEMBERS',
      title: 'Names of pupils',
      proposedBy: people['member'] ?? '',
    });
    const globalId = toGlobalId('Resource', id);
    expect(await read('visitor', globalId)).toBeNull();
    await change('member', 'saveResource', { id: globalId, expectedVersion: 1, changes: 'Without names', content: CONTENT });
    await change('member', 'submitResource', { id: globalId, expectedVersion: 2 });
    await change('coordinator', 'publishResource', { id: globalId, expectedVersion: 3 });
    expect((await read('visitor', globalId))?.versions.map(({ no }) => no)).toEqual([2]);
    expect((await read('coordinator', globalId))?.versions.map(({ no }) => no)).toEqual([2, 1]);
  });

  it('are warned of, withdrawn and put back', async () => {
    const id = toGlobalId(
      'Resource',
      await make.resource({ territoryId: countyId, title: 'Old plan', proposedBy: people['teacher'] ?? '' }),
    );
    expect((await change('teacher', 'markOutdated', { id, expectedVersion: 1 })).resource?.state).toBe('OUTDATED');
    expect((await change('teacher', 'confirmCurrent', { id, expectedVersion: 2 })).error).toBe('FORBIDDEN');
    expect((await change('county', 'confirmCurrent', { id, expectedVersion: 2 })).resource?.state).toBe('PUBLISHED');
    await change('teacher', 'withdrawResource', { id, expectedVersion: 3 });
    expect([await read('visitor', id), (await read('county', id))?.viewerCan['restore'], (await read('teacher', id))?.state]).toEqual([
      null,
      true,
      'WITHDRAWN',
    ]);
    expect((await change('county', 'restoreResource', { id, expectedVersion: 4 })).resource?.state).toBe('PUBLISHED');
    expect((await change('county', 'restoreResource', { id, expectedVersion: 5 })).codes).toEqual([': RESOURCE_STATE']);
  });
});
