/** What people are asked to agree to, each in versions. */
export const CONSENT_KINDS = ['TERMS', 'PRIVACY_NOTICE'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** What a person asks to have corrected that they cannot change themselves. */
export const CORRECTION_SUBJECTS = ['APPOINTMENT', 'AFFILIATION', 'DOCUMENT', 'OTHERS_WORDS', 'OTHER'] as const;
export type CorrectionSubject = (typeof CORRECTION_SUBJECTS)[number];

/** States of such a request. */
export const CORRECTION_STATES = ['OPEN', 'DONE', 'DECLINED'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];
export type CorrectionDecision = Exclude<CorrectionState, 'OPEN'>;
export const CORRECTION_DECISIONS = ['DONE', 'DECLINED'] as const satisfies readonly CorrectionDecision[];

/** Within so many days a request is answered: the month of GDPR article 12(3). */
export const CORRECTION_DAYS = 30;
