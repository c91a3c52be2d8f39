import type { RESOURCE_KINDS, RESOURCE_LANGUAGES } from '../library/kinds.js';
import type { LICENCES } from '../library/licences.js';
import type { Transitions } from '../transition.js';

/** Formats that a harvest understands, by their prefix. */
export const METADATA_PREFIXES = ['oai_dc', 'oai_lom', 'lom'] as const;
export type MetadataPrefix = (typeof METADATA_PREFIXES)[number];

/** How often a source is asked by itself. */
export const HARVEST_SCHEDULES = ['NEVER', 'DAILY', 'WEEKLY'] as const;
export type HarvestSchedule = (typeof HARVEST_SCHEDULES)[number];

/** What a library's source can hold what it brings: records land as that place's. */
export const SOURCE_OWNER_TYPES = ['COUNTY', 'CENTRE', 'STRUCTURE'] as const;
export type SourceOwnerType = (typeof SOURCE_OWNER_TYPES)[number];

/** States of one harvest. A run that failed goes on where it was with RESUME. */
export const HARVEST_STATES = ['RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type HarvestState = (typeof HARVEST_STATES)[number];
export type HarvestAct = 'FINISH' | 'FAIL' | 'CANCEL' | 'RESUME';
export const HARVEST: Transitions<HarvestState, HarvestAct> = {
  RUNNING: { FINISH: 'DONE', FAIL: 'FAILED', CANCEL: 'CANCELLED' },
  DONE: {},
  FAILED: { RESUME: 'RUNNING' },
  CANCELLED: {},
};

/** Why a harvest failed as a whole. */
export const HARVEST_ERRORS = [
  'NOT_REACHED',
  'TOO_LARGE',
  'NOT_XML',
  'HAS_ENTITIES',
  'NOT_OAI',
  'REFUSED',
  'ENDLESS',
  'TOKEN_REPEATED',
] as const;
export type HarvestError = (typeof HARVEST_ERRORS)[number];

/** What is told of single records of a harvest. */
export const HARVEST_NOTES = ['FAILED', 'TOO_LARGE', 'DUPLICATE', 'WRONG_DATE', 'TOKEN_EXPIRED'] as const;
export type HarvestNote = (typeof HARVEST_NOTES)[number];

/** Fields of a harvested resource that a curator can keep as they are, whatever the source says. */
export const LOCKABLE_FIELDS = [
  'kind',
  'title',
  'lang',
  'summary',
  'outcome',
  'authors',
  'licence',
  'attribution',
  'minutes',
  'subjects',
  'levels',
  'audiences',
  'topicIds',
  'links',
] as const;
export type LockableField = (typeof LOCKABLE_FIELDS)[number];

/** What a source's records are where they do not say it themselves. */
export interface SourceDefaults {
  kind: (typeof RESOURCE_KINDS)[number];
  lang: (typeof RESOURCE_LANGUAGES)[number];
  licence: (typeof LICENCES)[number] | null;
}
