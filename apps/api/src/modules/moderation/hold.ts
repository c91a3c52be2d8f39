import { reduceStatus, type Decision } from '@stoa/domain';
import { audit } from '../../platform/database/audit.js';
import type { Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { appendDecision, decisionLog } from './log.js';
import { adapterOf } from './subjects.js';

/**
 * Holds a subject for review without anybody's decision. It stands in the log under its author, by whose writing it came about: nobody
 * decides on themselves, so a hold under the author is always one of these. Of what was decided on before, the program judges nothing.
 * @returns whether it is held now
 */
export async function holdForReview(tx: Tx, type: string, id: string, { reason, at }: { reason: string; at: Date }): Promise<boolean> {
  const adapter = adapterOf(type);
  const subject = await adapter.lock(tx, id);
  if (!subject || subject.status.visibility !== 'VISIBLE' || (await decisionLog(tx, type, id)).length > 0) return false;
  const decision: Decision = { id: newId(), kind: 'HOLD', reverses: null };
  await appendDecision(tx, { ...subject, type }, decision, { seq: 1, reason, by: subject.authorId, at });
  await adapter.saveStatus(tx, subject, reduceStatus([decision]));
  await audit(tx, { actorId: null, act: 'holdForReview', subjectType: type, subjectId: id, countyId: subject.countyId, at });
  return true;
}
