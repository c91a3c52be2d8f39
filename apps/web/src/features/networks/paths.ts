/** Address of the list of networks. */
export function networksPath(): string {
  return '/networks';
}

/** Address of the form for a new network. */
export function newNetworkPath(): string {
  return '/networks/new';
}

/** Address of a network. */
export function networkPath(network: { slug: string }): string {
  return `/networks/${network.slug}`;
}

/** Address of one of a network's tabs; discussions and report have pages of their own below these. */
export function networkTabPath(network: { slug: string }, tab: 'discussions' | 'members' | 'report' | 'settings'): string {
  return `${networkPath(network)}/${tab}`;
}
