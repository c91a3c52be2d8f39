import type { Language, LocalText, ResourceOwnerType } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import type { Context } from '../../platform/context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { toGlobalId } from '../../platform/ids.js';
import { likeWords, textFor } from '../centres/index.js';
import { OWNER_TYPES } from './owners.js';
import type { ResourceOwner } from './resource.type.js';

interface OwnerRow {
  type: ResourceOwnerType;
  id: string;
  slug: string;
  lang: Language;
  names: LocalText;
}

/**
 * Places that a person has to do with: networks of membership or office, structures, centres and schools of office, schools of an
 * affiliation, and the counties of all that. `$1` person, `$2` networks and scopes of the viewer, `$3` today.
 */
const OWN = `
  WITH at_school AS (
    SELECT school_id, county_id FROM affiliations WHERE person_id = $1 AND state <> 'ENDED' AND (ends_on IS NULL OR ends_on >= $3)
  ), near AS (
    SELECT 1 AS place, 'NETWORK' AS type, id, slug, lang, jsonb_build_object(lang, name) AS names, county_id FROM networks WHERE id = ANY($2)
    UNION ALL SELECT 2, 'STRUCTURE', s.id, s.slug, s.lang, s.names, c.territory_id FROM structures s JOIN centres c ON c.id = s.centre_id WHERE s.id = ANY($2)
    UNION ALL SELECT 3, 'CENTRE', id, slug, lang, names, territory_id FROM centres WHERE id = ANY($2)
    UNION ALL SELECT 4, 'SCHOOL', id, slug, lang, jsonb_build_object(lang, name), county_id FROM schools
      WHERE id = ANY($2) OR id IN (SELECT school_id FROM at_school)
  )
  SELECT place, type, id, slug, lang, names FROM near
  UNION SELECT 5, 'COUNTY', t.id, t.slug, t.lang, t.names FROM territories t
    WHERE t.kind = 'COUNTY' AND (t.id IN (SELECT county_id FROM near) OR t.id IN (SELECT county_id FROM at_school) OR t.id = ANY($2))
  ORDER BY place, slug LIMIT $4`;

const FOUND = `SELECT 'COUNTY' AS type, id, slug, lang, names FROM territories
  WHERE kind = 'COUNTY' AND valid_to IS NULL AND ' ' || search LIKE ALL ($1::text[]) ORDER BY search LIMIT $2`;

/**
 * Where the viewer may propose a resource: without a search the places they have to do with; with one the counties whose name it begins.
 */
export async function resourceOwners(ctx: Context, query: { first: number; search: string | null }): Promise<ResourceOwner[]> {
  const first = pageSize(query.first);
  const words = likeWords(query.search);
  const { viewer } = ctx;
  const ids = [...viewer.memberships.map(({ networkId }) => networkId), ...viewer.appointments.map(({ scopeId }) => scopeId)];
  const rows =
    words.length > 0
      ? await ctx.db.rows<OwnerRow>(FOUND, [words, first])
      : await ctx.db.rows<OwnerRow>(OWN, [viewer.personId, ids, dateIn(ctx.clock.now(), ctx.config.timeZone), first]);
  return rows.map(({ type, id, slug, lang, names }) => {
    const name = textFor(names, ctx.lang, lang) ?? { lang, text: slug };
    return { type, id: toGlobalId(OWNER_TYPES[type], id), name: name.text, lang: name.lang, slug };
  });
}
