/** Address of what a search finds. */
export function searchPath(query: string): string {
  return `/search?q=${encodeURIComponent(query)}`;
}
