import { z } from 'zod';
import { cleanLine, code, text } from '../values/base.js';
import { LENGTHS } from '../values/codes.js';
import { SEARCH_MAILS } from './kinds.js';

/** Searches that a person may save. */
export const SAVED_SEARCHES_MAX = 50;

/** What a person calls a search, and how often they are written to about it. */
export const savedSearch = z.object({
  name: text(LENGTHS.title),
  query: text(LENGTHS.searchQuery, cleanLine),
  mail: z.enum(SEARCH_MAILS, code('INVALID_CHOICE')),
});
