import { ANONYMOUS } from '../../platform/authorize.js';
import { type LibraryWorld, libraryWorld } from '../../testing/library-world.js';
import { personaOf } from '../../testing/personas.js';
import type { World } from '../../testing/world.js';
import { canReadResource } from '../resources/index.js';
import { type Facet, FACETS, facetValues } from './facets.js';
import { rebuildLibrary, verifyLibrary } from './index/rebuild.js';
import { takeInResources } from './index/take-in-resources.js';

const QUERY = `query($query: String, $filter: LibraryFilter, $first: Int!, $after: String) { library(first: $first, after: $after, query: $query, filter: $filter) {
  totalCount otherLanguages firstLanguage meant loose edges { cursor node { slug title lang } excerpt { text found } } pageInfo { hasNextPage endCursor }
  facets { facet values { value count name chosen } } } }`;

interface Page {
  totalCount: number;
  otherLanguages: number;
  firstLanguage: string;
  meant: string | null;
  loose: boolean;
  edges: { cursor: string; node: { slug: string; title: string; lang: string }; excerpt: { text: string; found: boolean }[] }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  facets: { facet: Facet; values: { value: string; count: number; name: string | null; chosen: boolean }[] }[];
}

describe('the library', () => {
  let world: World;
  let make: LibraryWorld['make'];
  let networkId: string;
  let countyId: string;
  let people: LibraryWorld['people'];
  let rows: LibraryWorld['rows'];

  beforeAll(async () => {
    ({ world, make, networkId, countyId, people, rows } = await libraryWorld());
  });
  afterAll(() => world.close());

  const ask = async (who: string, variables: object): Promise<Page> => {
    const { data, errors } = await world.as(people[who] ?? null)<{ library: Page }>(QUERY, { first: 20, ...variables });
    expect(errors).toBeUndefined();
    return data.library;
  };
  const all = async (who: string, variables: object): Promise<string[]> => {
    const slugs: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Page = await ask(who, { ...variables, first: 50, after });
      slugs.push(...page.edges.map(({ node }) => node.slug));
      if (!page.pageInfo.hasNextPage) return slugs.toSorted();
      after = page.pageInfo.endCursor;
    }
  };
  const valuesOf = (row: (typeof rows)[number]): Record<Facet, string[]> => {
    const values = facetValues({ ...row, network_id: row.network_slug, centre_id: row.centre_slug });
    const found = Object.fromEntries(FACETS.map((facet) => [facet, [] as string[]])) as unknown as Record<Facet, string[]>;
    for (const [facet, value] of values) found[facet].push(value);
    return found;
  };
  const readable = async (who: string): Promise<typeof rows> => {
    const id = people[who] ?? null;
    const viewer = id === null ? ANONYMOUS : await personaOf(world.services, id);
    return rows.filter((row) => (row.state === 'PUBLISHED' || row.state === 'OUTDATED') && canReadResource(viewer, row));
  };

  const FIELDS: Record<Facet, string> = {
    ...{ TOPIC: 'topics', SUBJECT: 'subjects', LEVEL: 'levels', KIND: 'kinds', LANGUAGE: 'languages', MINUTES: 'minutes' },
    ...{ LICENCE: 'licences', NETWORK: 'networks', CENTRE: 'centres' },
  };
  const CHOICES: Partial<Record<Facet, string[]>>[] = [
    {},
    { KIND: ['GUIDE'] },
    { LANGUAGE: ['en', 'pl'], MINUTES: ['UP_TO_60'] },
    { TOPIC: ['garden'], LANGUAGE: ['en', 'el'], SUBJECT: ['MATHEMATICS', 'HISTORY', 'ART'] },
    { CENTRE: ['no-such-centre'] },
  ];

  it('gives everybody exactly what they may read, and counts exactly that, whatever is sought and chosen', async () => {
    const totals: Record<string, number> = {};
    for (const who of Object.keys(people)) {
      const mine = await readable(who);
      for (const choice of CHOICES)
        for (const word of ['', 'bees']) {
          const fitting = mine.filter(({ title }) => word === '' || title.includes(word));
          const passes = (row: (typeof rows)[number], but?: Facet): boolean =>
            Object.entries(choice).every(
              ([facet, chosen]) => facet === but || valuesOf(row)[facet as Facet].some((value) => chosen.includes(value)),
            );
          const variables = {
            query: word,
            filter: Object.fromEntries(Object.entries(choice).map(([facet, chosen]) => [FIELDS[facet as Facet], chosen])),
          };
          const page = await ask(who, variables);
          const expected = fitting.filter((row) => passes(row)).map(({ slug }) => slug);
          expect([who, choice, word, await all(who, variables)]).toEqual([who, choice, word, expected.toSorted()]);
          expect([who, choice, word, page.totalCount]).toEqual([who, choice, word, expected.length]);
          totals[`${who} ${word} ${JSON.stringify(choice)}`] = expected.length;
          for (const facet of FACETS) {
            const counts: Record<string, number> = {};
            for (const row of fitting.filter((each) => passes(each, facet)))
              for (const value of valuesOf(row)[facet]) counts[value] = (counts[value] ?? 0) + 1;
            const told = page.facets.find((each) => each.facet === facet)?.values ?? [];
            expect([who, choice, word, facet, Object.fromEntries(told.map(({ value, count }) => [value, count]))]).toEqual([
              who,
              choice,
              word,
              facet,
              counts,
            ]);
          }
        }
    }
    expect(totals['visitor  {}']).toBeLessThan(totals['member  {}'] ?? 0);
    expect(totals['member  {}']).toBeLessThan(totals['admin  {}'] ?? 0);
    expect(totals['teacher  {}']).toBeGreaterThan(totals['visitor  {}'] ?? 0);
    expect(await verifyLibrary(world.services)).toBe(0);
  });

  it('puts the reader’s language first, and pages without gaps', async () => {
    const page = await ask('visitor', { query: 'bees', first: 100 });
    const langs = page.edges.map(({ node }) => node.lang);
    expect(langs.indexOf('en')).toBe(0);
    expect(langs.lastIndexOf('en')).toBeLessThan(langs.findIndex((lang) => lang !== 'en'));
    expect(page.otherLanguages).toBe(langs.filter((lang) => lang !== 'en').length);
    expect(page.edges[0]?.excerpt.some(({ text }) => text.includes('school') || text.includes('roof'))).toBe(true);
    const forged = await world.as(null)(QUERY, { first: 5, after: 'forged' });
    expect(forged.errors?.[0]?.extensions?.code).toBe('BAD_REQUEST');
  });

  it('knows a change at once where it takes something away, and within its job where it adds', async () => {
    const { db } = world.services;
    const id = await make.resource({ territoryId: countyId, networkId, title: 'Zephyrology for beginners', lang: 'en' });
    const total = async (query: string) => (await ask('visitor', { query })).totalCount;
    expect(await total('zephyrology')).toBe(0);
    await takeInResources(world.services);
    expect(await total('zephyrology')).toBe(1);
    expect((await ask('visitor', { query: 'zephirology' })).meant).toBe('zephyrology');
    // A title that changed.
    await db.row("UPDATE resources SET title = 'Aerology for beginners' WHERE id = $1", [id]);
    await takeInResources(world.services);
    expect([await total('aerology'), await total('zephyrology')]).toEqual([1, 0]);
    // What members alone may read leaves no trace: neither in results, nor in counts, suggestions or what was meant.
    const before = await ask('visitor', {});
    await db.row("UPDATE resources SET visibility = 'MEMBERS' WHERE id = $1", [id]);
    for (let round = 0; round < 2; round++) {
      expect(await total('aerology')).toBe(0);
      expect((await ask('visitor', { query: 'aerolgy' })).meant).toBeNull();
      const suggested = await world.as(null)<{ librarySuggestions: { text: string }[] }>(
        '{ librarySuggestions(query: "aerol", first: 5) { text } }',
      );
      expect(suggested.data.librarySuggestions).toEqual([]);
      expect((await ask('visitor', {})).totalCount).toBe(before.totalCount - 1);
      await takeInResources(world.services);
    }
    expect((await ask('member', { query: 'aerolgy' })).meant).toBe('aerology');
    const suggested = await world.as(people['member'] ?? null)<{ librarySuggestions: { text: string }[] }>(
      '{ librarySuggestions(query: "aerol", first: 5) { text } }',
    );
    expect(suggested.data.librarySuggestions.map(({ text }) => text)).toEqual(['Aerology for beginners']);
    await db.row("UPDATE resources SET state = 'WITHDRAWN' WHERE id = $1", [id]);
    expect((await ask('member', { query: 'aerology' })).totalCount).toBe(0);
    expect(await verifyLibrary(world.services)).toBe(0);
    expect(await db.row("SELECT 1 FROM library_words WHERE stem LIKE 'zephyrolog%'")).toBeNull();
  });

  it('is found by the names of topics in any language, and follows their change', async () => {
    expect((await ask('visitor', { query: 'κυψέλη' })).totalCount).toBeGreaterThan(0);
    expect((await ask('visitor', { query: 'apiary' })).totalCount).toBeGreaterThan(0);
    await world.services.db.row(`UPDATE topics SET synonyms = '{"en": ["skep"]}' WHERE slug = 'hives'`);
    await takeInResources(world.services);
    expect((await ask('visitor', { query: 'skeps' })).totalCount).toBeGreaterThan(0);
    expect((await ask('visitor', { query: 'apiary' })).totalCount).toBe(0);
  });

  it('shows what topics of one’s networks lead to, unless one does not want it', async () => {
    const member = people['member'] ?? '';
    const reasons = async (who: string) =>
      (
        await world.as(people[who] ?? null)<{
          libraryReasons: { networkName: string; resources: { lang: string; topics: { slug: string }[] }[] }[];
        }>('{ libraryReasons { networkName resources { lang topics { slug } } } }')
      ).data.libraryReasons;
    const found = await reasons('member');
    expect(found).toHaveLength(1);
    expect(found[0]?.resources.length).toBeGreaterThan(0);
    for (const { lang, topics } of found[0]?.resources ?? [])
      expect([lang, topics.some(({ slug }) => ['hives', 'garden'].includes(slug))]).toEqual(['en', true]);
    expect(await reasons('teacher')).toEqual([]);
    await world.services.db.row(`UPDATE people SET preferences = '{"recommendations": false}' WHERE id = $1`, [member]);
    expect(await reasons('member')).toEqual([]);
    expect((await world.as(null)('{ libraryReasons { networkId } }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('is made anew by a command that can be stopped and goes on', async () => {
    await world.services.db.row('DELETE FROM resource_words');
    const stop = new AbortController();
    stop.abort();
    const stopped = await rebuildLibrary(world.services, { signal: stop.signal });
    expect(stopped.done).toBe(0);
    const progress: number[] = [];
    const rebuilt = await rebuildLibrary(world.services, { resume: true, onProgress: ({ done }) => progress.push(done) });
    expect([rebuilt.done, progress.at(-1)]).toEqual([rebuilt.all, rebuilt.all]);
    expect(await all('visitor', {})).toEqual((await readable('visitor')).map(({ slug }) => slug).toSorted());
  });

  it.each([
    ['operators', '& | ! <-> :* ( ) \' " \\'],
    ['emoji', '🐝🐝 😀'],
    ['a tsquery', "bees' | 'trees':*"],
    ['punctuation', '... --- ???'],
    ['U+0000 and halves of pairs', 'bees\u0000 \ud800'],
    ['one letter', 'b'],
    ['right to left', '\u202ebees\u202c'],
    ['two hundred words of one letter', 'a '.repeat(100)],
    ['a long word', 'b'.repeat(200)],
    ['like', '%_%'],
  ])('takes %s as a query without harm', async (_name, query) => {
    const { data, errors } = await world.as(null)<{ library: Page }>(QUERY, { first: 5, query });
    expect(errors).toBeUndefined();
    expect(data.library.totalCount).toBeGreaterThanOrEqual(0);
    const suggested = await world.as(null)('query($query: String!) { librarySuggestions(query: $query, first: 5) { id } }', { query });
    expect(suggested.errors).toBeUndefined();
  });

  it('refuses a query of 10,000 characters, a page too large, and too much that is chosen', async () => {
    for (const variables of [
      { first: 5, query: 'x'.repeat(10_000) },
      { first: 101 },
      { first: 5, filter: { topics: Array.from({ length: 51 }, () => 'x') } },
    ])
      expect((await world.as(null)(QUERY, variables)).errors?.[0]?.extensions?.code).toBe('BAD_REQUEST');
  });
});
