/** The day at whose end something ends, from that instant. */
export function lastDay(until: string): number {
  return Date.parse(until) - 1;
}
