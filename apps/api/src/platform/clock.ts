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
export function tickingClock(databaseNow: Date, startAt: Date | null = null): MovableClock {
  let base = (startAt ?? databaseNow).getTime();
  let started = performance.now();
  return {
    now: () => new Date(Math.round(base + performance.now() - started)),
    moveTo(instant) {
      base = instant.getTime();
      started = performance.now();
    },
  };
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
  const utc = new Date(`${day}T00:00:00Z`);
  const local = new Date(utc.toLocaleString('en-US', { timeZone }));
  const asUtc = new Date(utc.toLocaleString('en-US', { timeZone: 'UTC' }));
  return new Date(utc.getTime() - (local.getTime() - asUtc.getTime()));
}
