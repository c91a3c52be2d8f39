import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a rule looks at. */
export interface Parts {
  /** How a page is built: elements, roles and attributes, whatever they say. */
  build: boolean;
  /** What it says: names, texts, languages. */
  texts: boolean;
  /** Colours and the sizes of what one points at: what takes longest, and needs the page to be wholly in the window. */
  looks: boolean;
}

const LOOKS = new Set(['color-contrast', 'link-in-text-block', 'target-size']);
const BUILD = new Set(['cat.aria', 'cat.keyboard', 'cat.structure', 'cat.time-and-media']);

function partOf({ ruleId, tags }: axe.RuleMetadata): keyof Parts {
  if (LOOKS.has(ruleId)) return 'looks';
  return tags.some((tag) => BUILD.has(tag)) && !ruleId.endsWith('-name') ? 'build' : 'texts';
}

const PARTS = axe.getRules(TAGS).map((rule) => ({ id: rule.ruleId, part: partOf(rule) }));

/**
 * Everything that axe finds wrong on a page now: one line for each place, the rule first.
 * @param parts what to look at; absent: everything
 */
export async function findBarriers(page: Page, parts: Parts = { build: true, texts: true, looks: true }): Promise<string[]> {
  const loaded = await page.evaluate(() => 'axe' in window);
  if (!loaded) await page.evaluate(axe.source);
  return page.evaluate(
    async (options) => {
      const { axe: tool } = window as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } };
      // Where a place is takes a fifth of the time to say, and is asked only where something is wrong.
      const { violations } = await tool.run(document, { ...options, selectors: false, elementRef: false });
      if (violations.length === 0) return [];
      const told = await tool.run(document, options);
      return (told.violations.length > 0 ? told.violations : violations).flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, any, all }) =>
          `${id}: ${help}: ${target.join(' ')} ${[...any, ...all].map(({ message }) => message).join('; ')}`.trim(),
        ),
      );
    },
    {
      runOnly: { type: 'tag', values: TAGS },
      resultTypes: ['violations'],
      rules: Object.fromEntries(PARTS.filter(({ part }) => !parts[part]).map(({ id }) => [id, { enabled: false }])),
      // No rule of these looks into style sheets, which axe would take apart each time.
      preload: { assets: ['media'] },
    },
  );
}
