import type { ResourceKind, ResourceVisibility } from '@stoa/domain';

/** What results can be narrowed by, in the order of the page. */
export const FACETS = ['TOPIC', 'SUBJECT', 'LEVEL', 'KIND', 'LANGUAGE', 'MINUTES', 'LICENCE', 'NETWORK', 'CENTRE'] as const;
export type Facet = (typeof FACETS)[number];

/** How long something takes: up to so many minutes, or longer than the last. */
export const DURATIONS = { UP_TO_15: 15, UP_TO_30: 30, UP_TO_60: 60, UP_TO_120: 120, LONGER: Infinity } as const;
export type Duration = keyof typeof DURATIONS;

/** What the facets of a resource are made of. */
export interface FacetedRow {
  visibility: ResourceVisibility;
  kind: ResourceKind;
  lang: string;
  minutes: number | null;
  licence: string | null;
  subjects: readonly string[];
  levels: readonly string[];
  network_id: string | null;
  /** Its own, or that of its structure. */
  centre_id: string | null;
  /** Its topics, and all above them. */
  topic_ids: readonly string[];
}

/** The duration that so many minutes belong to. */
export function durationOf(minutes: number): Duration {
  const found = (Object.keys(DURATIONS) as Duration[]).find((duration) => minutes <= DURATIONS[duration]);
  return found ?? 'LONGER';
}

/** The values of each facet that a resource has. Ids for records, codes for the rest. */
export function facetValues(row: FacetedRow): [Facet, string][] {
  const one = (facet: Facet, value: string | null): [Facet, string][] => (value === null ? [] : [[facet, value]]);
  const many = (facet: Facet, values: readonly string[]): [Facet, string][] => values.map((value) => [facet, value]);
  return [
    ...many('TOPIC', row.topic_ids),
    ...many('SUBJECT', row.subjects),
    ...many('LEVEL', row.levels),
    ...one('KIND', row.kind),
    ...one('LANGUAGE', row.lang),
    ...one('MINUTES', row.minutes === null ? null : durationOf(row.minutes)),
    ...one('LICENCE', row.licence),
    ...one('NETWORK', row.network_id),
    ...one('CENTRE', row.centre_id),
  ];
}
