import { z } from 'zod';
import { cleanText, code, text } from '../values/base.js';
import { email } from '../values/rules.js';

/** How it went where somebody tried a resource. */
export const USE_RESULTS = ['WORKED', 'PARTLY', 'NOT'] as const;
export type UseResult = (typeof USE_RESULTS)[number];

/** An account of use: what was done with a resource, and how it went. */
export const useRule = z.object({
  result: z.enum(USE_RESULTS, code('INVALID_CHOICE')),
  account: text({ min: 10, max: 4_000 }, cleanText),
});
export type UseValues = z.output<typeof useRule>;

/** Why somebody reports a resource or an account of its use. */
export const REPORT_REASONS = ['COPYRIGHT', 'OUTDATED', 'ERROR', 'OFFENDS', 'PERSONAL_DATA', 'OTHER'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What can be decided on a report: nothing is done, or what was reported is taken out of sight. */
export const REPORT_OUTCOMES = ['KEPT', 'TAKEN_DOWN'] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

/** A report: why, in what words, and of a visitor the address for the answer. */
export const resourceReportRule = z.object({
  reason: z.enum(REPORT_REASONS, code('INVALID_CHOICE')),
  text: text({ min: 10, max: 2_000 }, cleanText),
  email: email.nullable(),
});
