import type { Sql } from '../database/database.js';

/** The channel on which the nodes hear of changes. */
export const CHANNEL = 'stoa_live';

/** What an announcement adds to its topic: ids, never words of people. */
export type Told = Readonly<Record<string, string>>;

/** Something that changed, as every node hears of it once the change is committed. */
export interface Announcement {
  topic: string;
  id: string;
  told: Told | null;
}

/**
 * An SQL expression that announces a change from within a statement; PostgreSQL tells it when the transaction is committed, and not at all
 * where it is rolled back.
 * @param topic name of a feed
 * @param id an SQL expression
 * @param told SQL expressions of what it adds, by name
 */
export function announcing(topic: string, id: string, told: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(told).map(([name, sql]) => `'${name}', ${sql}`);
  const more = pairs.length > 0 ? `, json_build_object(${pairs.join(', ')})` : '';
  return `pg_notify('${CHANNEL}', json_build_array('${topic}', ${id}${more})::text)`;
}

/** Announces a change in its transaction. The same twice in one transaction is told once. */
export async function announce(tx: Sql, topic: string, id: string, told?: Told): Promise<void> {
  await tx.row('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(told ? [topic, id, told] : [topic, id])]);
}

/** Reads what came over the channel; null for what no version of ours sends. */
export function readAnnouncement(payload: string): Announcement | null {
  try {
    const [topic, id, told] = JSON.parse(payload) as unknown[];
    return typeof topic === 'string' && typeof id === 'string' ? { topic, id, told: (told as Told | undefined) ?? null } : null;
  } catch {
    return null;
  }
}
