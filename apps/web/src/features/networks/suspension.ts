/** An instant on the last day of a suspension, which is over at the midnight after it. @param until ISO text, the first instant after it */
export function lastDay(until: string): Date {
  return new Date(new Date(until).getTime() - 1);
}
