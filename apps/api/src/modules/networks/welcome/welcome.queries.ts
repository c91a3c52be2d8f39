import { allows } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { toGlobalId } from '../../../platform/ids.js';
import type { NetworkWelcomeType } from './welcome.types.js';

interface WelcomeRow {
  id: string;
  lang: string;
  county_path: string[];
  body: string | null;
  body_html: string | null;
  version: number | null;
  greets: boolean;
}

/** What a network says to who joins it, by its slug; null where the viewer does not read what its members read. */
export async function networkWelcome(ctx: Context, slug: string): Promise<NetworkWelcomeType | null> {
  const me = signedIn(ctx.viewer);
  const row = await ctx.db.row<WelcomeRow>(
    `SELECT n.id, n.lang, c.path AS county_path, w.body, w.body_html, w.version,
       EXISTS (SELECT 1 FROM memberships m WHERE m.network_id = n.id AND m.person_id = $2 AND m.state = 'ACTIVE' AND m.welcomed_at IS NULL
         AND m.joined_at >= w.first_at AND w.body <> '') AS greets
     FROM networks n JOIN territories c ON c.id = n.county_id LEFT JOIN network_welcomes w ON w.network_id = n.id WHERE n.slug = $1`,
    [slug, me],
  );
  const target = row && { scopes: [row.id, ...row.county_path], networkId: row.id };
  if (!target || !allows(ctx.viewer, 'discussion.read', target)) return null;
  return {
    networkId: toGlobalId('Network', row.id),
    body: allows(ctx.viewer, 'network.edit', target) ? (row.body ?? '') : null,
    html: row.body_html ?? '',
    lang: row.lang,
    greets: row.greets,
    version: row.version ?? 0,
  };
}
