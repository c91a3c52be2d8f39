import type { Transitions } from '../transition.js';

/** What can be imported, in the order in which registers are filled. */
export const IMPORT_KINDS = ['territories', 'centres', 'structures', 'schools', 'groups', 'people', 'appointments', 'links'] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];

/** States of an import on the web: looked through, waiting for a word, being done, over. */
export const IMPORT_STATES = ['CHECKING', 'CHECKED', 'IMPORTING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export type ImportAct = 'CHANGE' | 'CONFIRM' | 'CANCEL' | 'FINISH_CHECK' | 'FINISH' | 'FAIL';

export const IMPORT: Transitions<ImportState, ImportAct> = {
  CHECKING: { FINISH_CHECK: 'CHECKED', FAIL: 'FAILED', CANCEL: 'CANCELLED' },
  CHECKED: { CHANGE: 'CHECKING', CONFIRM: 'IMPORTING', CANCEL: 'CANCELLED' },
  IMPORTING: { FINISH: 'DONE', FAIL: 'FAILED', CANCEL: 'CANCELLED' },
  DONE: {},
  FAILED: { CHANGE: 'CHECKING' },
  // What was committed stays; running it again completes it.
  CANCELLED: { CHANGE: 'CHECKING' },
};
