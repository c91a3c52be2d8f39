type Instant = string | number | Date;

export interface Formats {
  /** "24 November 2026" */
  date(value: Instant): string;
  /** "24 Nov" in the current year, "24 Nov 2025" in another. */
  shortDate(value: Instant): string;
  /** "Tue 24 Nov" */
  weekdayDate(value: Instant): string;
  /** "Tuesday" */
  weekday(value: Instant): string;
  /** "November" (nominative, as a heading). */
  month(value: Instant): string;
  /** "Nov" */
  shortMonth(value: Instant): string;
  /** "24" */
  day(value: Instant): string;
  /** "09:00", always 24 hours. */
  time(value: Instant): string;
  /** "24 November 2026, 09:00" */
  dateTime(value: Instant): string;
  /** "3 days ago", "in 2 hours", in the largest whole unit. */
  relative(value: Instant, now?: Instant): string;
  number(value: number): string;
  /** 0.31 → "31%" */
  percent(ratio: number): string;
  /** "1.2 MB", in the largest unit that gives a whole one. */
  bytes(value: number): string;
  /** "a, b and c" */
  list(values: readonly string[]): string;
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Units of bytes, the largest first; each is 1024 of the one below it. */
const sizes: readonly (readonly [number, string])[] = [
  [2 ** 30, 'gigabyte'],
  [2 ** 20, 'megabyte'],
  [2 ** 10, 'kilobyte'],
];

/** Dates, numbers and lists in a language, by `Intl` alone. */
export function createFormats(language: string): Formats {
  // British English: day before month and a Monday week, as every county of Stoa writes them.
  const locale = language === 'en' ? 'en-GB' : language;
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options });
    return (value: Instant) => formatter.format(new Date(value));
  };
  const dayMonth = format({ day: 'numeric', month: 'short' });
  const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const inUnit = (unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    date: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDate: (value) => (new Date(value).getFullYear() === new Date().getFullYear() ? dayMonth(value) : dayMonthYear(value)),
    weekdayDate: format({ weekday: 'short', day: 'numeric', month: 'short' }),
    weekday: format({ weekday: 'long' }),
    month: format({ month: 'long' }),
    shortMonth: format({ month: 'short' }),
    day: format({ day: 'numeric' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    dateTime: format({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    relative: (value, now = Date.now()) => {
      const seconds = (new Date(value).getTime() - new Date(now).getTime()) / 1000;
      const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['minute', 60] as const);
      return relative.format(Math.round(seconds / size), unit);
    },
    number: (value) => number.format(value),
    percent: (ratio) => percent.format(ratio),
    bytes: (value) => {
      const [size, unit] = sizes.find(([each]) => value >= each) ?? ([1, 'byte'] as const);
      return inUnit(unit).format(value / size);
    },
    list: (values) => list.format(values),
  };
}
