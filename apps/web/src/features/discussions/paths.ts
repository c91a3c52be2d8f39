/** Address of a network's discussions. */
export function discussionsPath(network: { slug: string }): string {
  return `/networks/${network.slug}/discussions`;
}

/** Address of the form for a new question or discussion. */
export function newThreadPath(network: { slug: string }): string {
  return `${discussionsPath(network)}/new`;
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
