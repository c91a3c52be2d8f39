/** The library's list with its search. */
export function libraryPath(): string {
  return '/library';
}

/** The page of a resource. */
export function resourcePath({ slug }: { slug: string }): string {
  return `/library/${slug}`;
}

/** The form that writes a resource's draft. */
export function editResourcePath({ slug }: { slug: string }): string {
  return `/library/${slug}/edit`;
}

/** The form that begins a resource. @param owner what it is to belong to, as `NETWORK:<id>`, where that is known */
export function newResourcePath(owner?: string): string {
  return owner === undefined ? '/library/new' : `/library/new?for=${encodeURIComponent(owner)}`;
}

/** What the reader has proposed. */
export function ownResourcesPath(): string {
  return '/library/mine';
}

/** What waits for the reader's decision. */
export function approvalsPath(): string {
  return '/approvals';
}
