import { readPreferences, type MailKind } from '@stoa/domain';
import type { Services } from '../../platform/services.js';

/** Whether a person wants mails of a kind that can be switched off. */
export async function wantsMail(services: Services, personId: string, kind: MailKind): Promise<boolean> {
  const row = await services.db.row<{ preferences: unknown }>('SELECT preferences FROM people WHERE id = $1', [personId]);
  return row !== null && !readPreferences(row.preferences).mutedMails.includes(kind);
}
