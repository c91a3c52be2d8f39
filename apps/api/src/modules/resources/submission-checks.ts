import type { ResourceContent } from '@stoa/domain';
import type { Tx } from '../../platform/database/database.js';

/** A version that is about to be sent to review. */
export interface Submission {
  resourceId: string;
  versionNo: number;
  content: ResourceContent;
}

/** What another module asks of a version beside its content. @throws UserErrors */
export type SubmissionCheck = (tx: Tx, submission: Submission) => Promise<void>;

const checks: SubmissionCheck[] = [];

/** Registers a check; done once, in the composition root. */
export function registerSubmissionCheck(check: SubmissionCheck): void {
  checks.push(check);
}

/** Asks every check that is registered. @throws UserErrors */
export async function checkSubmission(tx: Tx, submission: Submission): Promise<void> {
  for (const check of checks) await check(tx, submission);
}
