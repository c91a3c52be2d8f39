import { reject } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import type { SuspensionLog } from '../networks/index.js';
import { appendDecision, decisionLog } from './log.js';
import { closeGranted, isUnderAppeal } from './open-appeals.js';

/** Keeps suspensions of members, and their end, in the decision log. The network is locked. */
export const logSuspension: SuspensionLog = async (tx, { kind, membershipId, networkId, countyId, personId, reason, by, at }) => {
  if (kind === 'SUSPEND' && (await isUnderAppeal(tx, 'Membership', membershipId))) reject('APPEAL_OPEN');
  const log = await decisionLog(tx, 'Membership', membershipId);
  const decision = { id: newId(), kind, reverses: null };
  const subject = { type: 'Membership', id: membershipId, countyId, scopeId: networkId, authorId: personId };
  await appendDecision(tx, subject, decision, { seq: log.length + 1, reason, by, at });
  await closeGranted(tx, 'Membership', membershipId, { log: [...log, decision], by, at });
};
