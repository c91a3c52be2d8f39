import { createApp, type App } from '../../app.js';
import { noPlans } from '../../platform/graphql/plan/plans.js';
import { libraryWorld, type LibraryWorld } from '../../testing/library-world.js';
import { countStatements } from '../../testing/statements.js';
import { openSession } from '../accounts/index.js';

const PAGE = `query($first: Int!, $after: String, $query: String, $filter: LibraryFilter) {
  library(first: $first, after: $after, query: $query, filter: $filter) {
    totalCount firstLanguage otherLanguages meant loose edges { cursor excerpt { text found __typename } node { id slug name: title lang kind state visibility outcome minutes usefulCount } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } facets { facet values { value count name lang chosen } __typename } __typename } }`;
const SUGGESTIONS =
  'query($query: String!, $first: Int!) { librarySuggestions(query: $query, first: $first) { id text lang path __typename } }';

describe('plans of the library', () => {
  let l: LibraryWorld;
  let resolvers: App;
  const tokens = new Map<string, string | null>();

  beforeAll(async () => {
    l = await libraryWorld();
    resolvers = await createApp(l.world.services, {}, noPlans);
    for (const [who, id] of Object.entries(l.people))
      tokens.set(who, id === null ? null : await openSession(l.world.services.db, id, 'test'));
  }, 60_000);
  afterAll(async () => {
    await resolvers.graphql.stop();
    await l.world.close();
  });

  async function answer(app: App, who: string, query: string, variables: object, lang: string) {
    const ctx = app.contextForSession(tokens.get(who) ?? null, lang);
    const { result, statements } = await countStatements(l.world.services.db, () =>
      app.graphql.execute(ctx, { query, variables: { ...variables } }),
    );
    return { text: JSON.stringify(result), statements: statements.length };
  }

  /** What both say, which is the same, and how many statements the plan took. */
  async function both(who: string, query: string, variables: object, lang = 'en'): Promise<{ text: string; planned: number }> {
    const planned = await answer(l.world.app, who, query, variables, lang);
    const resolved = await answer(resolvers, who, query, variables, lang);
    expect([who, variables, planned.text]).toEqual([who, variables, resolved.text]);
    return { text: planned.text, planned: planned.statements };
  }

  it.each([
    { first: 5 },
    { first: 5, query: 'garden' },
    { first: 50, query: 'bees roof' },
    { first: 5, filter: { kinds: ['GUIDE'], languages: null } },
    { first: 5, query: 'trees', filter: { languages: ['en', 'pl'], minutes: ['UP_TO_60'], topics: ['garden'] } },
  ])('give every persona the same bytes for $query $filter, in one statement', async (variables) => {
    const totals = new Set<string>();
    for (const who of tokens.keys()) {
      const { text, planned } = await both(who, PAGE, variables);
      expect([who, planned]).toEqual([who, 1]);
      totals.add(text);
      const after = (JSON.parse(text) as { data: { library: { pageInfo: { endCursor: string } } } }).data.library.pageInfo.endCursor;
      expect((await both(who, PAGE, { ...variables, after })).planned).toBe(1);
    }
    expect(totals.size).toBeGreaterThan(1);
  });

  it('give every persona the same suggestions, in one statement', async () => {
    const found = new Set<string>();
    for (const who of tokens.keys())
      for (const query of ['plan', 'keeping bee', 'gard', 'ogr'])
        for (const lang of ['en', 'pl']) {
          const { text, planned } = await both(who, SUGGESTIONS, { query, first: 8 }, lang);
          expect([who, query, planned]).toEqual([who, query, 1]);
          found.add(text);
        }
    expect(found.size).toBeGreaterThan(4);
  });

  it('leave to the resolvers what one statement does not answer', async () => {
    for (const variables of [
      { first: 5, query: 'gadren' },
      { first: 5, query: 'θάλασσα' },
      { first: 5, query: '!!' },
      { first: 0 },
      { first: 101 },
      { first: 5, after: 'forged.cursor' },
      { first: 5, query: 'x'.repeat(10_000) },
      { first: 5, filter: { kinds: ['NO_KIND'] } },
      { first: 5, filter: { kinds: 'GUIDE' } },
      { first: 5, filter: { nothing: [] } },
      { first: 5, filter: { topics: ['\0'] } },
      { first: null },
    ])
      await both('teacher', PAGE, variables);
    for (const variables of [
      { query: '', first: 8 },
      { query: '!!', first: 8 },
      { query: 'x'.repeat(10_000), first: 8 },
      { query: 'a', first: 0 },
      { first: 8 },
    ])
      await both('teacher', SUGGESTIONS, variables);
    await both('teacher', '{ library(first: 2) { edges { node { title proposer { handle } } } } }', {});
    // Without a language of the request it is not known which words are sought.
    expect((await both('teacher', PAGE, { first: 5 }, '')).planned).toBeGreaterThan(1);
  });

  it('forget a right and a session the moment they end', async () => {
    const variables = { first: 1, query: 'bees' };
    const before = await both('coordinator', PAGE, variables);
    await l.world.services.db.row("UPDATE appointments SET revoked_at = '2026-11-24T08:00:00Z' WHERE person_id = $1", [
      l.people['coordinator'],
    ]);
    expect((await both('coordinator', PAGE, variables)).text).not.toBe(before.text);
    await l.world.services.db.row('UPDATE sessions SET revoked_at = now() WHERE person_id = $1', [l.people['county']]);
    const visitor = await both('visitor', PAGE, variables);
    expect((await both('county', PAGE, variables)).text).toBe(visitor.text);
  });
});
