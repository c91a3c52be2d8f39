import type { JobHandlers, Schedule } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import { certifyPath } from './certificates/issue.js';
import { sendIssued, sendRevoked } from './certificates/certificate-mails.js';
import { verifyCompletions } from './counters.js';
import { completePaths } from './paths/complete-paths.js';

/** Whoever has done what is left of a path that was changed, has completed it. */
async function completeFollowers(payload: Record<string, unknown>, services: Services): Promise<void> {
  const rows = await services.db.rows<{ person_id: string }>(
    'SELECT person_id FROM path_enrolments WHERE path_id = $1 AND done_at IS NULL ORDER BY person_id',
    [String(payload['pathId'])],
  );
  for (const { person_id: personId } of rows) await services.db.transaction((tx) => completePaths(services, tx, personId));
}

/** A post may be the step of a path that its author follows. */
async function completeAuthor(payload: Record<string, unknown>, services: Services): Promise<void> {
  const row = await services.db.row<{ author_id: string }>(
    `SELECT p.author_id FROM posts p JOIN path_steps s ON s.thread_id = p.thread_id
     JOIN path_enrolments e ON e.path_id = s.path_id AND e.person_id = p.author_id AND e.done_at IS NULL WHERE p.id = $1 LIMIT 1`,
    [String(payload['postId'])],
  );
  if (row) await services.db.transaction((tx) => completePaths(services, tx, row.author_id));
}

/** A resource that was withdrawn is asked for no more: its paths may be completed by that. */
async function completeAfterWithdrawal(payload: Record<string, unknown>, services: Services): Promise<void> {
  const rows = await services.db.rows<{ id: string }>(
    `SELECT DISTINCT s.path_id AS id FROM path_steps s JOIN resources r ON r.id = s.resource_id WHERE r.id = $1 AND r.state = 'WITHDRAWN'`,
    [String(payload['resourceId'])],
  );
  for (const { id } of rows) await completeFollowers({ pathId: id }, services);
}

/** What learning does after changes, and by night. */
export const learningJobs: JobHandlers = {
  PathCompleted: certifyPath,
  PathChanged: completeFollowers,
  PostCreated: completeAuthor,
  ResourceChanged: completeAfterWithdrawal,
  CertificateIssued: sendIssued,
  CertificateRevoked: sendRevoked,
  verifyCompletions: async (_payload, services) => {
    await verifyCompletions(services);
  },
};

export const learningSchedules: readonly Schedule[] = [{ task: 'verifyCompletions', pattern: '45 2 * * *' }];
