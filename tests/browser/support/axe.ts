import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Everything that axe finds wrong on a page now: one line for each place, the rule first.
 * @param sizes whether colours and the sizes of targets are looked at, too: what takes longest, and needs the page to be wholly in the window
 */
export async function findBarriers(page: Page, sizes = true): Promise<string[]> {
  const loaded = await page.evaluate(() => 'axe' in window);
  if (!loaded) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ tags, sizes }) => {
      const { axe: tool } = window as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } };
      const { violations } = await tool.run(document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
        rules: { 'color-contrast': { enabled: sizes }, 'target-size': { enabled: sizes } },
        // No rule of these looks into style sheets, which axe would take apart each time.
        preload: { assets: ['media'] },
      });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, any, all }) =>
          `${id}: ${help}: ${target.join(' ')} ${[...any, ...all].map(({ message }) => message).join('; ')}`.trim(),
        ),
      );
    },
    { tags: TAGS, sizes },
  );
}
