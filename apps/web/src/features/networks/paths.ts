/** Address of the list of networks. */
export function networksPath(): string {
  return '/networks';
}

/** Address of a network. */
export function networkPath(network: { slug: string }): string {
  return `/networks/${network.slug}`;
}
