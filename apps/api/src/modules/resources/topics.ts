import type { Loader } from '../../platform/context.js';

/** Ids of a resource's topics. */
export const topicsOf: Loader<string, string[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ resource_id: string; topic_ids: string[] }>(
    'SELECT resource_id, array_agg(topic_id ORDER BY topic_id) AS topic_ids FROM resource_topics WHERE resource_id = ANY($1) GROUP BY 1',
    [ids],
  );
  const found = new Map(rows.map((row) => [row.resource_id, row.topic_ids]));
  return ids.map((id) => found.get(id) ?? []);
};
