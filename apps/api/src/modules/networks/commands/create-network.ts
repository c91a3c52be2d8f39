import { newNetwork, searchText, slugify } from '@stoa/domain';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { Network } from '../network.entity.js';
import type { CreateNetworkInput, NetworkPayload } from '../network.inputs.js';
import { networkDay } from '../network.queries.js';
import { networkPayload } from './network-payload.js';
import { addYear } from './open-network-year.js';

/** Addresses under `/networks` that pages of their own have. */
const RESERVED = ['new'];

/**
 * Creates a network of a county with the current school year proposed and its coordinator's post vacant.
 * @throws Refusal NOT_FOUND where the county is none, FORBIDDEN
 */
export async function createNetwork(ctx: Context, input: CreateNetworkInput): Promise<NetworkPayload> {
  const actorId = signedIn(ctx.viewer);
  const outcome = await mutate(ctx, async (tx) => {
    const county = await countyOf(tx, input.countyId);
    // Places are public, so whoever may not create here is told so.
    authorize(ctx.viewer, 'network.create', { scopes: county.path, isPublic: true }, 'public.read');
    const values = checked(newNetwork, input);
    const now = ctx.clock.now();
    const { clientMutationId, ...body } = input;
    return once(tx, { actorId, key: clientMutationId, operation: 'createNetwork', input: body, now }, async () => {
      const id = newId();
      const slug = await freeSlug(tx, values.name, id);
      await tx.manager.insert(Network, {
        ...values,
        id,
        slug,
        countyId: county.id,
        vacantSince: now,
        createdBy: actorId,
        createdAt: now,
        lastActivityAt: now,
        search: searchText([values.name, values.purpose]),
      });
      await addYear(tx, { id, county_id: county.id }, networkDay(ctx)[1], actorId, now);
      await audit(tx, {
        actorId,
        act: 'createNetwork',
        subjectType: 'Network',
        subjectId: id,
        countyId: county.id,
        at: now,
        requestId: ctx.requestId,
      });
      return id;
    });
  });
  return networkPayload(ctx, outcome);
}

async function countyOf(tx: Tx, globalId: string): Promise<{ id: string; path: string[] }> {
  const id = fromGlobalId(globalId, 'Territory')?.id;
  const county =
    id && (await tx.row<{ id: string; path: string[] }>("SELECT id, path FROM territories WHERE id = $1 AND kind = 'COUNTY'", [id]));
  if (!county) throw new Refusal('NOT_FOUND');
  return county;
}

/** The slug of a name, numbered where it is taken. Networks are named one at a time, so that two equal names get two slugs. */
async function freeSlug(tx: Tx, name: string, id: string): Promise<string> {
  await tx.row("SELECT 1 FROM pg_advisory_xact_lock(hashtext('networks.slug'))");
  const base = slugify(name, id).slice(0, 72);
  const rows = await tx.rows<{ slug: string }>("SELECT slug FROM networks WHERE slug = $1 OR slug ~ ('^' || $1 || '-[0-9]+$')", [base]);
  const taken = new Set([...RESERVED, ...rows.map((row) => row.slug)]);
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}
