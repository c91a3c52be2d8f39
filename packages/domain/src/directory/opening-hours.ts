import { addDays, type IsoDate, localTime, weekday } from '../school-year/dates.js';

/** One stretch of a weekday during which a place is open; `day` 1 Monday to 7 Sunday, times `HH:MM` of the place's clocks, `to` after `from`. */
export interface OpenSpan {
  day: number;
  from: string;
  to: string;
}

/** A day on which other hours hold; no spans mean closed. */
export interface OpeningException {
  date: IsoDate;
  spans: readonly { from: string; to: string }[];
}

export interface OpeningHours {
  weekly: readonly OpenSpan[];
  exceptions: readonly OpeningException[];
}

/** Open until a time today, or closed until a day and time; UNKNOWN where no hours are given or none come within two weeks. */
export type OpenState =
  { state: 'OPEN'; until: string } | { state: 'CLOSED'; opensOn: IsoDate; opensAt: string; closedToday: boolean } | { state: 'UNKNOWN' };

const DAYS_AHEAD = 14;

function spansOn(hours: OpeningHours, date: IsoDate): { from: string; to: string }[] {
  const exception = hours.exceptions.find((each) => each.date === date);
  const spans = exception?.spans ?? hours.weekly.filter(({ day }) => day === weekday(date));
  return [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Whether a place is open at an instant, by the clocks of its time zone (IANA name), and when that changes. */
export function openState(hours: OpeningHours, now: Date, timeZone: string): OpenState {
  const { date: today, time } = localTime(now, timeZone);
  const todays = spansOn(hours, today);
  const current = todays.find(({ from, to }) => from <= time && time < to);
  if (current !== undefined) return { state: 'OPEN', until: current.to };
  const closedToday = todays.length === 0;
  const later = todays.find(({ from }) => from > time);
  if (later !== undefined) return { state: 'CLOSED', opensOn: today, opensAt: later.from, closedToday };
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const date = addDays(today, ahead);
    const first = spansOn(hours, date)[0];
    if (first !== undefined) return { state: 'CLOSED', opensOn: date, opensAt: first.from, closedToday };
  }
  return { state: 'UNKNOWN' };
}
