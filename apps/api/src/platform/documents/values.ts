import type { Column, Day, DocumentLanguage, Figure, Value } from './document.js';

/** Formats numbers and days of one language; made once for each document, since `Intl` objects are slow to make. */
export class Formatter {
  private readonly numbers = new Map<number | undefined, Intl.NumberFormat>();
  private readonly plain: Intl.NumberFormat;
  private readonly shortDay: Intl.DateTimeFormat;
  private readonly longDay: Intl.DateTimeFormat;

  constructor(private readonly lang: DocumentLanguage) {
    // Days carry no time zone, so they are read and written in UTC.
    this.plain = new Intl.NumberFormat(lang, { useGrouping: false, maximumFractionDigits: 20 });
    this.shortDay = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'medium', timeZone: 'UTC' });
    this.longDay = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long', timeZone: 'UTC' });
  }

  /** A number as people read it: `12 345,5` in Polish. With `decimals` it shows just as many, else up to two. */
  number(value: number, decimals?: number): string {
    let format = this.numbers.get(decimals);
    if (format === undefined) {
      format = new Intl.NumberFormat(this.lang, { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 2 });
      this.numbers.set(decimals, format);
    }
    return format.format(value);
  }

  /** A number as the reader's spreadsheet parses it: no grouping, all decimals, the decimal sign of the language. */
  plainNumber(value: number): string {
    return this.plain.format(value).replace('\u2212', '-');
  }

  /** `10 Jun 2026`. */
  day(value: Day): string {
    return this.shortDay.format(dateOf(value));
  }

  /** `10 June 2026`. */
  dayInWords(value: Day): string {
    return this.longDay.format(dateOf(value));
  }

  /** The text of a table's cell. */
  cell(column: Column, value: Value): string {
    if (value === null) return '';
    if (typeof value === 'number') return this.number(value, column.decimals);
    return column.kind === 'date' ? this.day(value) : value;
  }

  /** The text of a figure's value, without its unit. */
  figure(figure: Figure): string {
    if (figure.value === null) return '–';
    return typeof figure.value === 'number' ? this.number(figure.value, figure.decimals) : figure.value;
  }
}

/** The instant at which a calendar day begins in UTC: what spreadsheets keep as their serial number. */
export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
