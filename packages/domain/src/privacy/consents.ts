import { z } from 'zod';
import { code, LANGUAGES, type Language, rules } from '../values/index.js';
import { CONSENT_KINDS, type ConsentKind } from './kinds.js';

/** What can happen to an agreement; rows are added and never changed. */
export const CONSENT_ACTS = ['GIVEN', 'WITHDRAWN'] as const;
export type ConsentAct = (typeof CONSENT_ACTS)[number];

/** Agreements that can be taken back. The notice informs; whoever read it cannot undo that. */
export const WITHDRAWABLE: ReadonlySet<ConsentKind> = new Set<ConsentKind>(['TERMS']);

/** A version as the form gives it: its text in each language, and its first day. */
export const consentForm = z.object({
  kind: z.enum(CONSENT_KINDS, code('INVALID_CHOICE')),
  validFrom: rules.date,
  ...(Object.fromEntries(LANGUAGES.map((lang) => [lang, rules.markdownBody])) as Record<Language, typeof rules.markdownBody>),
});
export type ConsentForm = z.infer<typeof consentForm>;
