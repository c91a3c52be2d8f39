import { retentionForm } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { requireRecentProof } from '../../accounts/index.js';
import { retentionNow } from '../retention/retention.queries.js';
import type { ApplyRetentionInput, RetentionPayload, SetRetentionInput } from '../retention/retention.types.js';
import { retentionDays } from '../retention/rules.js';
import { beginRun, openRun } from '../retention/runs.js';

/** The rules as a whole are no record; entries of the audit log about them bear this id. */
const ALL_RULES = '00000000-0000-0000-0000-000000000000';

/** Sets how many days a kind of record is kept. @throws Refusal NOT_FOUND, PROOF_REQUIRED, CONFLICT @throws UserErrors of the rule */
export async function setRetention(ctx: Context, input: SetRetentionInput): Promise<RetentionPayload> {
  return await change(ctx, async (tx, me, now) => {
    const { name, expectedVersion } = input;
    const { days } = checked(retentionForm(name), { days: input.days });
    const before = (await retentionDays(tx))[name];
    // A kind has no row until somebody sets it: the insert itself tells who came first.
    const saved = await tx.row(
      `INSERT INTO retention_settings AS s (name, days, changed_by, changed_at) SELECT $1, $2, $3, $4
       WHERE $5 = 0 OR EXISTS (SELECT 1 FROM retention_settings WHERE name = $1)
       ON CONFLICT (name) DO UPDATE SET days = $2, changed_by = $3, changed_at = $4, version = s.version + 1 WHERE s.version = $5 RETURNING 1`,
      [name, days, me, now, expectedVersion],
    );
    if (!saved) throw new Refusal('CONFLICT');
    return { act: 'setRetention', detail: { name, before, days } };
  });
}

/** Has what is past its time go now instead of tonight. While that is under way already, it is the answer. @throws Refusal NOT_FOUND, PROOF_REQUIRED */
export async function applyRetentionNow(ctx: Context, input: ApplyRetentionInput): Promise<RetentionPayload> {
  return await change(ctx, async (tx, me, now) => {
    await tx.row('LOCK TABLE retention_runs IN SHARE ROW EXCLUSIVE MODE');
    let asked: string | null = null;
    await once(tx, { actorId: me, key: input.clientMutationId, operation: 'applyRetention', input: {}, now }, async () => {
      const running = await openRun(tx, now);
      if (running) return running.id;
      asked = await beginRun(tx, me, now);
      await publish(tx, 'RetentionRequested', { runId: asked });
      return asked;
    });
    return asked ? { act: 'applyRetention', detail: { runId: asked } } : null;
  });
}

interface Changed {
  act: string;
  detail: Record<string, unknown>;
}

/** Both commands ask for the same right and a fresh proof, and answer with the rules as they stand after them. */
async function change(ctx: Context, work: (tx: Tx, me: string, now: Date) => Promise<Changed | null>): Promise<RetentionPayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'retention.edit', {});
    requireRecentProof(ctx);
    const now = ctx.clock.now();
    const changed = await work(tx, me, now);
    if (changed)
      await audit(tx, { actorId: me, subjectType: 'Retention', subjectId: ALL_RULES, at: now, requestId: ctx.requestId, ...changed });
    return { done: true };
  });
  // The preview counts over whole tables: not while the transaction holds its locks.
  return outcome.userErrors.length > 0 ? { userErrors: outcome.userErrors } : { retention: await retentionNow(ctx), userErrors: [] };
}
