import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBarriers } from './axe.js';
import type { Visitor } from './visitor.js';

const NARROWEST = 320;

/** What the routes walk looks for on one page, in the widths given. @returns what is wrong, a line each, the width first */
export async function inspect(visitor: Visitor, path: string, widths: readonly number[], analysed: Set<string>): Promise<string[]> {
  const wrong: string[] = [];
  await visitor.resize(widths[0] ?? 1280);
  await visitor.walk(path);
  wrong.push(...(await readPage(visitor)));
  let isNew = false;
  for (const width of widths) {
    await visitor.resize(width);
    const sights = await sightsOf(visitor);
    if (sights.every((sight) => analysed.has(`${width} ${sight}`))) continue;
    isNew = true;
    for (const sight of sights) analysed.add(`${width} ${sight}`);
    // As tall as the page: what scrolls out from under a docked bar is not covered by it.
    await visitor.stretch();
    wrong.push(...(await findBarriers(visitor.page)).map((barrier) => `${width} px: ${barrier}`));
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
 * What stands on the page, and around it: where both were analysed before, another role's look finds nothing new.
 * Around the page it is always the same, but for the role and the language.
 */
function sightsOf(visitor: Visitor): Promise<string[]> {
  return visitor.page.evaluate((account) => {
    const { lang, dataset } = document.documentElement;
    const content = (document.querySelector('main')?.innerHTML ?? '').replace(/_r_\w+_/g, '');
    return [`${lang} ${dataset['theme']} ${content}`, `${lang} ${dataset['theme']} ${account}`];
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
