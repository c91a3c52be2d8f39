import type { Language } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import { translator, type Translate } from '../../platform/i18n/translate.js';
import type { Sql } from '../../platform/database/database.js';
import type { AppointmentRow } from './appointment.type.js';
import { messages, type AppointmentMessage } from './messages.js';
import { findScope, type ScopeFacts } from './scopes.js';

/** What is said of one appointment in one language. */
export interface AppointmentWords {
  say: Translate<AppointmentMessage>;
  role: string;
  scope: ScopeFacts;
  /** "from 1 September 2026 to 31 August 2027" */
  term: string;
}

/** A calendar day as an instant that formats as that day in UTC. */
export function dayInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The words for an appointment; null where its scope is gone. Days are formatted in UTC, in which they have no time. */
export async function appointmentWords(sql: Sql, row: AppointmentRow, lang: Language): Promise<AppointmentWords | null> {
  const scope = await findScope(sql, row.scope_type, row.scope_id, lang);
  if (!scope) return null;
  const say = translator(messages, lang);
  const term =
    row.ends_on === null
      ? say('termFrom', { from: dayInstant(row.starts_on) })
      : say('termFromTo', { from: dayInstant(row.starts_on), to: dayInstant(row.ends_on) });
  return { say, role: say(`role.${row.role}`), scope, term };
}

/** The last day of an ended appointment: the day on which it was ended, or the term's last. */
export function lastDay(row: AppointmentRow, timeZone: string): string {
  return row.revoked_at ? dateIn(new Date(row.revoked_at), timeZone) : (row.ends_on ?? row.starts_on);
}
