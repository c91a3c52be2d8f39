import { addDays, boundsOf, type IsoDate, parseSchoolYear, previousYear, type SchoolYear, yearAt } from '@stoa/domain';
import { dateIn, startOfDay } from '../../platform/clock.js';
import type { Context } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';

/** Which time an overview looks at: a running year up to now, a past one up to its end. */
export interface Window {
  year: SchoolYear;
  /** The year whose report is or was due in `year`. */
  reportYear: SchoolYear;
  /** The last day that is looked at. */
  day: IsoDate;
  /** Nothing after this instant counts. */
  until: Date;
  /** First days of the twelve weeks of seven days that end with `day`. */
  weeks: IsoDate[];
  /** First days of the twelve months that end with that of `day`. */
  months: IsoDate[];
}

const LENGTH = 12;

function monthsUpTo(day: IsoDate): IsoDate[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: LENGTH }, (_, index) => {
    const month = last - LENGTH + 1 + index;
    return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
}

/**
 * The time that an overview of a school year looks at.
 * @param written the year as written or as in addresses; null for the current one
 * @throws Refusal BAD_REQUEST where it is no year, or one to come
 */
export function windowOf({ clock, config }: Pick<Context, 'clock' | 'config'>, written: string | null): Window {
  const now = clock.now();
  const current = yearAt(now, config.timeZone);
  const year = written === null ? current : parseSchoolYear(written);
  if (year === undefined || year > current) throw new Refusal('BAD_REQUEST');
  const day = year === current ? dateIn(now, config.timeZone) : boundsOf(year).last;
  const until = year === current ? now : startOfDay(addDays(day, 1), config.timeZone);
  return {
    year,
    reportYear: previousYear(year),
    day,
    until,
    weeks: Array.from({ length: LENGTH }, (_, index) => addDays(day, 7 * (index - LENGTH) + 1)),
    months: monthsUpTo(day),
  };
}
