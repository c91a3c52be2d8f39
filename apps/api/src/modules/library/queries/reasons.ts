import { readPreferences } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { toGlobalId } from '../../../platform/ids.js';
import { resourceById, toResource } from '../../resources/index.js';
import { libraryReach, wordsVisibleTo } from '../library.policy.js';
import type { LibraryReason } from '../library.types.js';

/** Networks by which resources are looked for, those joined last; topics of each, its commonest; resources of each. */
const NETWORKS = 3;
const TOPICS = 3;
const SHOWN = 3;

interface Row {
  id: string;
  name: string;
  lang: string;
  resource_ids: string[];
}

/**
 * Resources in the viewer's language on the topics that networks of the viewer have published most about, the newest first, none of the
 * viewer's own: one statement, and one for the resources. Nothing is kept of what was shown. @throws Refusal UNAUTHENTICATED
 */
export async function libraryReasons(ctx: Context): Promise<LibraryReason[]> {
  const me = signedIn(ctx.viewer);
  const { personId, all, networkIds, scopeIds } = libraryReach(ctx.viewer);
  const visible = wordsVisibleTo({ personId: '$1', all: '$2', networkIds: '$3', scopeIds: '$4' });
  const own = await ctx.db.row<{ preferences: unknown }>('SELECT preferences FROM people WHERE id = $1', [me]);
  if (!readPreferences(own?.preferences).recommendations) return [];
  const rows = await ctx.reads.rows<Row>(
    `SELECT n.id, n.name, n.lang, p.resource_ids FROM (
       SELECT m.network_id, m.joined_at FROM memberships m WHERE m.person_id = $1 AND m.state = 'ACTIVE' ORDER BY m.joined_at DESC NULLS LAST, m.network_id LIMIT ${NETWORKS}
     ) mine JOIN networks n ON n.id = mine.network_id
     CROSS JOIN LATERAL (SELECT array_agg(t.no) AS topics FROM (
       SELECT f.no FROM resources r JOIN resource_topics rt ON rt.resource_id = r.id JOIN library_facets f ON f.facet = 'TOPIC' AND f.value = rt.topic_id::text
       WHERE r.network_id = n.id AND r.state IN ('PUBLISHED', 'OUTDATED') GROUP BY f.no ORDER BY count(*) DESC, f.no LIMIT ${TOPICS}) t) about
     CROSS JOIN LATERAL (SELECT array_agg(w.resource_id ORDER BY w.published_at DESC, w.resource_id DESC) AS resource_ids FROM (
       SELECT w.resource_id, w.published_at FROM resource_words w WHERE w.lang = $5 AND w.facets && about.topics AND ${visible}
         AND NOT EXISTS (SELECT 1 FROM resources r WHERE r.id = w.resource_id AND r.proposed_by = $1)
       ORDER BY w.published_at DESC, w.resource_id DESC LIMIT ${SHOWN}) w) p
     WHERE p.resource_ids IS NOT NULL ORDER BY mine.joined_at DESC NULLS LAST, n.id`,
    [personId, all, networkIds, scopeIds, ctx.lang],
  );
  // What one network's topics have shown another's need not show again.
  const seen = new Set<string>();
  const reasons = await Promise.all(
    rows.map(async (row): Promise<LibraryReason> => {
      const fresh = row.resource_ids.filter((id) => !seen.has(id));
      for (const id of fresh) seen.add(id);
      const found = await ctx.loadMany(resourceById, fresh);
      return {
        networkId: toGlobalId('Network', row.id),
        networkName: row.name,
        networkLang: row.lang,
        resources: found.flatMap((resource) => (resource ? [toResource(resource)] : [])),
      };
    }),
  );
  return reasons.filter(({ resources }) => resources.length > 0);
}
