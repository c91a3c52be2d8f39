import { allows, type Language, type LocalText, type ResourceOwnerType } from '@stoa/domain';
import type { Context, Loader } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { Refusal } from '../../platform/errors.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { textFor } from '../centres/index.js';
import { canReadNetwork, networkById, networkTarget } from '../networks/index.js';
import type { ResourceFacts } from './resource.policy.js';
import type { ResourceOwner } from './resource.type.js';

/** Columns of a resource that say what it belongs to. */
export type OwnerColumns = Pick<ResourceFacts, 'network_id' | 'structure_id' | 'centre_id' | 'school_id'> & { territory_id: string };

const GLOBAL: Readonly<Record<ResourceOwnerType, string>> = {
  NETWORK: 'Network',
  STRUCTURE: 'Structure',
  CENTRE: 'Centre',
  SCHOOL: 'School',
  COUNTY: 'Territory',
};

const TERRITORY_OF: Readonly<Record<ResourceOwnerType, string>> = {
  NETWORK: 'SELECT county_id AS id FROM networks WHERE id = $1',
  STRUCTURE: 'SELECT c.territory_id AS id FROM structures s JOIN centres c ON c.id = s.centre_id WHERE s.id = $1',
  CENTRE: 'SELECT territory_id AS id FROM centres WHERE id = $1',
  SCHOOL: 'SELECT county_id AS id FROM schools WHERE id = $1',
  COUNTY: "SELECT id FROM territories WHERE id = $1 AND kind = 'COUNTY'",
};

/**
 * Where a resource would belong that the viewer proposes to an owner. Everything but networks is public and takes proposals from everybody
 * who is signed in; a network from those who read its discussions.
 * @throws Refusal NOT_FOUND, FORBIDDEN
 */
export async function ownerColumns(ctx: Context, sql: Sql, type: ResourceOwnerType, globalId: string): Promise<OwnerColumns> {
  const id = fromGlobalId(globalId, GLOBAL[type])?.id;
  const territory = id && (await sql.row<{ id: string }>(TERRITORY_OF[type], [id]));
  if (!id || !territory) throw new Refusal('NOT_FOUND');
  if (type === 'NETWORK') await mayPropose(ctx, id);
  return {
    territory_id: territory.id,
    network_id: type === 'NETWORK' ? id : null,
    structure_id: type === 'STRUCTURE' ? id : null,
    centre_id: type === 'CENTRE' ? id : null,
    school_id: type === 'SCHOOL' ? id : null,
  };
}

async function mayPropose(ctx: Context, networkId: string): Promise<void> {
  const network = await ctx.load(networkById, networkId);
  if (!network) throw new Refusal('NOT_FOUND');
  if (allows(ctx.viewer, 'discussion.read', networkTarget(network))) return;
  throw new Refusal(canReadNetwork(ctx.viewer, network, false) ? 'FORBIDDEN' : 'NOT_FOUND');
}

/** The type and id of what a resource belongs to. */
export function ownerOf(row: OwnerColumns): { type: ResourceOwnerType; id: string } {
  if (row.network_id !== null) return { type: 'NETWORK', id: row.network_id };
  if (row.structure_id !== null) return { type: 'STRUCTURE', id: row.structure_id };
  if (row.centre_id !== null) return { type: 'CENTRE', id: row.centre_id };
  if (row.school_id !== null) return { type: 'SCHOOL', id: row.school_id };
  return { type: 'COUNTY', id: row.territory_id };
}

/** All owners' names by `<type>/<id>`. A network's or school's name has one language, the others several. */
const NAMES = `
  SELECT 'NETWORK' AS type, id, slug, lang, jsonb_build_object(lang, name) AS names FROM networks WHERE id = ANY($1)
  UNION ALL SELECT 'SCHOOL', id, slug, lang, jsonb_build_object(lang, name) FROM schools WHERE id = ANY($1)
  UNION ALL SELECT 'STRUCTURE', id, slug, lang, names FROM structures WHERE id = ANY($1)
  UNION ALL SELECT 'CENTRE', id, slug, lang, names FROM centres WHERE id = ANY($1)
  UNION ALL SELECT 'COUNTY', id, slug, lang, names FROM territories WHERE id = ANY($1)`;

interface NameRow {
  type: ResourceOwnerType;
  id: string;
  slug: string;
  lang: Language;
  names: LocalText;
}

const ownerNames: Loader<string, NameRow | null> = async (ctx, ids) => {
  const rows = await ctx.db.rows<NameRow>(NAMES, [ids]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
};

/** What a resource belongs to, in the reader's language where it has a name in it. Names of networks are public where the resource is. */
export async function resourceOwner(ctx: Context, row: OwnerColumns): Promise<ResourceOwner | null> {
  const { type, id } = ownerOf(row);
  const found = await ctx.load(ownerNames, id);
  if (!found) return null;
  const { lang, text } = textFor(found.names, ctx.lang, found.lang) ?? { lang: found.lang, text: found.slug };
  return { type, id: toGlobalId(GLOBAL[type], id), name: text, lang, slug: found.slug };
}
