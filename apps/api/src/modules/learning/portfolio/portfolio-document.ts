import type { Language } from '@stoa/domain';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import type { Block, Column, Document, Value } from '../../../platform/documents/document.js';
import { translator, type Translate } from '../../../platform/i18n/translate.js';
import { words, type LearningMessage } from '../words.js';
import type { PortfolioEntryType, PortfolioType, PortfolioYearType } from './portfolio.types.js';

/** A portfolio as a document, by school year, in the reader's language. */
export function portfolioDocument(ctx: Context, portfolio: PortfolioType, lang: Language): Document {
  const say = translator(words, lang, ctx.config.timeZone);
  const day = (at: string): string => dateIn(new Date(at), ctx.config.timeZone);
  const blocks: Block[] = [
    { kind: 'figures', items: [{ label: say('portfolio.total'), value: hours(portfolio.minutes), unit: say('hours') }] },
    ...portfolio.years.flatMap((year) => yearBlocks(say, day, year)),
    portfolio.years.length === 0
      ? { kind: 'paragraph', runs: [{ text: say('portfolio.empty') }] }
      : { kind: 'note', runs: [{ text: say('portfolio.rule') }] },
  ];
  return {
    title: say('portfolio.title'),
    lang,
    author: portfolio.personName,
    subject: say('portfolio.of', { name: portfolio.personName }),
    date: dateIn(ctx.clock.now(), ctx.config.timeZone),
    blocks,
  };
}

/** Hours of minutes, to the quarter of an hour. */
function hours(minutes: number): number {
  return Math.round(minutes / 15) / 4;
}

function yearBlocks(say: Translate<LearningMessage>, day: (at: string) => string, year: PortfolioYearType): Block[] {
  const done: Column[] = [
    { label: say('column.title'), kind: 'text' },
    { label: say('column.completed'), kind: 'date' },
    { label: say('column.hours'), kind: 'number' },
  ];
  const rows = (entries: readonly PortfolioEntryType[]): Value[][] =>
    entries.map((entry) => [entry.title, day(entry.doneAt), entry.minutes === 0 ? null : hours(entry.minutes)]);
  const certificates: Column[] = [
    { label: say('column.title'), kind: 'text' },
    { label: say('column.issuer'), kind: 'text' },
    { label: say('column.code'), kind: 'text' },
    { label: say('column.state'), kind: 'text' },
  ];
  return [
    { kind: 'heading', level: 1, text: year.year },
    ...table(say('portfolio.paths'), done, rows(year.paths)),
    ...table(say('portfolio.resources'), done, rows(year.resources)),
    ...table(
      say('portfolio.certificates'),
      certificates,
      year.certificates.map((each) => [each.title, each.issuer, each.code, say(`state.${each.state}`)]),
    ),
  ];
}

function table(caption: string, columns: Column[], rows: Value[][]): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows, headerColumn: true }];
}
