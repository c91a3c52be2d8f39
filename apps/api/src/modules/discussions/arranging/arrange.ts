import { rules, THREAD_ARRANGEMENTS, type Decision } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { decisionLog, decisionsOf, expectSeq, record, type DecisionType } from '../../moderation/index.js';
import { lockThread, readable } from '../locks.js';
import { threadSubject } from '../subjects.js';
import type { ThreadRow } from '../thread.statement.js';
import type { ThreadType } from '../thread.type.js';
import { threadAnew, threadIdOf } from '../threads.queries.js';

const fields = z.object({ reason: rules.reason });

/** What a command of arranging does with the locked thread. */
export interface Arrangement {
  kind: 'MOVE' | 'SPLIT' | 'MERGE';
  /** Checks and prepares; says what the decision leads to. Nothing is decided yet. */
  prepare(tx: Tx, thread: ThreadRow): Promise<{ targetId: string | null; originId?: string | null; threadId: string }>;
  /** Moves what is moved, once the decision stands in the log. */
  carryOut(tx: Tx, thread: ThreadRow, decisionId: string): Promise<void>;
}

/**
 * Arranges a thread as a decision of its log.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function arrange(
  ctx: Context,
  input: { threadId: string; reason: string; expectedSeq: number },
  { kind, prepare, carryOut }: Arrangement,
): Promise<Outcome<{ thread: ThreadType | null; decision: DecisionType | null }>> {
  signedIn(ctx.viewer);
  const id = threadIdOf(input.threadId);
  if (id === null) throw new Refusal('NOT_FOUND');
  const outcome = await mutate(ctx, async (tx) => {
    const { reason } = checked(fields, { reason: input.reason });
    const subject = await threadSubject.lock(tx, id);
    if (!subject) throw new Refusal('NOT_FOUND');
    authorize(ctx.viewer, 'moderation.decide', subject.target, subject.readAct);
    const found = await lockThread(tx, id);
    const { thread } = readable(ctx, found && { thread: found });
    await expectSeq(tx, await decisionLog(tx, 'Thread', id), input.expectedSeq);
    // What is hidden would be seen where it goes.
    if (thread.visibility !== 'VISIBLE') reject('THREAD_HIDDEN');
    const decision: Decision = { id: newId(), kind, reverses: null };
    const { targetId, originId = null, threadId } = await prepare(tx, thread);
    await record(ctx, tx, { adapter: threadSubject, subject }, decision, {
      reason,
      expectedSeq: input.expectedSeq,
      kinds: THREAD_ARRANGEMENTS,
      targetId,
      originId,
    });
    await carryOut(tx, thread, decision.id);
    return { threadId };
  });
  if (outcome.threadId === undefined) return { userErrors: outcome.userErrors };
  const [decision] = await decisionsOf(ctx, 'Thread', id);
  return { userErrors: [], thread: await threadAnew(ctx, outcome.threadId), decision: decision ?? null };
}
