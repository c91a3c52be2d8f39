import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, WALKED, type RoleName, type WalkedRoute } from './routes.js';
import { inspect } from './support/inspect.js';
import { registeredRoutes } from './support/registered-routes.js';
import { useStage } from './support/stage.js';
import type { Lang, Theme, Visitor } from './support/visitor.js';
import { placesOf } from './support/places.js';

const LANGS: readonly Lang[] = ['en', 'el', 'pl', 'ru'];
const BOTH_WIDTHS = [1280, 390];
const isFull = process.env['STOA_TEST_FULL'] === '1';

interface Walk {
  role: RoleName;
  lang: Lang;
  theme: Theme;
  widths: readonly number[];
}

const names = Object.keys(ROLES) as RoleName[];
const EVERY_LOOK = LANGS.flatMap((lang) => (['light', 'dark'] as const).map((theme) => ({ lang, theme })));

/**
 * The main role in four languages, once in the dark, and every other role once; in a full run everything with everything.
 * In two lists, for two that walk at once.
 */
function walksOf(route: WalkedRoute, index: number): Walk[][] {
  if (isFull) {
    return [0, 1].map((part) =>
      names.filter((_, at) => at % 2 === part).flatMap((role) => EVERY_LOOK.map((look) => ({ role, ...look, widths: BOTH_WIDTHS }))),
    );
  }
  const { role: main } = route;
  const lang = LANGS[index % LANGS.length] ?? 'en';
  return [
    [...LANGS.map((each) => ({ lang: each, theme: 'light' as const })), { lang, theme: 'dark' as const }].map((look) => ({
      role: main,
      ...look,
      widths: BOTH_WIDTHS,
    })),
    names.filter((role) => role !== main).map((role) => ({ role, lang, theme: 'light', widths: [1280] })),
  ];
}

describe('every page', () => {
  const holder = useStage();
  let walkers: Visitor[];
  const analysed = new Set<string>();
  const report: { route: string; role: string; lang: string; theme: string; wrong: string[] }[] = [];
  let places: (route: WalkedRoute) => string;

  beforeAll(async () => {
    places = await placesOf(holder.stage);
    walkers = await Promise.all([holder.stage.visit(), holder.stage.visit()]);
    for (const walker of walkers) await walker.go('/about');
  }, 60_000);

  afterAll(() => {
    const results = join(import.meta.dirname, '../results');
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, isFull ? 'full.json' : 'routes.json'), JSON.stringify(report, null, 1));
  });

  it('is in the table that is walked', async () => {
    expect(WALKED.map(({ path }) => path).toSorted()).toEqual(await registeredRoutes());
  });

  it.each(WALKED.map((route, index) => ({ ...route, index })))(
    '$path stands up to a look',
    async (route) => {
      const wrong = new Map<string, string[]>();
      const lists = walksOf(route, route.index);
      const walkOn = async (visitor: Visitor, at: number) => {
        for (const { role, lang, theme, widths } of lists[at] ?? []) {
          await visitor.turnTo(lang, theme);
          await visitor.become(ROLES[role]);
          const found = await inspect(visitor, places(route), widths, analysed);
          report.push({ route: route.path, role, lang, theme, wrong: found });
          if (found.length > 0) await visitor.photograph(`${route.path} ${role} ${lang} ${theme}`);
          for (const line of found) wrong.set(line, [...(wrong.get(line) ?? []), `${role} ${lang} ${theme}`]);
        }
      };
      await Promise.all(walkers.map(walkOn));
      expect([...wrong].map(([line, seen]) => `${line} (${seen.join(', ')})`)).toEqual([]);
    },
    isFull ? 1_200_000 : 120_000,
  );
});
