import { bytesSource, DEFAULT_CSV_LIMITS } from '../../platform/csv/index.js';
import { startWorld, type World } from '../../testing/world.js';
import { territoriesImport } from './commands/import-territories.js';

let world: World;

describe('territory queries', () => {
  beforeAll(async () => {
    world = await startWorld();
    const rows = [
      'code,kind,name,name el,parent_code,lang,valid to',
      'AA,COUNTRY,Country,Χώρα,,en,',
      'R1,REGION,Łęgi,,AA,pl,',
      'C1,COUNTY,Northshore,Βόρεια Ακτή,R1,en,',
      'C2,COUNTY,Southbay,Νότιος Όρμος,R1,en,',
      'C3,COUNTY,Old North,,R1,en,2020-12-31',
      'M1,MUNICIPALITY,Town,Πόλη,C1,en,',
    ];
    await territoriesImport.run(world.services, {
      source: bytesSource(Buffer.from(rows.join('\n'))),
      limits: DEFAULT_CSV_LIMITS,
      execute: true,
      runId: '0197a000-0000-7000-8000-000000000001',
      by: 'operator',
      params: { lang: null, county: null },
    });
  });
  afterAll(() => world.close());

  interface Item {
    code: string;
  }
  interface List {
    edges: { node: Item }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  }
  const codes = (list: List): string[] => list.edges.map(({ node }) => node.code);
  const PICK = `query ($first: Int!, $after: String, $kind: TerritoryKind, $within: ID, $search: String) {
  territories(first: $first, after: $after, kind: $kind, within: $within, search: $search) { edges { node { code } } pageInfo { hasNextPage endCursor } } }`;
  const pick = async (variables: Record<string, unknown>): Promise<List> =>
    (await world.as(null)<{ territories: List }>(PICK, { first: 10, ...variables })).data.territories;

  it('shows a territory by code, slug and id, with what it lies in and what lies in it', async () => {
    const query = `query ($id: ID, $code: String, $slug: String) { territory(id: $id, code: $code, slug: $slug) {
    id kind code slug name { lang text } names { lang text } state ancestors { code } children(first: 5) { edges { node { code state } } } } }`;
    const { data } = await world.as(null)<{ territory: { id: string } }>(query, { code: 'r1' });
    expect(data.territory).toMatchObject({
      kind: 'REGION',
      code: 'R1',
      slug: 'legi',
      name: { lang: 'pl', text: 'Łęgi' },
      names: [{ lang: 'pl', text: 'Łęgi' }],
      state: 'CURRENT',
      ancestors: [{ code: 'AA' }],
      children: {
        edges: [
          { node: { code: 'C1', state: 'CURRENT' } },
          { node: { code: 'C3', state: 'ENDED' } },
          { node: { code: 'C2', state: 'CURRENT' } },
        ],
      },
    });
    expect((await world.as(null)(query, { id: data.territory.id })).data).toEqual(data);
    expect((await world.as(null)(query, { slug: 'legi' })).data).toEqual(data);
    expect((await world.as(null)(query, { id: 'Territory_x' })).data).toEqual({ territory: null });
    expect((await world.as(null)(query, { code: 'R1', slug: 'legi' })).errors?.[0]?.extensions?.code).toBe('BAD_REQUEST');
  });

  it('finds current territories by beginnings of words, forgiving accents, case and script', async () => {
    expect(codes(await pick({ search: 'ΒΟΡ' }))).toEqual(['C1']);
    expect(codes(await pick({ search: 'legi' }))).toEqual(['R1']);
    expect(codes(await pick({ search: 'north' }))).toEqual(['C1']);
    expect(codes(await pick({ search: 'orth' }))).toEqual([]);
    expect(codes(await pick({ search: '%' }))).toHaveLength(5);
    expect(codes(await pick({ kind: 'COUNTY' }))).toEqual(['C1', 'C2']);
  });

  it('pages by keyset and within a territory, and refuses a forged cursor', async () => {
    const { data } = await world.as(null)<{ territory: { id: string } }>('{ territory(code: "C1") { id } }');
    expect(codes(await pick({ within: data.territory.id }))).toEqual(['M1']);
    const first = await pick({ first: 3 });
    const rest = await pick({ first: 3, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...codes(first), ...codes(rest)]).toEqual(codes(await pick({})));
    const forged = await world.as(null)(PICK, { first: 3, after: 'WyJhIl0.AAAAAAAAAAAAAAAA' });
    expect(forged.errors?.[0]?.extensions?.code).toBe('BAD_REQUEST');
  });

  it('runs as many statements for many territories as for one', async () => {
    const query =
      'query ($first: Int!) { territories(first: $first) { edges { node { ancestors { code } children(first: 2) { edges { node { code } } } } } } }';
    const counts: number[] = [];
    for (const first of [3, 5]) {
      const rows = countStatements(world);
      await world.as(null)(query, { first });
      counts.push(rows.calls());
      rows.restore();
    }
    expect(counts[1]).toBe(counts[0]);
  });

  /** Counts the statements that reads send. */
  function countStatements({ services: { db } }: World): { calls(): number; restore(): void } {
    const real = db.rows;
    let calls = 0;
    db.rows = (text, values) => {
      calls += 1;
      return real(text, values);
    };
    return {
      calls: () => calls,
      restore: () => {
        db.rows = real;
      },
    };
  }
});
