/** Days on which the invented country moves its clocks, as the European Union does. */
const SUMMER: readonly (readonly [from: string, to: string])[] = [
  ['2025-03-30T03:00', '2025-10-26T04:00'],
  ['2026-03-29T03:00', '2026-10-25T04:00'],
];

/** The instant of a local time of the demo's places, `YYYY-MM-DDTHH:MM`. */
export function instant(local: string): Date {
  const summer = SUMMER.some(([from, to]) => local >= from && local < to);
  return new Date(`${local}:00${summer ? '+03:00' : '+02:00'}`);
}

/** The present of the demo world. */
export const DEMO_NOW = instant('2026-11-24T09:00');

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A time of day when people write: between 7:30 and 21:30, and rather after lessons. Takes and gives instants of summer or winter alike. */
export function waking(at: Date): Date {
  const hour = (at.getUTCHours() + 2) % 24;
  if (hour >= 7 && hour < 22) return at;
  return new Date(at.getTime() + (hour >= 22 ? 31 - hour : 7 - hour) * HOUR);
}
