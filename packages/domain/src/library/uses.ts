import { z } from 'zod';
import { cleanText, code, text } from '../values/base.js';
import { email } from '../values/rules.js';
import { USE_RESULTS, REPORT_REASONS } from './kinds.js';

/** An account of use: what was done with a resource, and how it went. */
export const useRule = z.object({
  result: z.enum(USE_RESULTS, code('INVALID_CHOICE')),
  account: text({ min: 10, max: 4_000 }, cleanText),
});
export type UseValues = z.output<typeof useRule>;

/** A report: why, in what words, and of a visitor the address for the answer. */
export const resourceReportRule = z.object({
  reason: z.enum(REPORT_REASONS, code('INVALID_CHOICE')),
  text: text({ min: 10, max: 2_000 }, cleanText),
  email: email.nullable(),
});
