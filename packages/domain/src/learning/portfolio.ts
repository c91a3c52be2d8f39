import { z } from 'zod';
import { code, text } from '../values/base.js';
import { schoolYear } from '../values/rules.js';
import { PORTFOLIO_PARTS } from './kinds.js';

/** Most links to a portfolio that are open at one time. */
export const MOST_PORTFOLIO_LINKS = 10;

/** A link to a portfolio as its person makes it. */
export const portfolioLink = z.object({
  /** For whom it is; the person alone reads it. */
  label: text({ min: 1, max: 80 }),
  parts: z
    .array(z.enum(PORTFOLIO_PARTS, code('INVALID_CHOICE')))
    .min(1, code('REQUIRED'))
    .overwrite((chosen) => PORTFOLIO_PARTS.filter((part) => chosen.includes(part))),
  /** One school year; null for all. */
  year: schoolYear.nullable(),
});

/** A person's own note on a resource, Markdown. */
export const studyNote = text({ min: 0, max: 20_000 }, (value) => value.normalize('NFC').replace(/\r\n?/gu, '\n').trimEnd());
