/** What of the log is looked for, by the words of the address. */
export interface AuditSearch {
  actor?: string;
  act?: string;
  type?: string;
  subject?: string;
  from?: string;
  to?: string;
}

/** Address of the audit log. */
export function auditPath(search: AuditSearch = {}): string {
  const query = new URLSearchParams(Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return query.size > 0 ? `/admin/audit?${query.toString()}` : '/admin/audit';
}
