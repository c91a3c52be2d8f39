import { LANGUAGES } from '@stoa/domain';
import { countyTree, factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { takeInResources } from '../index/take-in-resources.js';
import { libraryReach } from '../library.policy.js';
import { library } from '../queries/library.queries.js';
import { ANONYMOUS } from '../../../platform/authorize.js';
import { SEARCH_SET } from './corpus.js';
import { DIFFICULTIES, SET_QUERIES, type SetQuery } from './queries.js';

describe('the search test set', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    const make = factories(world.services.db);
    const { countyId } = await countyTree(world.services.db);
    for (const [index, { lang, title, summary }] of SEARCH_SET.entries())
      await make.resource({
        territoryId: countyId,
        lang,
        title,
        summary,
        at: `2026-01-${String((index % 28) + 1).padStart(2, '0')}T08:00:00Z`,
      });
    await takeInResources(world.services);
  });
  afterAll(() => world.close());

  it('is found in the first ten', async () => {
    expect(SET_QUERIES.length).toBeGreaterThanOrEqual(200);
    expect(SEARCH_SET.length).toBeGreaterThanOrEqual(400);
    expect(libraryReach(ANONYMOUS).all).toBe(false);
    const missed: string[] = [];
    const found: boolean[] = [];
    for (const { lang, query, theme } of SET_QUERIES) {
      const ctx = { ...world.app.contextFor({ viewer: ANONYMOUS }), lang };
      const page = await library(ctx, { first: 10, after: null, query, filter: {} });
      const wanted = SEARCH_SET.find((resource) => resource.lang === lang && resource.theme === theme)?.title;
      const place = page.edges.findIndex(({ node }) => node.lang === lang && node.title === wanted);
      found.push(place >= 0);
      if (place < 0)
        missed.push(
          `${lang} ${query} → ${wanted ?? '?'} (${page.totalCount} found, meant ${page.meant ?? 'nothing else'}${page.loose ? ', some words' : ''})`,
        );
    }
    const share = (of: (query: SetQuery) => boolean): { hits: number; all: number } => {
      const mine = SET_QUERIES.flatMap((query, index) => (of(query) ? [found[index] === true] : []));
      return { hits: mine.filter(Boolean).length, all: mine.length };
    };
    const line = (name: string, { hits, all }: { hits: number; all: number }): string =>
      all === 0
        ? ''
        : `${name.padEnd(20)} ${String(hits).padStart(4)} of ${String(all).padStart(4)}  ${((100 * hits) / all).toFixed(1)} %\n`;
    const whole = share(() => true);
    const lines = [
      `Found in the first ten, among ${SEARCH_SET.length} resources:\n`,
      ...LANGUAGES.map((lang) =>
        line(
          lang,
          share((query) => query.lang === lang),
        ),
      ),
      ...Object.entries(DIFFICULTIES).map(([code, name]) =>
        line(
          name,
          share(({ difficulty }) => difficulty === code),
        ),
      ),
      line('all', whole),
      ...missed.map((miss) => `missed: ${miss}\n`),
    ];
    process.stderr.write(lines.join(''));
    for (const lang of LANGUAGES) {
      const { hits, all } = share((query) => query.lang === lang);
      expect([lang, hits / all >= 0.9]).toEqual([lang, true]);
    }
    expect(whole.hits / whole.all).toBeGreaterThanOrEqual(0.95);
  });
});
