import { RESOURCE, RESOURCE_VERSION, transition, type ResourceAct, type ResourceVersionAct } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { authorizeResource } from '../resource.policy.js';
import type { ResourceActInput, ResourcePayload } from '../resource.inputs.js';
import { lockResource, resourceById, resourceIdOf, toResource } from '../resource.queries.js';
import type { ResourceRow } from '../resource.statement.js';
import { openVersion } from '../version.queries.js';
import type { VersionRow } from '../version.row.js';

/** An act on a resource: who may, and what it changes. */
interface Change {
  /** In the audit log. */
  name: string;
  may: (viewer: Context['viewer'], row: ResourceRow) => boolean;
  /** Columns of the resource to set, besides its version. */
  change: (tx: Tx, row: ResourceRow, now: Date) => Promise<Record<string, unknown>>;
  /** What readers and reviewers see changes with it. */
  visible?: boolean;
}

/** Sets columns of a row of a table and raises its version. */
export async function setColumns(
  tx: Tx,
  table: 'resources' | 'resource_versions',
  id: string,
  set: Record<string, unknown>,
): Promise<void> {
  const columns = Object.keys(set).map((column, at) => `${column} = $${at + 2}`);
  await tx.row(`UPDATE ${table} SET ${[...columns, 'version = version + 1'].join(', ')} WHERE id = $1`, [id, ...Object.values(set)]);
}

/**
 * Loads and locks a resource, asks the right, compares the version, changes it and writes the audit row.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function changeResource(ctx: Context, input: ResourceActInput, act: Change): Promise<ResourcePayload> {
  const id = resourceIdOf(input.id);
  const outcome = await mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    const row = await lockResource(tx, id);
    authorizeResource(ctx.viewer, row, act.may(ctx.viewer, row));
    if (row.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    const now = ctx.clock.now();
    const set = await act.change(tx, row, now);
    await setColumns(tx, 'resources', row.id, { ...set, ...(act.visible !== false && { changed_at: now }) });
    await audit(tx, {
      actorId,
      act: act.name,
      subjectType: 'Resource',
      subjectId: row.id,
      at: now,
      requestId: ctx.requestId,
    });
    return { id: row.id };
  });
  return resourcePayload(ctx, outcome);
}

/** The payload of a command: the resource read after the commit, or the errors. */
export async function resourcePayload(
  ctx: Context,
  outcome: { id?: string | undefined; userErrors: ResourcePayload['userErrors'] },
): Promise<ResourcePayload> {
  if (outcome.id === undefined) return { userErrors: outcome.userErrors };
  const row = await ctx.load(resourceById, outcome.id);
  return { resource: row && toResource(row), userErrors: [] };
}

/** The state that an act leads a resource to. @throws UserErrors RESOURCE_STATE where it is not legal */
export function nextState(row: ResourceRow, act: ResourceAct): ResourceRow['state'] {
  return transition(RESOURCE, row.state, act) ?? reject('RESOURCE_STATE');
}

/** The open version and the state that an act leads it to. @throws UserErrors RESOURCE_STATE where there is none, or it is not legal */
export async function nextVersion(
  tx: Tx,
  row: ResourceRow,
  act: ResourceVersionAct,
): Promise<{ open: VersionRow; state: VersionRow['state'] }> {
  const open = await openVersion(tx, row.id);
  const state = open && transition(RESOURCE_VERSION, open.state, act);
  return open && state ? { open, state } : reject('RESOURCE_STATE');
}
