/** Address of a network's discussions. @param only what the list is narrowed to */
export function discussionsPath(network: { slug: string }, only: { show?: string; category?: string } = {}): string {
  const query = new URLSearchParams(only).toString();
  return `/networks/${network.slug}/discussions${query && `?${query}`}`;
}

/** Address of the form for a new question or discussion. */
export function newThreadPath(network: { slug: string }): string {
  return `${discussionsPath(network)}/new`;
}

/** Address of the categories of a network's discussions, for those who keep them. */
export function categoriesPath(network: { slug: string }): string {
  return `${discussionsPath(network)}/categories`;
}

/** Address of a thread. */
export function threadPath(thread: { no: number; slug: string; network: { slug: string } }): string {
  return `${discussionsPath(thread.network)}/${thread.no}-${thread.slug}`;
}

/** Address of a post in its thread. */
export function postPath(thread: Parameters<typeof threadPath>[0], no: number): string {
  return `${threadPath(thread)}#p${no}`;
}

/** Address of the posts that I keep at hand. */
export function savedPostsPath(): string {
  return '/me/saved';
}
