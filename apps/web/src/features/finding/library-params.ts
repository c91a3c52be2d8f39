import { LICENCES, RESOURCE_KINDS, SCHOOL_LEVELS, SUBJECTS } from '@stoa/domain';
import type { VariablesOf } from '../../app/api/graphql.js';
import type { LibraryPageQuery } from './library-operations.js';

/** The facets of the library as the address names them, in the order of the page. */
export const FACET_PARAMS = {
  TOPIC: 'topic',
  SUBJECT: 'subject',
  LEVEL: 'level',
  KIND: 'kind',
  LANGUAGE: 'language',
  MINUTES: 'minutes',
  LICENCE: 'licence',
  NETWORK: 'network',
  CENTRE: 'centre',
} as const;
export type FacetName = keyof typeof FACET_PARAMS;
export const FACET_NAMES = Object.keys(FACET_PARAMS) as FacetName[];

const DURATIONS = ['UP_TO_15', 'UP_TO_30', 'UP_TO_60', 'UP_TO_120', 'LONGER'] as const;
export type Duration = (typeof DURATIONS)[number];

/** The most characters of a query. */
export const QUERY_MAX = 200;

/** What the address asks for; what it names of a facet that nobody knows is left out. */
export interface Asked {
  query: string;
  chosen: Readonly<Record<FacetName, readonly string[]>>;
}

/** Reads what the address asks for. */
export function readAsked(params: URLSearchParams): Asked {
  const of = (facet: FacetName): string[] => [...new Set(params.getAll(FACET_PARAMS[facet]))].filter((value) => value !== '').slice(0, 50);
  return {
    query: (params.get('q') ?? '').trim().slice(0, QUERY_MAX),
    chosen: Object.fromEntries(FACET_NAMES.map((facet) => [facet, of(facet)])) as Record<FacetName, string[]>,
  };
}

/** Whether anything is chosen. */
export function isNarrowed({ chosen }: Asked): boolean {
  return FACET_NAMES.some((facet) => chosen[facet].length > 0);
}

const known = <Value extends string>(values: readonly Value[], chosen: readonly string[]): Value[] =>
  values.filter((value) => chosen.includes(value));

/** What is asked, as the operation takes it. */
export function filterOf({ chosen }: Asked): NonNullable<VariablesOf<typeof LibraryPageQuery>['filter']> {
  return {
    topics: [...chosen.TOPIC],
    subjects: known(SUBJECTS, chosen.SUBJECT),
    levels: known(SCHOOL_LEVELS, chosen.LEVEL),
    kinds: known(RESOURCE_KINDS, chosen.KIND),
    languages: [...chosen.LANGUAGE],
    minutes: known(DURATIONS, chosen.MINUTES),
    licences: known(LICENCES, chosen.LICENCE),
    networks: [...chosen.NETWORK],
    centres: [...chosen.CENTRE],
  };
}

/** The address with a value of a facet chosen, or no more. */
export function toggled(params: URLSearchParams, facet: FacetName, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  const name = FACET_PARAMS[facet];
  const values = next.getAll(name);
  next.delete(name);
  for (const other of values) if (other !== value) next.append(name, other);
  if (!values.includes(value)) next.append(name, value);
  return next;
}

/** The address without anything chosen; what is sought stays. */
export function cleared(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of Object.values(FACET_PARAMS)) next.delete(name);
  return next;
}
