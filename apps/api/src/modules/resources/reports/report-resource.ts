import { createHash } from 'node:crypto';
import { resourceReportRule } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId, toGlobalId } from '../../../platform/ids.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { consumed, limiterClient, limiterOn } from '../../../platform/rate-limit.js';
import { canReadResource } from '../resource.policy.js';
import { resourceById, resourceIdOf } from '../resource.queries.js';
import type { ReportPayload, ReportResourceInput } from './report.types.js';

/** So many reports an hour one person, or one address of visitors, may make. */
const PER_HOUR = 10;

/**
 * Says what is wrong with a resource, or an account of its use, that the viewer reads. A visitor may too, and is answered by mail.
 * @throws Refusal NOT_FOUND, RATE_LIMITED
 */
export async function reportResource(ctx: Context, input: ReportResourceInput): Promise<ReportPayload> {
  const me = ctx.viewer.personId;
  const outcome = await prepareAndMutate(
    ctx,
    async () => {
      const row = await ctx.load(resourceById, resourceIdOf(input.id));
      if (!row || !canReadResource(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
      const values = checked(resourceReportRule, { reason: input.reason, text: input.text, email: input.email || null });
      if (me === null && values.email === null) reject('REQUIRED', 'email');
      return { row, values };
    },
    async (tx, { row, values }) => {
      const useId = input.useId ? (fromGlobalId(input.useId, 'ResourceUse')?.id ?? null) : null;
      const use =
        useId && (await tx.row('SELECT 1 FROM resource_uses WHERE id = $1 AND resource_id = $2 AND hidden_at IS NULL', [useId, row.id]));
      if (input.useId && !use) throw new Refusal('NOT_FOUND');
      const now = ctx.clock.now();
      const { clientMutationId, ...body } = input;
      return once(tx, { actorId: me, key: me && clientMutationId, operation: 'reportResource', input: body, now }, async () => {
        // What is sent again is no further report.
        const limiter = limiterOn(limiterClient(tx), 'resource-report', PER_HOUR, 3_600);
        const key = me ?? createHash('sha256').update(ctx.ip).digest('base64url');
        if (!(await consumed(limiter, key))) throw new Refusal('RATE_LIMITED', { retryAfterSeconds: 3_600 });
        const id = newId();
        await tx.row(
          `INSERT INTO resource_reports (id, resource_id, use_id, reason, text, reported_by, reporter_email, lang, reported_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [id, row.id, useId, values.reason, values.text, me, me === null ? values.email : null, ctx.lang, now],
        );
        await audit(tx, {
          actorId: me,
          act: 'reportResource',
          subjectType: 'Resource',
          subjectId: row.id,
          at: now,
          requestId: ctx.requestId,
        });
        await publish(tx, 'ResourceReported', { reportId: id });
        return id;
      });
    },
  );
  return outcome.id === undefined
    ? { userErrors: outcome.userErrors }
    : { reportId: toGlobalId('ResourceReport', outcome.id), userErrors: [] };
}
