import { localTime } from '@stoa/domain';

/** Domain time. It ticks, and follows the database's clock, not this machine's. */
export interface Clock {
  /** The instant at which the command or query happens. */
  now(): Date;
}

/** A clock whose hand can be moved; exists only in a demo and in tests. */
export interface MovableClock extends Clock {
  /** Sets the time; it goes on ticking from there (in tests it stands still). */
  moveTo(instant: Date): void;
}

/**
 * A clock set from the database's time, which then runs on the monotonic timer, so that a jump of this machine's clock changes nothing.
 * @param databaseNow the database's `clock_timestamp()`
 * @param startAt the demo's time, or null for real time
 */
export function tickingClock(databaseNow: Date, startAt: Date | null = null): FollowingClock {
  let offset = startAt ? startAt.getTime() - databaseNow.getTime() : 0;
  let read = databaseNow.getTime();
  let readAt = performance.now();
  const ofDatabase = () => read + performance.now() - readAt;
  return {
    now: () => new Date(Math.round(ofDatabase() + offset)),
    moveTo(instant) {
      offset = instant.getTime() - ofDatabase();
    },
    follow(now) {
      // What the way to the database and back takes is no difference.
      if (Math.abs(now.getTime() - ofDatabase()) < 500) return;
      read = now.getTime();
      readAt = performance.now();
    },
  };
}

/** A clock that can be set by the database's again: timers of machines drift, and stop while a machine sleeps. */
export interface FollowingClock extends MovableClock {
  /** @param now the database's `clock_timestamp()` of this moment */
  follow(now: Date): void;
}

/** A clock that stands still until it is moved. */
export function fixedClock(instant: string): MovableClock {
  let current = new Date(instant);
  return {
    now: () => current,
    moveTo(next) {
      current = next;
    },
  };
}

/** The calendar day (`YYYY-MM-DD`) of an instant in an IANA time zone. */
export function dateIn(instant: Date, timeZone: string): string {
  return localTime(instant, timeZone).date;
}

/** The instant at which a day begins in a time zone. */
export function startOfDay(day: string, timeZone: string): Date {
  return localInstant(day, 0, timeZone);
}

/** The instant at which clocks of a time zone show a full hour on a day, summer time or not; of an hour that they leave out, the one after it. */
export function localInstant(day: string, hour: number, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  const shift = (instant: number): number => {
    const { date, time } = localTime(new Date(instant), timeZone);
    return Date.parse(`${date}T${time}:00Z`) - instant;
  };
  // The shift where it is that hour in UTC, and then that of where this led: another one on the day on which the clocks change.
  const near = wanted - shift(wanted);
  return new Date(wanted - shift(near));
}
