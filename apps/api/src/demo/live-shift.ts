import { DEMO_NOW } from '@stoa/demo';
import { yearOf, type SchoolYear } from '@stoa/domain';
import { dateIn } from '../platform/clock.js';
import type { Sql } from '../platform/database/database.js';

const WEEK = 7 * 86_400_000;

/** What lives by the server's own time, only says how the demo came to be, or refuses every change. */
const UNMOVED = ['migrations', 'demo_loads', 'sessions', 'rate_limits', 'audit_log', 'consents', 'consent_texts'];
/** Territories are older than anything that happens in them. */
const FIXED_COLUMNS = ['valid_from', 'valid_to'];

/** Whole weeks from the present of the demo world to a time: days of the week stay what they are. */
export function weeksSince(now: Date): number {
  return Math.floor((now.getTime() - DEMO_NOW.getTime()) / WEEK);
}

/**
 * Moves everything that happened in the demo world by whole weeks, so that it looks alive at the real time. Where its present comes
 * into another school year, the closed and the living year take the names of those before and at that time.
 */
export async function moveDemo(sql: Sql, weeks: number, timeZone: string): Promise<void> {
  if (weeks === 0) return;
  const columns = await sql.rows<{ table: string; set: string }>(
    `SELECT quote_ident(c.table_name) AS table, string_agg(format('%1$I = %1$I + $1::int * interval ''7 days''', c.column_name), ', ') AS set
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('date', 'timestamp with time zone')
       AND NOT c.table_name = ANY($1) AND NOT c.column_name = ANY($2)
     GROUP BY c.table_name`,
    [UNMOVED, FIXED_COLUMNS],
  );
  for (const { table, set } of columns) await sql.row(`UPDATE ${table} SET ${set}`, [weeks]);
  const nowThere = yearOf(dateIn(new Date(DEMO_NOW.getTime() + weeks * WEEK), timeZone));
  await renameYears(sql, yearOf(dateIn(DEMO_NOW, timeZone)), nowThere);
}

/** Gives the years of networks and reports the names that they have after the move. A network has each year once, so the foremost goes first. */
async function renameYears(sql: Sql, from: SchoolYear, to: SchoolYear): Promise<void> {
  const by = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const rows = await sql.rows<{ year: SchoolYear }>('SELECT DISTINCT year FROM network_years ORDER BY year');
  const years = by > 0 ? rows.toReversed() : rows;
  for (const { year } of by === 0 ? [] : years) {
    const renamed = yearOf(`${Number(year.slice(0, 4)) + by}-09-01`);
    await sql.row('UPDATE network_years SET year = $2 WHERE year = $1', [year, renamed]);
    await sql.row('UPDATE annual_reports SET year = $2 WHERE year = $1', [year, renamed]);
  }
}
