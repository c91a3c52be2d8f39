import { z } from 'zod';
import type { Transitions } from '../transition.js';
import { code, orNull, rules } from '../values/index.js';
import { CORRECTION_SUBJECTS, type CorrectionState, type CorrectionDecision } from './kinds.js';

/** A request is answered once; whoever does not agree with the answer asks anew. */
export const CORRECTION: Transitions<CorrectionState, CorrectionDecision> = {
  OPEN: { DONE: 'DONE', DECLINED: 'DECLINED' },
  DONE: {},
  DECLINED: {},
};

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
