import type { Transitions } from '../transition.js';

/** States of an annual report. */
export const REPORT_STATES = ['DRAFT', 'PRESENTED', 'SUBMITTED', 'APPROVED', 'PUBLISHED', 'RETURNED'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export type ReportAct = 'PRESENT' | 'SUBMIT' | 'APPROVE' | 'RETURN' | 'PUBLISH' | 'REVISE';

/**
 * Figures and text freeze at SUBMIT; RETURN keeps what was submitted as it was, and REVISE thaws it as a new revision. A report is
 * presented to the members before it is submitted, a revised one too where the coordinator wishes.
 */
export const ANNUAL_REPORT: Transitions<ReportState, ReportAct> = {
  DRAFT: { PRESENT: 'PRESENTED' },
  PRESENTED: { SUBMIT: 'SUBMITTED' },
  SUBMITTED: { APPROVE: 'APPROVED', RETURN: 'RETURNED' },
  APPROVED: { PUBLISH: 'PUBLISHED' },
  PUBLISHED: {},
  RETURNED: { REVISE: 'DRAFT' },
};

/** Whether figures and text of a report in this state are frozen. */
export function isFrozen(state: ReportState): boolean {
  return state !== 'DRAFT' && state !== 'PRESENTED';
}
