import type { Sql } from '../../../platform/database/database.js';

/** The network that takes a forum in. */
export interface ForumNetwork {
  id: string;
  countyId: string;
}

/** A network by its slug, or null. */
export async function forumNetwork(sql: Sql, slug: string): Promise<ForumNetwork | null> {
  const row = await sql.row<{ id: string; county_id: string }>('SELECT id, county_id FROM networks WHERE slug = $1', [slug]);
  return row && { id: row.id, countyId: row.county_id };
}
