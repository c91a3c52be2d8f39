/** The searches that the reader keeps. */
export function savedSearchesPath(): string {
  return '/library/searches';
}
