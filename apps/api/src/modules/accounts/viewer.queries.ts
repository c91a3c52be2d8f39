import type { Context } from '../../platform/context.js';
import { toGlobalId } from '../../platform/ids.js';
import { toPerson, type PersonRow } from './person.queries.js';
import type { ViewerType } from './viewer.type.js';

/** The signed-in person, or null for a visitor. */
export async function viewer(ctx: Context): Promise<ViewerType | null> {
  if (!ctx.me) return null;
  const row = await ctx.db.row<PersonRow & { email: string | null; lang: string; preferences: { theme?: string; shortcuts?: boolean } }>(
    'SELECT id, handle, display_name, email, lang, preferences FROM people WHERE id = $1',
    [ctx.me.personId],
  );
  if (!row) return null;
  return {
    id: toGlobalId('Viewer', row.id),
    person: toPerson(row),
    email: row.email,
    lang: row.lang,
    theme: row.preferences.theme ?? 'system',
    shortcuts: row.preferences.shortcuts ?? true,
  };
}
