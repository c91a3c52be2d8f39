import { LICENCES, RESOURCE_KINDS, SCHOOL_LEVELS, SUBJECTS } from '@stoa/domain';
import { DURATIONS } from './facets.js';

/** Values that a facet's filter takes; null where any text does. */
const VALUES: Readonly<Record<string, readonly string[] | null>> = {
  topics: null,
  subjects: SUBJECTS,
  levels: SCHOOL_LEVELS,
  kinds: RESOURCE_KINDS,
  languages: null,
  minutes: Object.keys(DURATIONS),
  licences: LICENCES,
  networks: null,
  centres: null,
};

/** Whether a value is a `LibraryFilter` as the schema says it, with lists where it has lists. */
export function isLibraryFilter(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([name, chosen]) => {
    const known = VALUES[name];
    if (known === undefined) return false;
    if (chosen === null) return true;
    return Array.isArray(chosen) && chosen.every((each) => typeof each === 'string' && (known === null || known.includes(each)));
  });
}
