/** Words that a search of discussions keeps in the address. */
export interface DiscussionSearch {
  q?: string;
  network?: string;
  /** Global id of a category of the network. */
  category?: string;
  author?: string;
  kind?: 'QUESTION' | 'DISCUSSION';
  answered?: 'yes' | 'no';
  from?: string;
  to?: string;
}

/** Address of the search for records by name. */
export function searchPath(q = ''): string {
  return q === '' ? '/search' : `/search?${new URLSearchParams({ q }).toString()}`;
}

/** Address of the search in what people wrote. */
export function discussionSearchPath(search: DiscussionSearch = {}): string {
  const query = new URLSearchParams(Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return query.size > 0 ? `/search/discussions?${query.toString()}` : '/search/discussions';
}
