import { searchText } from '@stoa/domain';
import { countyTree, factories } from '../../testing/factories.js';
import { startWorld, type World } from '../../testing/world.js';

let world: World;
let tree: Awaited<ReturnType<typeof countyTree>>;

describe('directory', () => {
  beforeAll(async () => {
    world = await startWorld();
    const { db } = world.services;
    const make = factories(db);
    tree = await countyTree(db);
    await db.row(`UPDATE territories SET slug = 'harbour', names = '{"el": "Λιμάνι"}', lang = 'el', search = $2 WHERE id = $1`, [
      tree.municipalityId,
      searchText(['Λιμάνι']),
    ]);
    const neighbour = await make.territory({ kind: 'COUNTY', parentId: tree.regionId });
    const elsewhere = await countyTree(db);
    const centre = await make.centre({ territoryId: tree.countyId });
    const names = {
      near: await make.structure({ centreId: centre, name: 'B near', municipalityId: tree.municipalityId }),
      county: await make.structure({ centreId: centre, name: 'A county' }),
    };
    const regional = await make.structure({
      centreId: await make.centre({ territoryId: tree.regionId, kind: 'REGIONAL' }),
      name: 'Regional',
    });
    const partner = await make.structure({ centreId: await make.centre({ territoryId: neighbour }), name: 'Partner' });
    const far = await make.structure({ centreId: await make.centre({ territoryId: elsewhere.countyId }), name: 'Far' });
    const wide = await make.structure({ centreId: centre, name: 'Wide', municipalityId: tree.municipalityId });
    const topic = async (slug: string) => (await db.row<{ id: string }>('SELECT id FROM topics WHERE slug = $1', [slug]))?.id;
    for (const id of [names.near, names.county, regional, partner, far]) {
      await db.row('INSERT INTO structure_topics (structure_id, topic_id, note) VALUES ($1, $2, $3)', [
        id,
        await topic('reading-difficulties'),
        { en: 'From age 6' },
      ]);
    }
    await db.row('INSERT INTO structure_topics (structure_id, topic_id) VALUES ($1, $2)', [wide, await topic('learning-difficulties')]);
    await db.row(`UPDATE structures SET audiences = '{TEACHERS}' WHERE id = $1`, [names.county]);
    await make.school({ countyId: tree.countyId, territoryId: tree.municipalityId, name: 'Harbour Primary 7' });
  });
  afterAll(() => world.close());

  interface Answers {
    helpAnswers: {
      edges: { node: { structure: { name: { text: string } }; distance: string | null; exact: boolean; forAudience: boolean } }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  }
  const ASK = `query($first: Int!, $topic: String, $place: String, $audience: Audience, $after: String) { helpAnswers(first: $first, topic: $topic, place: $place, audience: $audience, after: $after) {
  edges { node { distance exact forAudience note { text } topic { slug } where { name { text } } structure { name { text } openNow { state } } } } pageInfo { endCursor hasNextPage } } }`;
  const ask = async (variables: Record<string, unknown>) => world.as(null)<Answers>(ASK, { first: 20, ...variables });
  const named = (answer: { data: Answers }) =>
    answer.data.helpAnswers.edges.map(({ node }) => `${node.structure.name.text} ${node.distance}`);

  it('ranks who helps: the topic itself first, then the nearest', async () => {
    expect(named(await ask({ topic: 'reading-difficulties', place: 'harbour' }))).toEqual([
      'B near MUNICIPALITY',
      'A county COUNTY',
      'Regional REGION',
      'Partner NEIGHBOUR',
      'Wide MUNICIPALITY',
    ]);
    expect(named(await ask({ topic: 'learning-difficulties', place: 'harbour' }))).toEqual([
      'B near MUNICIPALITY',
      'Wide MUNICIPALITY',
      'A county COUNTY',
      'Regional REGION',
      'Partner NEIGHBOUR',
    ]);
    expect(named(await ask({ topic: 'reading-difficulties' }))).toHaveLength(6);
  });

  it('keeps to the audience, and pages', async () => {
    const parents = await ask({ topic: 'reading-difficulties', place: 'harbour', audience: 'PARENTS' });
    expect(named(parents)).not.toContain('A county COUNTY');
    const teachers = await ask({ topic: 'reading-difficulties', place: 'harbour', audience: 'TEACHERS' });
    expect(teachers.data.helpAnswers.edges.find(({ node }) => node.structure.name.text === 'A county')?.node.forAudience).toBe(true);
    const first = await ask({ topic: 'reading-difficulties', place: 'harbour', first: 2 });
    expect(first.data.helpAnswers.pageInfo.hasNextPage).toBe(true);
    expect(named(await ask({ topic: 'reading-difficulties', place: 'harbour', after: first.data.helpAnswers.pageInfo.endCursor }))).toEqual(
      ['Regional REGION', 'Partner NEIGHBOUR', 'Wide MUNICIPALITY'],
    );
  });

  it('finds places in any script, and says where a school lies', async () => {
    const find = async (search: string) =>
      (
        await world.as(null)<{ places: { edges: { node: { key: string; kind: string; county: { id: string } } }[] } }>(
          'query($s: String!) { places(first: 5, search: $s) { edges { node { key kind county { id } municipality { slug } } } } }',
          { s: search },
        )
      ).data.places.edges.map(({ node }) => `${node.kind} ${node.key}`);
    expect(await find('λιμανι')).toEqual(['MUNICIPALITY harbour']);
    expect(await find('LIMANI')).toEqual(['MUNICIPALITY harbour']);
    const [school] = await find('harbour prim');
    expect(school).toMatch(/^SCHOOL school\.school-/);
    const near = await ask({ topic: 'reading-difficulties', place: school?.split(' ')[1] });
    expect(named(near)[0]).toBe('B near MUNICIPALITY');
    expect((await ask({ place: 'nowhere' })).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});
