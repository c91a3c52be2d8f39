/** Learning paths that one may read. */
export function learningPathsPath(): string {
  return '/paths';
}

/** The form that begins a path. @param owner what it is to belong to, as `NETWORK:<id>`, where that is known */
export function newLearningPathPath(owner?: string): string {
  return owner === undefined ? '/paths/new' : `/paths/new?for=${encodeURIComponent(owner)}`;
}

/** The page of a path. */
export function learningPathPath({ slug }: { slug: string }): string {
  return `/paths/${slug}`;
}

/** A step of a path. @param no from 1 on */
export function pathStepPath({ slug }: { slug: string }, no: number): string {
  return `/paths/${slug}/${String(no)}`;
}

/** The form that writes a path. */
export function editLearningPathPath({ slug }: { slug: string }): string {
  return `/paths/${slug}/edit`;
}

/** Collections that everybody may read, and one's own. */
export function collectionsPath(): string {
  return '/collections';
}

/** The page of a collection. */
export function collectionPath({ slug }: { slug: string }): string {
  return `/collections/${slug}`;
}

/** What one has learned. */
export function portfolioPath(): string {
  return '/me/portfolio';
}

/** What a secret link shows of a portfolio. */
export function sharedPortfolioPath(token: string): string {
  return `/portfolio/${token}`;
}

/** The check of a certificate by its code. */
export function verifyPath(code?: string): string {
  return code === undefined ? '/verify' : `/verify/${code}`;
}
