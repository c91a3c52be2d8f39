import { librarySource as sourceRule, lockedFields, SOURCE_OWNER_TYPES } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { ownerColumns, resourceById, resourceIdOf, toResource } from '../../resources/index.js';
import { beginRun, endRun, openRun } from '../harvest/harvest-run.js';
import { requestHarvest } from '../harvest/harvest.jobs.js';
import { sourceById, sourceIdOf, toSource } from '../harvest/source.queries.js';
import type {
  AddLibrarySourceInput,
  ChangeLibrarySourceInput,
  HarvestInput,
  LibrarySourcePayload,
  LockHarvestedFieldsInput,
  LockHarvestedFieldsPayload,
} from '../harvest/source.type.js';

async function note(ctx: Context, tx: Tx, act: string, subjectType: string, subjectId: string): Promise<void> {
  await audit(tx, { actorId: signedIn(ctx.viewer), act, subjectType, subjectId, at: ctx.clock.now(), requestId: ctx.requestId });
}

async function payload(ctx: Context, outcome: Outcome<{ id: string }>): Promise<LibrarySourcePayload> {
  if (outcome.id === undefined) return { userErrors: outcome.userErrors };
  const row = await ctx.load(sourceById, outcome.id);
  return { source: row && toSource(row), userErrors: [] };
}

function fields(input: AddLibrarySourceInput | ChangeLibrarySourceInput): unknown[] {
  const { name, url, metadataPrefix, set, kind, lang, licence, schedule } = input;
  const said = checked(sourceRule, { name, url, metadataPrefix, set, kind, lang, licence: licence ?? null, schedule });
  const defaults = { kind: said.kind, lang: said.lang, licence: said.licence };
  return [said.name, said.url, said.metadataPrefix, said.set, JSON.stringify(defaults), said.schedule];
}

/** Adds a repository that the library is filled from. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export async function addLibrarySource(ctx: Context, input: AddLibrarySourceInput): Promise<LibrarySourcePayload> {
  const outcome = await mutate(ctx, async (tx) => {
    authorize(ctx.viewer, 'register.change', {});
    const values = fields(input);
    if (!(SOURCE_OWNER_TYPES as readonly string[]).includes(input.ownerType)) reject('INVALID_CHOICE', ['ownerType']);
    const owner = await ownerColumns(ctx, tx, input.ownerType, input.ownerId);
    const { clientMutationId, ...body } = input;
    const now = ctx.clock.now();
    return once(tx, { actorId: signedIn(ctx.viewer), key: clientMutationId, operation: 'addLibrarySource', input: body, now }, async () => {
      const id = newId();
      await tx.row(
        `INSERT INTO library_sources (id, name, url, metadata_prefix, set_spec, defaults, schedule, territory_id, centre_id, structure_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [id, ...values, owner.territory_id, owner.centre_id, owner.structure_id, now],
      );
      await note(ctx, tx, 'addLibrarySource', 'LibrarySource', id);
      return id;
    });
  });
  return payload(ctx, outcome);
}

/** Changes a source; another address or set is asked from the beginning. @throws Refusal UNAUTHENTICATED, NOT_FOUND, CONFLICT */
export async function changeLibrarySource(ctx: Context, input: ChangeLibrarySourceInput): Promise<LibrarySourcePayload> {
  const outcome = await mutate(ctx, async (tx) => {
    authorize(ctx.viewer, 'register.change', {});
    const id = sourceIdOf(input.id);
    const known = await tx.row<{ version: number }>('SELECT version FROM library_sources WHERE id = $1 FOR UPDATE', [id]);
    if (!known) throw new Refusal('NOT_FOUND');
    if (known.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    await tx.row(
      `UPDATE library_sources SET next_from = CASE WHEN (url, metadata_prefix, set_spec) = ($3, $4, $5) THEN next_from END,
         name = $2, url = $3, metadata_prefix = $4, set_spec = $5, defaults = $6, schedule = $7, version = version + 1 WHERE id = $1`,
      [id, ...fields(input)],
    );
    await note(ctx, tx, 'changeLibrarySource', 'LibrarySource', id);
    return { id };
  });
  return payload(ctx, outcome);
}

/** Begins a harvest, or goes on with one that failed. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export async function runHarvest(ctx: Context, input: HarvestInput): Promise<LibrarySourcePayload> {
  const outcome = await mutate(ctx, async (tx) => {
    authorize(ctx.viewer, 'register.change', {});
    const id = sourceIdOf(input.id);
    if (!(await tx.row('SELECT 1 FROM library_sources WHERE id = $1', [id]))) throw new Refusal('NOT_FOUND');
    await requestHarvest(tx, await beginRun(tx, id, ctx.clock.now()));
    await note(ctx, tx, 'runHarvest', 'LibrarySource', id);
    return { id };
  });
  return payload(ctx, outcome);
}

/** Stops a harvest after the page that is being taken in; what it has brought stays. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export async function cancelHarvest(ctx: Context, input: HarvestInput): Promise<LibrarySourcePayload> {
  const outcome = await mutate(ctx, async (tx) => {
    authorize(ctx.viewer, 'register.change', {});
    const id = sourceIdOf(input.id);
    if (!(await tx.row('SELECT 1 FROM library_sources WHERE id = $1', [id]))) throw new Refusal('NOT_FOUND');
    const open = await openRun(tx, id);
    if (open?.state !== 'RUNNING') reject('HARVEST_STATE');
    await endRun(tx, open.id, 'CANCEL', ctx.clock.now(), undefined, signedIn(ctx.viewer));
    return { id };
  });
  return payload(ctx, outcome);
}

/** Keeps fields of a harvested resource as they are, whatever its source says; all others follow it. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export async function lockHarvestedFields(ctx: Context, input: LockHarvestedFieldsInput): Promise<LockHarvestedFieldsPayload> {
  const outcome = await mutate(ctx, async (tx) => {
    authorize(ctx.viewer, 'register.change', {});
    const id = resourceIdOf(input.id);
    const { fields: locked } = checked(z.object({ fields: lockedFields }), { fields: input.fields });
    // The digest is forgotten, so that what is unlocked follows its source with the next harvest that meets it.
    const done = await tx.row(`UPDATE harvested_records SET locked_fields = $2, hash = '' WHERE resource_id = $1 RETURNING 1`, [
      id,
      locked,
    ]);
    if (!done) throw new Refusal('NOT_FOUND');
    await note(ctx, tx, 'lockHarvestedFields', 'Resource', id);
    return { id };
  });
  if (outcome.id === undefined) return { userErrors: outcome.userErrors };
  const row = await ctx.load(resourceById, outcome.id);
  return { resource: row && toResource(row), userErrors: [] };
}
