import { z } from 'zod';
import { isDate, isTime } from '../school-year/dates.js';
import { parseSchoolYear } from '../school-year/school-year.js';
import { hasInvisible, mixesScripts } from '../text/look-alike.js';
import { cleanLine, cleanText, code, text } from './base.js';
import { LENGTHS } from './codes.js';
import { LANGUAGES } from './codes.js';

// One @, no spaces or brackets, a host of labels with a dot. Whether mail arrives is found out by sending one.
const EMAIL = /^[^\s@<>()[\]\\,;:"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*[\p{L}\p{N}]$/u;
const PHONE = /^\+?[\d\s().\-/]+(?:\s?(?:ext|x|wew|εσωτ|доб)\.?\s?\d+)?$/iu;
// Without user names, since they hide where a link leads.
const URL_FORM =
  /^https?:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?::\d{1,5})?(?:[/?#][^\s<>"\\^`{|}]*)?$/iu;

/** An e-mail address in NFC and lower case. */
export const email = text(LENGTHS.email, (value) => cleanLine(value).toLowerCase()).regex(EMAIL, code('INVALID_EMAIL'));

/** A person's name as that person writes it; no form, order or script is asked for, but that it is what it looks like. */
export const personName = text(LENGTHS.personName)
  .refine((value) => !hasInvisible(value), code('NAME_INVISIBLE'))
  .refine((value) => !mixesScripts(value), code('NAME_MIXES_SCRIPTS'));

/** The name of a place, centre, structure, school or network. */
export const name = text(LENGTHS.name);

/** A title of a thread and the like. */
export const title = text(LENGTHS.title);

/** The Markdown of a post, line breaks kept. */
export const markdownBody = text(LENGTHS.markdownBody, cleanText);

/** Why something was decided, as the person concerned will read it. */
export const reason = text(LENGTHS.reason, cleanText);

/** What a network is for, Markdown. */
export const networkPurpose = text(LENGTHS.networkPurpose, cleanText);

/** One narrative section of a report, Markdown; may be empty until the report is submitted. */
export const narrative = text(LENGTHS.narrative, cleanText);

/** A short remark that may be empty. */
export const note = text(LENGTHS.note, cleanText);

/** An address form made by `slugify`. */
export const slug = text(LENGTHS.slug).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, code('INVALID_SLUG'));

/** A telephone number as people write it. */
export const phone = text(LENGTHS.phone)
  .regex(PHONE, code('INVALID_PHONE'))
  .refine((value) => (value.match(/\d/gu) ?? []).length >= 5, code('INVALID_PHONE'));

/** A link to a web page, http or https. */
export const url = text(LENGTHS.url).regex(URL_FORM, code('INVALID_URL'));

/** A language of the interface. */
export const language = z.enum(LANGUAGES, code('INVALID_LANGUAGE'));

/** An official code of a territory, such as PL-3005 or GR-0101. */
export const territoryCode = text(LENGTHS.territoryCode, (value) => cleanLine(value).toUpperCase()).regex(
  /^[A-Z0-9]+(?:[-._/][A-Z0-9]+)*$/u,
  code('INVALID_CODE'),
);

/** A school's code in its register. */
export const schoolCode = text(LENGTHS.schoolCode, (value) => cleanLine(value).toUpperCase()).regex(
  /^[\p{L}\p{N}]+(?:[-._/ ][\p{L}\p{N}]+)*$/u,
  code('INVALID_CODE'),
);

/** A postal code of any country. */
export const postalCode = text(LENGTHS.postalCode, (value) => cleanLine(value).toUpperCase()).regex(
  /^[A-Z0-9]+(?:[- ][A-Z0-9]+)*$/u,
  code('INVALID_POSTAL_CODE'),
);

/** A day of the calendar, `YYYY-MM-DD`. */
export const date = z
  .string(code('REQUIRED'))
  .min(1, { ...code('REQUIRED'), abort: true })
  .refine(isDate, code('INVALID_DATE'));

/** A time of day, `HH:MM` of 24 hours. */
export const time = z
  .string(code('REQUIRED'))
  .min(1, { ...code('REQUIRED'), abort: true })
  .refine(isTime, code('INVALID_TIME'));

/** A school year as it is written, `2026/27`; the form of addresses is read too. */
export const schoolYear = z
  .string(code('REQUIRED'))
  .min(1, { ...code('REQUIRED'), abort: true })
  .overwrite((value) => parseSchoolYear(value) ?? value)
  .refine((value) => parseSchoolYear(value) === value, code('INVALID_SCHOOL_YEAR'));

/** What somebody searches for; an empty query is one. */
export const searchQuery = text(LENGTHS.searchQuery);
