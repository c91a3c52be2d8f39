import { z } from 'zod';
import { RESOURCE_KINDS, RESOURCE_LANGUAGES } from '../library/kinds.js';
import { LICENCES } from '../library/licences.js';
import { code, text } from '../values/base.js';
import { name, url } from '../values/rules.js';
import { HARVEST_SCHEDULES, LOCKABLE_FIELDS, METADATA_PREFIXES } from './kinds.js';

/** A source as its form gives it. */
export const librarySource = z.object({
  name,
  url,
  metadataPrefix: z.enum(METADATA_PREFIXES, code('INVALID_CHOICE')),
  /** The set that is asked for; empty: all. */
  set: text({ min: 0, max: 200 }).regex(/^$|^[\w.!~*'()-]+(:[\w.!~*'()-]+)*$/u, code('INVALID')),
  kind: z.enum(RESOURCE_KINDS, code('INVALID_CHOICE')),
  lang: z.enum(RESOURCE_LANGUAGES, code('INVALID_LANGUAGE')),
  licence: z.enum(LICENCES, code('INVALID_CHOICE')).nullable(),
  schedule: z.enum(HARVEST_SCHEDULES, code('INVALID_CHOICE')),
});

export const lockedFields = z.array(z.enum(LOCKABLE_FIELDS, code('INVALID_CHOICE'))).max(LOCKABLE_FIELDS.length, code('TOO_MANY'));
