import { addDays, dateParts, isDate, type IsoDate, localTime } from './dates.js';

/** A school year as it is written and kept: `2026/27`. Such texts of one century compare in the order of time. */
export type SchoolYear = string;

/** The day on which a country's school year begins. */
export interface FirstDay {
  month: number;
  day: number;
}

/** 1 September, where a country says nothing else. */
export const DEFAULT_FIRST_DAY: FirstDay = { month: 9, day: 1 };

const WRITTEN = /^(\d{4})\/(\d{2})$/u;
const IN_ADDRESS = /^(\d{4})-(\d{2})$/u;

function written(startYear: number): SchoolYear {
  return `${String(startYear)}/${String((startYear + 1) % 100).padStart(2, '0')}`;
}

function startYear(year: SchoolYear): number {
  const parts = WRITTEN.exec(year);
  if (parts === null || written(Number(parts[1])) !== year) throw new RangeError(`not a school year: ${year.slice(0, 20)}`);
  return Number(parts[1]);
}

function dayOf(year: number, { month, day }: FirstDay): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Reads `2026/27`, or `2026-27` as addresses have it. Undefined where it is neither, or where the years do not follow each other. */
export function parseSchoolYear(text: string): SchoolYear | undefined {
  const parts = WRITTEN.exec(text.trim()) ?? IN_ADDRESS.exec(text.trim());
  if (parts === null || Number(parts[1]) < 1900) return undefined;
  const year = written(Number(parts[1]));
  return year.slice(5) === parts[2] ? year : undefined;
}

/** The form of a school year in an address: `2026-27`. */
export function schoolYearSlug(year: SchoolYear): string {
  return year.replace('/', '-');
}

/** The school year in which a date lies. */
export function yearOf(date: IsoDate, firstDay: FirstDay = DEFAULT_FIRST_DAY): SchoolYear {
  const { year } = dateParts(date);
  return written(date < dayOf(year, firstDay) ? year - 1 : year);
}

/** The school year in which an instant lies by the clocks of a country's time zone (IANA name). */
export function yearAt(instant: Date, timeZone: string, firstDay: FirstDay = DEFAULT_FIRST_DAY): SchoolYear {
  return yearOf(localTime(instant, timeZone).date, firstDay);
}

/** First and last day of a school year, both part of it. Throws a RangeError where it is no school year. */
export function boundsOf(year: SchoolYear, firstDay: FirstDay = DEFAULT_FIRST_DAY): { first: IsoDate; last: IsoDate } {
  const start = startYear(year);
  return { first: dayOf(start, firstDay), last: addDays(dayOf(start + 1, firstDay), -1) };
}

/** The school year after one. */
export function nextYear(year: SchoolYear): SchoolYear {
  return written(startYear(year) + 1);
}

/** The school year before one. */
export function previousYear(year: SchoolYear): SchoolYear {
  return written(startYear(year) - 1);
}

/** The day by which the annual report of a school year is to be submitted: 30 September after its end, that is 29 days after the next year's first. */
export function reportDue(year: SchoolYear, firstDay: FirstDay = DEFAULT_FIRST_DAY): IsoDate {
  return addDays(boundsOf(nextYear(year), firstDay).first, 29);
}

/** The day by which the plan of a school year is to be approved: 15 October, that is 44 days after its first. */
export function planDue(year: SchoolYear, firstDay: FirstDay = DEFAULT_FIRST_DAY): IsoDate {
  return addDays(boundsOf(year, firstDay).first, 44);
}

/** Whether a day and a month, such as a setting gives them, begin a year in every year. */
export function isFirstDay({ month, day }: FirstDay): boolean {
  return isDate(dayOf(2026, { month, day }));
}
