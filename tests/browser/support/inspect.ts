import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBarriers } from './axe.js';
import type { Visitor } from './visitor.js';

const NARROWEST = 320;
const isFull = process.env['STOA_TEST_FULL'] === '1';

/** What was analysed before, so that the same sight need not be analysed again. */
export class Analysed {
  private readonly sights = new Set<string>();

  /** Notes sights. @returns whether any of them is new */
  note(sights: readonly string[]): boolean {
    const before = this.sights.size;
    for (const sight of sights) this.sights.add(sight);
    return this.sights.size > before;
  }
}

/**
 * What the routes walk looks for on one page, in the widths given.
 * @param closely looks at every text anew; else what is built like a page that was analysed, in the same language and theme, is taken for it
 * @returns what is wrong, a line each, the width first
 */
export async function inspect(
  visitor: Visitor,
  path: string,
  widths: readonly number[],
  analysed: Analysed,
  closely: boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  await visitor.resize(widths[0] ?? 1280);
  await visitor.walk(path);
  wrong.push(...(await readPage(visitor)));
  let isNew = false;
  for (const width of widths) {
    await visitor.resize(width);
    const { exact, built, shapes } = await sightsOf(visitor);
    const known = [...exact, ...built].map((sight) => `${width} ${sight}`);
    const here = closely ? known.slice(0, exact.length) : known.slice(exact.length);
    const isAnalysed = !analysed.note(here);
    analysed.note(known);
    if (isAnalysed) continue;
    isNew = true;
    // As tall as the page: what scrolls out from under a docked bar is not covered by it.
    await visitor.stretch();
    // Colours hang on how a page is built and on the theme, not on the language.
    const isNewShape = analysed.note(shapes.map((shape) => `${width} ${shape}`));
    wrong.push(...(await findBarriers(visitor.page, isFull || isNewShape)).map((barrier) => `${width} px: ${barrier}`));
  }
  if (isNew) {
    await visitor.resize(NARROWEST);
    const overhang = await visitor.overhang();
    if (overhang > 0) wrong.push(`${NARROWEST} px: scrolls ${overhang} px sideways`);
  }
  wrong.push(...visitor.takeProblems());
  return wrong;
}

/**
 * What stands on the page, and around it, where it is always the same but for the role and the language: to the letter, and how it is built.
 * Built alike is what has the same elements with the same attributes, whatever their texts and values, and however often one follows its like.
 */
function sightsOf(visitor: Visitor): Promise<{ exact: string[]; built: string[]; shapes: string[] }> {
  return visitor.page.evaluate((account) => {
    const build = (element: Element): string => {
      const attributes = [...element.attributes].map(({ name, value }) =>
        KEPT.test(name) ? `${name}=${value}` : value ? name : `${name}=`,
      );
      const parts = [...element.childNodes].map((node) => (node instanceof Element ? build(node) : node.textContent?.trim() ? 'text' : ''));
      const inside = parts.filter((part, at) => part && part !== parts[at - 1]);
      return `<${element.tagName} ${attributes.sort().join(' ')}>${inside.join('')}</>`;
    };
    const KEPT = /^(class|role|type|hidden|disabled|aria-(hidden|current|expanded|selected|pressed|disabled|sort|live))$/;
    const { lang, dataset } = document.documentElement;
    const main = document.querySelector('main');
    const look = `${lang} ${dataset['theme']}`;
    const around = `${look} ${account}`;
    const content = main ? build(main) : '';
    return {
      exact: [`${look} ${(main?.innerHTML ?? '').replace(/_r_\w+_/g, '')}`, around],
      built: [`${look} ${content}`, around],
      // The frame is another for each account.
      shapes: [`${dataset['theme']} ${content}`, `${dataset['theme']} ${account}`],
    };
  }, visitor.account);
}

/** Language, title, one heading of the first level, and no name of a message where words should be. */
async function readPage(visitor: Visitor): Promise<string[]> {
  const { lang, title, headings, text } = await visitor.page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    text: `${document.title} ${document.body.innerText}`,
  }));
  const wrong: string[] = [];
  if (lang !== visitor.lang) wrong.push(`the page says its language is "${lang}"`);
  if (title.replace(/Stoa/, '').replace(/[^\p{L}]/gu, '') === '') wrong.push(`the title is "${title}"`);
  if (headings !== 1) wrong.push(`${headings} headings h1`);
  for (const [id] of text.matchAll(messageName())) wrong.push(`shows the name of a message: ${id}`);
  return wrong;
}

let names: RegExp | undefined;

/** Words that look like ids of messages: the first part is a first part that ids have. */
function messageName(): RegExp {
  if (names) return names;
  const source = join(import.meta.dirname, '../../../apps/web/src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('messages/en.json'));
  const firsts = files.flatMap((name) =>
    Object.keys(JSON.parse(readFileSync(join(source, name), 'utf8')) as object).map((id) => id.split('.')[0]),
  );
  names = new RegExp(`\\b(?:${[...new Set(firsts)].join('|')})\\.[a-z][A-Za-z]*\\.[A-Za-z.]+\\b`, 'g');
  return names;
}
