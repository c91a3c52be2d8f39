import { draftBody } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { threadTarget } from '../discussions.policy.js';
import { lockThread, readable } from '../locks.js';
import { threadsChanged } from '../live/changes.js';
import { mentionedIn } from '../mentions/mentions.js';
import { postHtml } from '../post-html.js';
import type { ThreadType } from '../thread.type.js';
import { threadAnew, threadIdOf } from '../threads.queries.js';
import type { SummariseThreadInput } from './summary.types.js';

const fields = z.object({ body: draftBody });

const WRITE = `
  INSERT INTO thread_summaries (thread_id, county_id, body, body_html, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (thread_id) DO UPDATE SET body = EXCLUDED.body, body_html = EXCLUDED.body_html, written_by = EXCLUDED.written_by,
    written_at = EXCLUDED.written_at, version = thread_summaries.version + 1`;

/**
 * Sets, changes or takes away what stands above a thread as its summary. Nobody is told of mentions in it.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT where it changed since the viewer saw it
 */
export async function summariseThread(ctx: Context, input: SummariseThreadInput): Promise<Outcome<{ thread: ThreadType | null }>> {
  const id = threadIdOf(input.threadId);
  if (id === null) throw new Refusal('NOT_FOUND');
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const { body } = checked(fields, input);
    const found = await lockThread(tx, id);
    const { thread } = readable(ctx, found && { thread: found });
    authorize(ctx.viewer, 'thread.summarise', threadTarget(thread), 'discussion.read');
    const kept = await tx.row<{ version: number }>('SELECT version FROM thread_summaries WHERE thread_id = $1', [id]);
    if ((kept?.version ?? null) !== (input.seenVersion ?? null)) throw new Refusal('CONFLICT');
    if (body === '' && !kept) return {};
    const now = ctx.clock.now();
    if (body === '') await tx.row('DELETE FROM thread_summaries WHERE thread_id = $1', [id]);
    else {
      const { handles } = await mentionedIn(ctx, tx, thread.network_id, body);
      await tx.row(WRITE, [id, thread.county_id, body, postHtml(body, handles), me, now]);
    }
    await threadsChanged(tx, [id]);
    await audit(tx, {
      actorId: me,
      act: body === '' ? 'removeThreadSummary' : 'summariseThread',
      subjectType: 'Thread',
      subjectId: id,
      countyId: thread.county_id,
      at: now,
      requestId: ctx.requestId,
    });
    return {};
  });
  return outcome.userErrors.length > 0 ? { userErrors: outcome.userErrors } : { userErrors: [], thread: await threadAnew(ctx, id) };
}
