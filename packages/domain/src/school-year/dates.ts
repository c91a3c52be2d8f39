/** A day of the calendar, `YYYY-MM-DD`; such texts compare in the order of time. */
export type IsoDate = string;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const DAY_MS = 86_400_000;

/** Midnight UTC of a calendar day: arithmetic on days then never meets a change of clocks. */
function utc(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

/** Whether a text is a day that exists, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (parts === null || text < '1000') return false;
  const day = utc(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return day.toISOString().slice(0, 10) === text;
}

/** Whether a text is a time of day, `HH:MM`. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text);
}

/** The year, month (1 to 12) and day of a date. Throws a RangeError where it is no date. */
export function dateParts(date: IsoDate): { year: number; month: number; day: number } {
  if (!isDate(date)) throw new RangeError(`not a date: ${date.slice(0, 20)}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The date so many days later, or earlier where negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const { year, month, day } = dateParts(date);
  return utc(year, month, day + days)
    .toISOString()
    .slice(0, 10);
}

/** Whole days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  const at = (date: IsoDate): number => {
    const { year, month, day } = dateParts(date);
    return utc(year, month, day).getTime();
  };
  return Math.round((at(to) - at(from)) / DAY_MS);
}

/** Day of the week, 1 Monday to 7 Sunday. */
export function weekday(date: IsoDate): number {
  const { year, month, day } = dateParts(date);
  return utc(year, month, day).getUTCDay() || 7;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes far longer than using it, so each zone's is kept. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

const MINUTE_MS = 60_000;
const last = new Map<string, { minute: number; shown: { date: IsoDate; time: string } }>();

/**
 * Date and time of day that clocks of a time zone (IANA name) show at an instant, to the minute. Throws a RangeError for an unknown zone.
 * Requests of one minute ask for the same answer, so the last of each zone is kept.
 */
export function localTime(instant: Date, timeZone: string): { date: IsoDate; time: string } {
  const minute = Math.floor(instant.getTime() / MINUTE_MS);
  const known = last.get(timeZone);
  if (known?.minute === minute) return known.shown;
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const shown = { date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
  last.set(timeZone, { minute, shown });
  return shown;
}
