import { isTimeZone } from '@stoa/domain';
import type { Services } from '../../platform/services.js';

type Asks = Pick<Services, 'db' | 'config'>;

/** A person's time zone, in SQL: as they chose, else the usual one. @param usual an SQL expression */
export const ZONE = (people: string, usual: string): string => `coalesce(${people}.preferences ->> 'timeZone', ${usual}::text)`;

/** The time zones in which people live, the usual one among them. */
export async function timeZonesIn({ db, config }: Asks): Promise<string[]> {
  const rows = await db.rows<{ zone: string }>(
    "SELECT DISTINCT preferences ->> 'timeZone' AS zone FROM people WHERE preferences ->> 'timeZone' IS NOT NULL AND status = 'ACTIVE'",
  );
  return [...new Set([config.timeZone, ...rows.map(({ zone }) => zone).filter(isTimeZone)])];
}

/** The time zone of a person. */
export async function timeZoneOf({ db, config }: Asks, personId: string): Promise<string> {
  const row = await db.row<{ zone: string }>(`SELECT ${ZONE('p', '$2')} AS zone FROM people p WHERE p.id = $1`, [
    personId,
    config.timeZone,
  ]);
  return row && isTimeZone(row.zone) ? row.zone : config.timeZone;
}
