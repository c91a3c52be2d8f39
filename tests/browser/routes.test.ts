import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, WALKED, type RoleName, type WalkedRoute } from './routes.js';
import { inspect } from './support/inspect.js';
import { registeredRoutes } from './support/registered-routes.js';
import { useStage, type Stage } from './support/stage.js';
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

/** The main role in four languages, once in the dark, and every other role once; in a full run everything with everything. */
function walksOf(route: WalkedRoute, index: number): Walk[] {
  const names = Object.keys(ROLES) as RoleName[];
  if (isFull) {
    return names.flatMap((role) =>
      LANGS.flatMap((lang) => (['light', 'dark'] as const).map((theme) => ({ role, lang, theme, widths: BOTH_WIDTHS }))),
    );
  }
  const turn = (by: number) => LANGS[(index + by) % LANGS.length] ?? 'en';
  return [
    ...LANGS.map((lang) => ({ role: route.role, lang, theme: 'light' as const, widths: BOTH_WIDTHS })),
    { role: route.role, lang: turn(0), theme: 'dark', widths: BOTH_WIDTHS },
    ...names.filter((role) => role !== route.role).map((role) => ({ role, lang: turn(0), theme: 'light' as const, widths: [1280] })),
  ];
}

describe('every page', () => {
  const holder = useStage();
  const visitors = new Map<string, Promise<Visitor>>();
  const analysed = new Set<string>();
  const report: { route: string; role: string; lang: string; theme: string; wrong: string[] }[] = [];
  let places: (route: WalkedRoute) => string;

  const visitorFor = (stage: Stage, { role, lang, theme }: Walk): Promise<Visitor> => {
    const key = `${role} ${lang} ${theme}`;
    const visitor = visitors.get(key) ?? stage.visit({ as: ROLES[role], lang, theme });
    visitors.set(key, visitor);
    return visitor;
  };

  beforeAll(async () => {
    places = await placesOf(holder.stage);
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
      const waiting = walksOf(route, route.index);
      const walkOn = async () => {
        for (let walk = waiting.shift(); walk; walk = waiting.shift()) {
          const visitor = await visitorFor(holder.stage, walk);
          const found = await inspect(visitor, places(route), walk.widths, analysed);
          const { role, lang, theme } = walk;
          report.push({ route: route.path, role, lang, theme, wrong: found });
          if (found.length > 0) await visitor.photograph(`${route.path} ${role} ${lang} ${theme}`);
          for (const line of found) wrong.set(line, [...(wrong.get(line) ?? []), `${role} ${lang} ${theme}`]);
        }
      };
      await Promise.all([walkOn(), walkOn()]);
      expect([...wrong].map(([line, seen]) => `${line} (${seen.join(', ')})`)).toEqual([]);
    },
    isFull ? 1_200_000 : 120_000,
  );
});
