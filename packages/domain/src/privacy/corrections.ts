import { z } from 'zod';
import type { Transitions } from '../transition.js';
import { code, orNull, rules } from '../values/index.js';

/** What a person asks to have corrected that they cannot change themselves. */
export const CORRECTION_SUBJECTS = ['APPOINTMENT', 'AFFILIATION', 'DOCUMENT', 'OTHERS_WORDS', 'OTHER'] as const;
export type CorrectionSubject = (typeof CORRECTION_SUBJECTS)[number];

/** States of such a request. */
export const CORRECTION_STATES = ['OPEN', 'DONE', 'DECLINED'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];
export type CorrectionDecision = Exclude<CorrectionState, 'OPEN'>;
export const CORRECTION_DECISIONS = ['DONE', 'DECLINED'] as const satisfies readonly CorrectionDecision[];

/** A request is answered once; whoever does not agree with the answer asks anew. */
export const CORRECTION: Transitions<CorrectionState, CorrectionDecision> = {
  OPEN: { DONE: 'DONE', DECLINED: 'DECLINED' },
  DONE: {},
  DECLINED: {},
};

/** Within so many days a request is answered: the month of GDPR article 12(3). */
export const CORRECTION_DAYS = 30;

/** So many requests of one person may wait at a time. */
export const CORRECTIONS_OPEN_MAX = 10;

/** A request as the form gives it. */
export const correctionForm = z.object({
  subject: z.enum(CORRECTION_SUBJECTS, code('INVALID_CHOICE')),
  wrong: rules.reason,
  correct: rules.reason,
});
export type CorrectionForm = z.infer<typeof correctionForm>;

/** An answer as the form gives it: a refusal says why. */
export function correctionAnswer(decision: CorrectionDecision): z.ZodType<{ answer: string | null }> {
  return z.object({ answer: decision === 'DECLINED' ? rules.reason : orNull(rules.reason) });
}
