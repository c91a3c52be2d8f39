import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBarriers, type Parts } from './axe.js';
import type { Visitor } from './visitor.js';

const NARROWEST = 320;
const isFull = process.env['STOA_TEST_FULL'] === '1';

/** What was analysed before, so that the same sight need not be analysed again. */
export class Analysed {
  private readonly sights = new Set<string>();

  /** Notes sights, under something that they are told apart by. @returns whether any of them is new */
  private note(by: string, sights: readonly string[]): boolean {
    const before = this.sights.size;
    for (const sight of sights) this.sights.add(`${by} ${sight}`);
    return this.sights.size > before;
  }

  /**
   * Notes what a page shows. Colours and sizes hang on how it is built, on the theme and on the width, not on the language; what is built alike
   * differs in its texts alone.
   * @param closely looks at every text anew; else what is built like a page that was analysed, in the same theme, is taken for it
   * @returns what is to be analysed; null for nothing
   */
  take({ exact, shapes }: Sights, width: number, theme: string, closely: boolean): Parts | null {
    const looks = this.note(`${width} ${theme}`, shapes);
    // Not noted where it is only taken for another: its main role looks closely.
    if (!closely && !looks) return null;
    const texts = this.note(`${width}${isFull ? ` ${theme}` : ''}`, exact);
    const build = this.note(`${width}`, shapes);
    if (!looks && !texts) return null;
    return isFull ? { build: true, texts: true, looks: true } : { build, texts, looks };
  }
}

/**
 * What the routes walk looks for on one page, in the widths given.
 * @param closely see {@link Analysed.take}
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
  let isNew = false;
  for (const width of widths) {
    await visitor.resize(width);
    const { said, ...sights } = await lookAt(visitor);
    if (width === widths[0]) wrong.push(...misread(visitor, said));
    if (said.width !== width) wrong.push(`the window is ${said.width} px wide, not ${width}`);
    const parts = analysed.take(sights, width, said.theme, closely);
    if (!parts) continue;
    // In another theme it is as wide as before.
    isNew ||= parts.build || parts.texts;
    // As tall as the page: what scrolls out from under a docked bar is not covered by it.
    if (parts.looks) await visitor.stretch();
    wrong.push(...(await findBarriers(visitor.page, parts)).map((barrier) => `${width} px: ${barrier}`));
  }
  if (isNew) {
    await visitor.resize(NARROWEST);
    const overhang = await visitor.overhang();
    if (overhang > 0) wrong.push(`${NARROWEST} px: scrolls ${overhang} px sideways`);
  }
  wrong.push(...visitor.takeProblems());
  return wrong;
}

/** What a page says of itself, and which words on it look like names of messages. */
interface Said {
  lang: string;
  theme: string;
  title: string;
  headings: number;
  /** Of the window, in pixels. */
  width: number;
  names: string[];
}

/** What a page shows, by hashes: what was analysed before need not come out of the browser. */
interface Sights {
  /** What stands on the page, to the letter, and around it, where it is always the same but for the role and the language. */
  exact: string[];
  /**
   * How it is built, whatever its language: alike is what has the same elements with the same attributes, whatever their texts and values,
   * and however often one follows its like; and the same kinds of them are small.
   */
  shapes: string[];
}

function lookAt(visitor: Visitor): Promise<Sights & { said: Said }> {
  return visitor.page.evaluate(
    async ({ account, messageName }) => {
      const KEPT = /^(class|role|type|hidden|disabled|aria-(hidden|current|expanded|selected|pressed|disabled|sort|live))$/;
      const TARGETS = 'a, button, input, select, textarea, summary, [role], [tabindex]';
      const SMALL = 24;
      const build = (element: Element): string => {
        const attributes = [...element.attributes].map(({ name, value }) =>
          KEPT.test(name) ? `${name}=${value}` : value ? name : `${name}=`,
        );
        const parts = [...element.childNodes].map((node) =>
          node instanceof Element ? build(node) : node.textContent?.trim() ? 'text' : '',
        );
        const inside = parts.filter((part, at) => part && part !== parts[at - 1]);
        return `<${element.tagName} ${attributes.sort().join(' ')}>${inside.join('')}</>`;
      };
      const small = (targets: Element[]): string => {
        const found = targets.filter((target) => {
          const { width, height } = target.getBoundingClientRect();
          return width < SMALL || height < SMALL;
        });
        return [...new Set(found.map((target) => `${target.tagName} ${target.className}`))].sort().join();
      };
      const hashOf = async (text: string) =>
        btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))));
      const hashes = (texts: string[]) => Promise.all(texts.map(hashOf));

      const { lang, dataset } = document.documentElement;
      const main = document.querySelector('main');
      const content = main ? build(main) : '';
      const targets = [...document.querySelectorAll(TARGETS)];
      const inside = (target: Element) => main?.contains(target) ?? false;
      const text = `${document.title} ${document.body.innerText}`;
      return {
        said: {
          lang,
          theme: dataset['theme'] ?? '',
          title: document.title,
          headings: document.querySelectorAll('h1').length,
          width: innerWidth,
          names: [...text.matchAll(new RegExp(messageName, 'g'))].map(([name]) => name),
        },
        exact: await hashes([`${lang} ${(main?.innerHTML ?? '').replace(/_r_\w+_/g, '')}`, `${lang} ${account}`]),
        // The frame is another for each account.
        shapes: await hashes([
          `${content} ${small(targets.filter(inside))}`,
          `${account} ${small(targets.filter((target) => !inside(target)))}`,
        ]),
      };
    },
    { account: visitor.account, messageName: messageName() },
  );
}

/** Language, title, one heading of the first level, and no name of a message where words should be. */
function misread(visitor: Visitor, { lang, title, headings, names }: Said): string[] {
  const wrong: string[] = [];
  if (lang !== visitor.lang) wrong.push(`the page says its language is "${lang}"`);
  if (title.replace(/Stoa/, '').replace(/[^\p{L}]/gu, '') === '') wrong.push(`the title is "${title}"`);
  if (headings !== 1) wrong.push(`${headings} headings h1`);
  for (const name of names) wrong.push(`shows the name of a message: ${name}`);
  return wrong;
}

let names: string | undefined;

/** Words that look like ids of messages: the first part is a first part that ids have. */
function messageName(): string {
  if (names) return names;
  const source = join(import.meta.dirname, '../../../apps/web/src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('messages/en.json'));
  const firsts = files.flatMap((name) =>
    Object.keys(JSON.parse(readFileSync(join(source, name), 'utf8')) as object).map((id) => id.split('.')[0]),
  );
  names = `\\b(?:${[...new Set(firsts)].join('|')})\\.[a-z][A-Za-z]*\\.[A-Za-z.]+\\b`;
  return names;
}
