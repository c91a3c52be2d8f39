import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_ROLES, ROLES, WALKED, type RoleName, type WalkedRoute } from './routes.js';
import { findBarriers } from './support/axe.js';
import { Analysed, inspect } from './support/inspect.js';
import { registeredRoutes } from './support/registered-routes.js';
import { useStage } from './support/stage.js';
import type { Lang, Theme, Visitor } from './support/visitor.js';
import { placesOf } from './support/places.js';

const LANGS: readonly Lang[] = ['en', 'el', 'pl', 'ru'];
const BOTH_WIDTHS = [1280, 390];
const isFull = process.env['STOA_TEST_FULL'] === '1';

/** Who looks at pages, how, and at which. */
interface Look {
  role: RoleName;
  lang: Lang;
  theme: Theme;
  pages: { route: WalkedRoute; widths: readonly number[] }[];
}

const names = Object.keys(ROLES) as RoleName[];

/** Of this many neighbours one looks at a route of another's, the next one at the next. */
const SHARING = 3;

/** Whether a role looks at a route of another's: the first roles at all of them, the others at their share. */
function isSeenBy(role: RoleName, route: WalkedRoute): boolean {
  return FIRST_ROLES.includes(role) || names.indexOf(role) % SHARING === WALKED.indexOf(route) % SHARING;
}

/**
 * A route is looked at by its main role in four languages, once in the dark and once on a narrow screen, by every other of the first roles once,
 * and by a third of the rest; in a full run, by everybody in everything. Gathered by who looks and how, since it takes longer to change that than
 * to go to another page.
 */
const looks: Look[] = names.flatMap((role, at) =>
  LANGS.flatMap((lang) =>
    (['light', 'dark'] as const).map((theme) => {
      const isOnce = lang === LANGS[at % LANGS.length];
      const pages = WALKED.flatMap((route) => {
        const isMain = route.role === role;
        if (isFull || (isMain && isOnce && theme === 'light')) return [{ route, widths: BOTH_WIDTHS }];
        const isSeen = isMain ? isOnce || theme === 'light' : isOnce && theme === 'light' && isSeenBy(role, route);
        return isSeen ? [{ route, widths: [1280] }] : [];
      });
      return { role, lang, theme, pages };
    }),
  ),
);

describe('every page', () => {
  const holder = useStage();
  const analysed = new Analysed();
  const report: { route: string; role: string; lang: string; theme: string; wrong: string[] }[] = [];
  let walkers: Visitor[];
  let places: (route: WalkedRoute) => string;

  beforeAll(async () => {
    places = await placesOf(holder.stage);
    walkers = await Promise.all([holder.stage.visit({ unseen: true }), holder.stage.visit({ unseen: true })]);
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

  it('would show a barrier of each kind', async () => {
    const { page } = await holder.stage.visit();
    await page.goto('/en/about');
    await page.locator('h1').waitFor();
    await page.evaluate(() => {
      const planted = '<div role="lamp">Words</div> <button type="button"></button> <p id="pale">Words</p>';
      document.querySelector('main')?.insertAdjacentHTML('beforeend', planted);
      document.getElementById('pale')?.style.setProperty('color', '#eee');
    });
    const nothing = { build: false, texts: false, looks: false };
    const seen = async (part: keyof typeof nothing) =>
      (await findBarriers(page, { ...nothing, [part]: true })).map((line) => line.split(':')[0]);
    expect({ build: await seen('build'), texts: await seen('texts'), looks: await seen('looks') }).toEqual({
      build: ['aria-roles'],
      texts: ['button-name'],
      looks: ['color-contrast'],
    });
    expect((await findBarriers(page)).join()).toContain('#pale');
  });

  it.each(looks.filter(({ pages }) => pages.length > 0))(
    'stands up to the look of $role in $lang, $theme',
    async ({ role, lang, theme, pages }) => {
      const waiting = [...pages];
      const walkOn = async (visitor: Visitor) => {
        await visitor.turnTo(lang, theme);
        await visitor.become(ROLES[role]);
        for (let page = waiting.shift(); page; page = waiting.shift()) {
          const wrong = await inspect(visitor, places(page.route), page.widths, analysed, isFull || page.route.role === role);
          report.push({ route: page.route.path, role, lang, theme, wrong });
          if (wrong.length > 0) await visitor.photograph(`${page.route.path} ${role} ${lang} ${theme}`);
        }
      };
      const before = report.length;
      await Promise.all(walkers.map(walkOn));
      const looked = report.slice(before);
      expect(looked).toHaveLength(pages.length);
      expect(looked.flatMap(({ route, wrong }) => wrong.map((line) => `${route}: ${line}`))).toEqual([]);
    },
    600_000,
  );
});
