import { EMPTY_RESOURCE, resourceDraft, type ResourceContent } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import { once } from '../../../platform/database/idempotency.js';
import type { Tx } from '../../../platform/database/database.js';
import { claimSlugs } from '../../../platform/database/slugs.js';
import { checked } from '../../../platform/graphql/checked.js';
import { prepareAndMutate } from '../../../platform/graphql/mutate.js';
import { newId } from '../../../platform/ids.js';
import { ownerColumns, type OwnerColumns } from '../owners.js';
import type { CreateResourceInput, ResourcePayload } from '../resource.inputs.js';
import { resourcePayload } from './change-resource.js';

/** Puts a draft of a resource into the database with its first version. @returns its id */
export async function insertResource(
  tx: Tx,
  made: { owner: OwnerColumns; content: ResourceContent; proposedBy: string | null; at: Date },
): Promise<string> {
  const id = newId();
  const { content } = made;
  const [slug = id] = await claimSlugs(tx, 'resources', [{ name: content.title, otherwise: content.kind.toLowerCase() }]);
  await tx.row(
    `INSERT INTO resources (id, slug, territory_id, network_id, structure_id, centre_id, school_id, state, visibility, kind, lang, title, proposed_by, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'DRAFT', $8, $9, $10, $11, $12, $13, $13)`,
    [
      id,
      slug,
      made.owner.territory_id,
      made.owner.network_id,
      made.owner.structure_id,
      made.owner.centre_id,
      made.owner.school_id,
      content.visibility,
      content.kind,
      content.lang,
      content.title,
      made.proposedBy,
      made.at,
    ],
  );
  await tx.row(
    `INSERT INTO resource_versions (id, resource_id, no, state, content, created_by, created_at, changed_at) VALUES ($1, $2, 1, 'DRAFT', $3, $4, $5, $5)`,
    [newId(), id, JSON.stringify(content), made.proposedBy, made.at],
  );
  return id;
}

/**
 * Begins a resource: a draft that only its writer sees.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND or FORBIDDEN of what it is to belong to
 */
export async function createResource(ctx: Context, input: CreateResourceInput): Promise<ResourcePayload> {
  // What it is to belong to is read before the transaction, which must not wait for a second connection.
  const prepare = async () => {
    const me = signedIn(ctx.viewer);
    const owner = await ownerColumns(ctx, ctx.db, input.ownerType, input.ownerId);
    const { kind, title, lang } = input;
    return { me, owner, content: checked(resourceDraft, { ...EMPTY_RESOURCE, kind, title, lang }) };
  };
  const outcome = await prepareAndMutate(ctx, prepare, async (tx, { me, owner, content }) => {
    const now = ctx.clock.now();
    const { clientMutationId, ...body } = input;
    return once(tx, { actorId: me, key: clientMutationId, operation: 'createResource', input: body, now }, async () => {
      const id = await insertResource(tx, { owner, content, proposedBy: me, at: now });
      await audit(tx, {
        actorId: me,
        act: 'createResource',
        subjectType: 'Resource',
        subjectId: id,
        at: now,
        requestId: ctx.requestId,
      });
      return id;
    });
  });
  return resourcePayload(ctx, outcome);
}
