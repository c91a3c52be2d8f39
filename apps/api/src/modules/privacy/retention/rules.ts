/** What is kept for a time only. The words of the privacy centre promise these days. */
export interface RetentionRule {
  name: string;
  /** Days after the end that `ended` names. */
  days: number;
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

/** The rules, in the order in which they are applied. */
export const RETENTION: readonly RetentionRule[] = [
  { name: 'sessions', days: 90, table: 'sessions', ended: 'coalesce(revoked_at, expires_at)', clock: 'real', act: 'delete' },
  { name: 'links', days: 30, table: 'account_tokens', ended: 'coalesce(used_at, expires_at)', clock: 'domain', act: 'delete' },
  { name: 'exports', days: 7, table: 'exports', ended: 'finished_at', clock: 'domain', act: 'deleteWithFile' },
  {
    name: 'importFiles',
    days: 30,
    table: 'files',
    ended: `(SELECT r.finished_at FROM import_runs r WHERE r.id = subject_id)`,
    only: `subject_type = 'ImportRun' AND removed_at IS NULL`,
    clock: 'domain',
    act: 'removeContent',
  },
  { name: 'drafts', days: 90, table: 'drafts', ended: 'saved_at', clock: 'domain', act: 'delete' },
  { name: 'repeatedRequests', days: 2, table: 'idempotency_keys', ended: 'created_at', clock: 'domain', act: 'delete' },
  { name: 'limits', days: 1, table: 'rate_limits', ended: 'to_timestamp(expire / 1000.0)', clock: 'real', act: 'delete' },
];
