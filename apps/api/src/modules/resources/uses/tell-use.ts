import { isPublished, rules, useRule } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { dateIn } from '../../../platform/clock.js';
import { resourcePayload } from '../commands/change-resource.js';
import { canReadResource } from '../resource.policy.js';
import type { ResourcePayload } from '../resource.inputs.js';
import { lockResource, resourceIdOf } from '../resource.queries.js';
import type { ResourceRow } from '../resource.statement.js';
import type { MarkUsefulInput, TakeBackUseInput, TellUseInput } from './use.types.js';

/** A published resource that the viewer reads, locked. @throws Refusal UNAUTHENTICATED, NOT_FOUND; UserErrors where it is not published */
async function published(ctx: Context, tx: Tx, globalId: string): Promise<ResourceRow> {
  const me = signedIn(ctx.viewer);
  const row = await lockResource(tx, resourceIdOf(globalId));
  if (!canReadResource(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
  authorize(ctx.viewer, 'resource.propose', { ownerId: me });
  if (!isPublished(row.state)) reject('RESOURCE_STATE');
  return row;
}

/** Says with one press that a resource was useful, or takes it back; nobody marks what they brought in. */
export async function markUseful(ctx: Context, input: MarkUsefulInput): Promise<ResourcePayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const row = await published(ctx, tx, input.id);
    if (row.proposed_by === ctx.viewer.personId) reject('OWN_RESOURCE');
    const changed = input.useful
      ? await tx.rows(
          'INSERT INTO resource_marks (resource_id, person_id, marked_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
          [row.id, ctx.viewer.personId, ctx.clock.now()],
        )
      : await tx.rows('DELETE FROM resource_marks WHERE resource_id = $1 AND person_id = $2 RETURNING 1', [row.id, ctx.viewer.personId]);
    const by = input.useful ? changed.length : -changed.length;
    await tx.row('UPDATE resources SET useful_count = useful_count + $2 WHERE id = $1', [row.id, by]);
    return { id: row.id };
  });
  return resourcePayload(ctx, outcome);
}

/** Where a person works today by a confirmed affiliation. */
async function schoolOf(ctx: Context, tx: Tx, personId: string): Promise<string | null> {
  const row = await tx.row<{ school_id: string }>(
    `SELECT school_id FROM affiliations WHERE person_id = $1 AND state = 'CONFIRMED' AND school_id IS NOT NULL AND (ends_on IS NULL OR ends_on >= $2)
     ORDER BY starts_on DESC, id LIMIT 1`,
    [personId, dateIn(ctx.clock.now(), ctx.config.timeZone)],
  );
  return row?.school_id ?? null;
}

/** Counts the accounts of a locked resource that are shown. */
export async function recountUses(tx: Tx, resourceId: string): Promise<void> {
  await tx.row(
    'UPDATE resources SET uses_count = (SELECT count(*) FROM resource_uses WHERE resource_id = $1 AND hidden_at IS NULL) WHERE id = $1',
    [resourceId],
  );
}

/** Tells how it went where the viewer tried a resource, or tells it anew: one account for each person. */
export async function tellUse(ctx: Context, input: TellUseInput): Promise<ResourcePayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const row = await published(ctx, tx, input.id);
    const me = signedIn(ctx.viewer);
    const { result, account, lang } = checked(useRule.extend({ lang: rules.language }), input);
    const now = ctx.clock.now();
    const id = newId();
    // What a reviewer took out of sight does not come back by telling it anew.
    await tx.row(
      `INSERT INTO resource_uses (id, resource_id, person_id, school_id, result, account, lang, told_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (resource_id, person_id) DO UPDATE SET result = EXCLUDED.result, account = EXCLUDED.account, lang = EXCLUDED.lang, edited_at = EXCLUDED.told_at,
         version = resource_uses.version + 1`,
      [id, row.id, me, await schoolOf(ctx, tx, me), result, account, lang, now],
    );
    await recountUses(tx, row.id);
    await audit(tx, { actorId: me, act: 'tellUse', subjectType: 'Resource', subjectId: row.id, at: now, requestId: ctx.requestId });
    return { id: row.id };
  });
  return resourcePayload(ctx, outcome);
}

/** Takes the viewer's own account back. */
export async function takeBackUse(ctx: Context, input: TakeBackUseInput): Promise<ResourcePayload> {
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const row = await lockResource(tx, resourceIdOf(input.id));
    const gone = await tx.rows('DELETE FROM resource_uses WHERE resource_id = $1 AND person_id = $2 RETURNING 1', [row.id, me]);
    if (gone.length === 0) throw new Refusal('NOT_FOUND');
    await recountUses(tx, row.id);
    await audit(tx, {
      actorId: me,
      act: 'takeBackUse',
      subjectType: 'Resource',
      subjectId: row.id,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return { id: row.id };
  });
  return resourcePayload(ctx, outcome);
}
