import { readPreferences } from '@stoa/domain';
import type { Context } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { toGlobalId } from '../../platform/ids.js';
import { toPerson, type PersonRow } from './person.queries.js';
import type { ViewerType } from './viewer.type.js';

interface ViewerRow extends PersonRow {
  email: string | null;
  lang: string;
  preferences: unknown;
  mail_stopped: boolean;
  version: number;
}

/** The signed-in person, or null for a visitor. */
export async function viewer(ctx: Context): Promise<ViewerType | null> {
  return ctx.me ? viewerOf(ctx, ctx.me.personId) : null;
}

/** A person as the interface needs it once they are signed in. */
export async function viewerOf(ctx: Context, personId: string, sql: Sql = ctx.db): Promise<ViewerType | null> {
  const row = await sql.row<ViewerRow>(
    'SELECT id, handle, display_name, email, lang, preferences, mail_stopped_at IS NOT NULL AS mail_stopped, version FROM people WHERE id = $1',
    [personId],
  );
  if (!row) return null;
  const { theme, shortcuts, shortcutKeys, timeZone, recommendations, profile } = readPreferences(row.preferences);
  return {
    id: toGlobalId('Viewer', row.id),
    person: toPerson(row),
    email: row.email,
    lang: row.lang,
    theme,
    shortcuts,
    shortcutKeys: Object.entries(shortcutKeys).map(([shortcut, codes]) => ({ shortcut, codes })),
    timeZone,
    recommendations,
    profile,
    mailStopped: row.mail_stopped,
    version: row.version,
  };
}
