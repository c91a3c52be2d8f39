import { teacherKey } from '../people/people.js';

/** Keys of the teachers numbered `from` to `to`, without some. */
export function rangeKeys(from: number, without: readonly number[], to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter((n) => !without.includes(n))
    .map(teacherKey);
}

/** Keys of the psychologists numbered `from` to `to`. */
export function psychologistKeys(from: number, to: number): string[] {
  return rangeKeys(from, [], to);
}
