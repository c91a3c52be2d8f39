/** The next number of a thread in a network that is locked; what a thread has left stays its own. @param network an SQL expression of its id */
export function nextNo(network: string): string {
  const most = (table: string) => `(SELECT max(no) FROM ${table} WHERE network_id = ${network})`;
  return `(SELECT coalesce(greatest(${most('threads')}, ${most('thread_moves')}), 0) + 1)`;
}
