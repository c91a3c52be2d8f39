import { reachOf, withinReach } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { toGlobalId } from '../../platform/ids.js';
import type { ReasonTemplatesType, ReasonTemplateType } from './template.types.js';

/** How many templates a network keeps at most. */
export const MOST_TEMPLATES = 50;

/** A template's row. */
export interface TemplateRow {
  id: string;
  lang: string;
  title: string;
  body: string;
  version: number;
}

/** The public face of a row. */
export function toTemplate(row: TemplateRow): ReasonTemplateType {
  return { id: toGlobalId('ReasonTemplate', row.id), lang: row.lang, title: row.title, body: row.body, version: row.version };
}

/** A network's templates by its slug; null where the viewer does not moderate it. */
export async function reasonTemplates(ctx: Context, slug: string): Promise<ReasonTemplatesType | null> {
  const reach = reachOf(ctx.viewer, 'moderation.configure');
  const network = await ctx.db.row<{ id: string; name: string; lang: string }>(
    `SELECT n.id, n.name, n.lang FROM networks n JOIN territories c ON c.id = n.county_id
     WHERE n.slug = $1 AND ${withinReach({ all: '$2', scopeIds: '$3', networkIds: '$4' }, 'n.id', 'c.path')}`,
    [slug, reach.all, reach.scopeIds, reach.networkIds],
  );
  if (!network) return null;
  const rows = await ctx.db.rows<TemplateRow>(
    `SELECT id, lang, title, body, version FROM reason_templates WHERE network_id = $1 ORDER BY lang, title, id LIMIT ${MOST_TEMPLATES}`,
    [network.id],
  );
  return {
    networkId: toGlobalId('Network', network.id),
    networkName: network.name,
    networkLang: network.lang,
    templates: rows.map(toTemplate),
  };
}
