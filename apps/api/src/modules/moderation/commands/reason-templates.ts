import { rules } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { lockNetwork, networkTarget, type NetworkRow } from '../../networks/index.js';
import type { DeleteReasonTemplateInput, ReasonTemplateType, SaveReasonTemplateInput } from '../template.types.js';
import { MOST_TEMPLATES, toTemplate, type TemplateRow } from '../templates.queries.js';

const fields = z.object({ lang: rules.language, title: rules.title, body: rules.reason });
type Answer = Promise<Outcome<{ template: ReasonTemplateType | null }>>;

/**
 * Adds a template of reasons to a network, or changes one. Rejects TOO_MANY_TEMPLATES at fifty.
 * @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT, IDEMPOTENCY_MISMATCH
 */
export function saveReasonTemplate(ctx: Context, input: SaveReasonTemplateInput): Answer {
  const networkId = fromGlobalId(input.networkId, 'Network')?.id;
  const id = input.id == null ? null : fromGlobalId(input.id, 'ReasonTemplate')?.id;
  if (!networkId || id === undefined) throw new Refusal('NOT_FOUND');
  return mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const network = await lockForTemplates(ctx, tx, networkId);
    const values = checked(fields, input);
    const key = { actorId: me, key: input.clientMutationId, operation: 'saveReasonTemplate', input, now: ctx.clock.now() };
    const saved = await once(tx, key, async () => {
      // Whoever knows a version means a template that was there.
      if (id === null && input.expectedVersion != null) throw new Refusal('CONFLICT');
      if (id === null) await rejectTooMany(tx, network.id);
      else await lockTemplate(tx, id, network.id, input.expectedVersion ?? 0);
      const row = { id: id ?? newId(), ...values };
      await tx.row(
        `INSERT INTO reason_templates AS t (id, county_id, network_id, lang, title, body, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET lang = $4, title = $5, body = $6, changed_by = $7, version = t.version + 1`,
        [row.id, network.county_id, network.id, row.lang, row.title, row.body, me],
      );
      await note(ctx, tx, 'saveReasonTemplate', network, row.id);
      return row.id;
    });
    const row = await tx.row<TemplateRow>('SELECT id, lang, title, body, version FROM reason_templates WHERE id = $1', [saved.id]);
    return { template: row && toTemplate(row) };
  });
}

/** Deletes a template; decisions that used its words keep them. @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT */
export function deleteReasonTemplate(ctx: Context, input: DeleteReasonTemplateInput): Answer {
  const id = fromGlobalId(input.id, 'ReasonTemplate')?.id;
  if (!id) throw new Refusal('NOT_FOUND');
  return mutate(ctx, async (tx) => {
    const found = await tx.row<{ network_id: string }>('SELECT network_id FROM reason_templates WHERE id = $1', [id]);
    if (!found) throw new Refusal('NOT_FOUND');
    const network = await lockForTemplates(ctx, tx, found.network_id);
    const row = await lockTemplate(tx, id, network.id, input.expectedVersion);
    await tx.row('DELETE FROM reason_templates WHERE id = $1', [id]);
    await note(ctx, tx, 'deleteReasonTemplate', network, id);
    return { template: toTemplate(row) };
  });
}

async function lockForTemplates(ctx: Context, tx: Tx, networkId: string): Promise<NetworkRow> {
  const network = await lockNetwork(ctx, tx, networkId);
  authorize(ctx.viewer, 'moderation.configure', networkTarget(network), 'discussion.read');
  return network;
}

async function lockTemplate(tx: Tx, id: string, networkId: string, expected: number): Promise<TemplateRow> {
  const row = await tx.row<TemplateRow>(
    'SELECT id, lang, title, body, version FROM reason_templates WHERE id = $1 AND network_id = $2 FOR UPDATE',
    [id, networkId],
  );
  if (!row) throw new Refusal('NOT_FOUND');
  if (row.version !== expected) throw new Refusal('CONFLICT', { version: row.version });
  return row;
}

async function rejectTooMany(tx: Tx, networkId: string): Promise<void> {
  const row = await tx.row<{ n: number }>('SELECT count(*)::int AS n FROM reason_templates WHERE network_id = $1', [networkId]);
  if ((row?.n ?? 0) >= MOST_TEMPLATES) reject('TOO_MANY_TEMPLATES');
}

async function note(ctx: Context, tx: Tx, act: string, network: NetworkRow, templateId: string): Promise<void> {
  await audit(tx, {
    actorId: signedIn(ctx.viewer),
    act,
    subjectType: 'Network',
    subjectId: network.id,
    countyId: network.county_id,
    at: ctx.clock.now(),
    requestId: ctx.requestId,
    detail: { templateId },
  });
}
