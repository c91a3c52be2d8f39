import { RETENTION_BOUNDS, RETENTION_NAMES, type RetentionName } from '@stoa/domain';
import type { Sql } from '../../../platform/database/database.js';

/** What is kept for a time only, and how its time is told. */
interface RetentionKind {
  table: string;
  /** When a row's days begin to count; null while they do not. */
  ended: string;
  /** Which rows of the table the rule is about; all where left out. */
  only?: string;
  /** Sessions and limits live by the database's real time, all else by the time of the domain. */
  clock: 'real' | 'domain';
  /** What becomes of a row: it goes, its file's content goes, or both. */
  act: 'delete' | 'removeContent' | 'deleteWithFile';
}

/** A kind with the days that are in force for it. */
export interface RetentionRule extends RetentionKind {
  name: RetentionName;
  /** Days after the end that `ended` names. */
  days: number;
}

const KINDS: Readonly<Record<RetentionName, RetentionKind>> = {
  sessions: { table: 'sessions', ended: 'coalesce(revoked_at, expires_at)', clock: 'real', act: 'delete' },
  links: { table: 'account_tokens', ended: 'coalesce(used_at, expires_at)', clock: 'domain', act: 'delete' },
  exports: { table: 'exports', ended: 'finished_at', clock: 'domain', act: 'deleteWithFile' },
  importFiles: {
    table: 'files',
    ended: `(SELECT r.finished_at FROM import_runs r WHERE r.id = subject_id)`,
    only: `subject_type = 'ImportRun' AND removed_at IS NULL`,
    clock: 'domain',
    act: 'removeContent',
  },
  drafts: { table: 'drafts', ended: 'saved_at', clock: 'domain', act: 'delete' },
  notices: { table: 'notices', ended: 'at', clock: 'domain', act: 'delete' },
  digests: { table: 'digests', ended: 'claimed_at', clock: 'domain', act: 'delete' },
  repeatedRequests: { table: 'idempotency_keys', ended: 'created_at', clock: 'domain', act: 'delete' },
  limits: { table: 'rate_limits', ended: 'to_timestamp(expire / 1000.0)', clock: 'real', act: 'delete' },
};

/** The days in force, by kind: what administrators set, else the defaults. The words of the privacy centre promise these. */
export type RetentionDays = Readonly<Record<RetentionName, number>>;

/** Reads the days in force. */
export async function retentionDays(sql: Sql): Promise<RetentionDays> {
  const rows = await sql.rows<{ name: string; days: number }>('SELECT name, days FROM retention_settings');
  const set = new Map(rows.map(({ name, days }) => [name, days]));
  return Object.fromEntries(RETENTION_NAMES.map((name) => [name, set.get(name) ?? RETENTION_BOUNDS[name].days])) as RetentionDays;
}

/** The rules with the days in force, in the order in which they are applied. */
export async function retentionRules(sql: Sql): Promise<RetentionRule[]> {
  const days = await retentionDays(sql);
  return RETENTION_NAMES.map((name) => ({ name, days: days[name], ...KINDS[name] }));
}
