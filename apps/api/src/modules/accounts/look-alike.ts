import { looksLike } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import type { Context } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { reject } from '../../platform/errors.js';

/** Roles in whose name somebody could ask others for what is not theirs. */
const GUARDED = ['AD', 'RC', 'CC', 'NC'];

/**
 * Refuses a name that looks like that of an administrator or coordinator and is written in other letters. Namesakes are welcome.
 * @param personId whose own name it is to be; null for a newcomer
 * @throws UserErrors NAME_LOOKS_LIKE
 */
export async function refuseLookAlike(
  ctx: Pick<Context, 'clock' | 'config'>,
  sql: Sql,
  name: string,
  { path, personId }: { path: string; personId: string | null },
): Promise<void> {
  // Only accents, blanks and dots make lengths of names differ that look the same.
  const rows = await sql.rows<{ name: string }>(
    `SELECT DISTINCT p.display_name AS name FROM appointments a JOIN people p ON p.id = a.person_id
     WHERE a.role = ANY($1) AND a.revoked_at IS NULL AND a.starts_on <= $2 AND (a.ends_on IS NULL OR a.ends_on >= $2)
       AND p.id IS DISTINCT FROM $3 AND char_length(p.display_name) BETWEEN $4::int - 4 AND $4::int + 4`,
    [GUARDED, dateIn(ctx.clock.now(), ctx.config.timeZone), personId, name.length],
  );
  if (rows.some((row) => looksLike(name, row.name))) reject('NAME_LOOKS_LIKE', path);
}
