import { compareFigures, type FigureChange, type FigureTable, type Language, type ReportSection } from '@stoa/domain';
import { boundsOf, type SchoolYear } from '@stoa/domain';
import { dateIn, startOfDay } from '../../platform/clock.js';
import type { Sql } from '../../platform/database/database.js';
import { translator, type Translate } from '../../platform/i18n/translate.js';
import type { ReportScope, ReportSource } from '../../platform/reporting.js';

const registered: ReportSource[] = [];

/** Adds the sections of a module, in the order of the page. Called once from the composition root. */
export function registerReportSources(sources: readonly ReportSource[]): void {
  for (const source of sources) if (!registered.includes(source)) registered.push(source);
}

/** All sections, in the order of the page. */
export function reportSources(): readonly ReportSource[] {
  return registered;
}

/** The period of a school year for an owner; it ends now where the year is not over. */
export function reportScope(ownerId: string, year: SchoolYear, now: Date, timeZone: string): ReportScope {
  const { first, last } = boundsOf(year);
  const end = new Date(startOfDay(last, timeZone).getTime() + 86_400_000);
  const over = end <= now;
  return { ownerId, from: startOfDay(first, timeZone), to: over ? end : now, asOf: over ? last : dateIn(now, timeZone) };
}

/** Computes all figures anew. */
export async function compileReport(sql: Sql, scope: ReportScope): Promise<ReportSection[]> {
  const sections: ReportSection[] = [];
  for (const source of registered) sections.push(await source.compile(sql, scope));
  return sections;
}

/** What changed since the figures were accepted. */
export function changesSince(accepted: readonly ReportSection[], current: readonly ReportSection[]): FigureChange[] {
  return compareFigures(accepted, current);
}

/** The words of a section in a language. */
export function wordsOf(section: string, lang: Language): Translate<string> {
  const source = registered.find(({ key }) => key === section);
  if (!source) throw new Error(`No report section ${section} is registered`);
  return translator(source.words, lang);
}

/** A piece of a section's sentence: words, or a figure with its phrase. */
export interface SentencePart {
  text: string;
  figure: string | null;
}

/** The sentence of a section with its figures filled in: "Members wrote [27 posts] in …". */
export function sentenceOf(section: ReportSection, lang: Language): SentencePart[] {
  const words = wordsOf(section.key, lang);
  const values = new Map(section.figures.map(({ key, value }) => [key, value]));
  return words('sentence')
    .split(/\[\[(\w+)\]\]/)
    .map((piece, index) =>
      index % 2 === 0 ? { text: piece, figure: null } : { text: words(`phrase.${piece}`, { n: values.get(piece) ?? 0 }), figure: piece },
    )
    .filter(({ text }) => text !== '');
}

/** The name of a table's row; a row without a record of its own has a word. */
export function rowLabel(section: string, row: FigureTable['rows'][number], lang: Language): string {
  return row.label === '' ? wordsOf(section, lang)(`row.${row.key}`) : row.label;
}
