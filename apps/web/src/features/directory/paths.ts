/** Address of "who helps with X near Y?"; what is not given is left to the reader. */
export function findPath(asked: { topic?: string | undefined; place?: string | undefined } = {}): string {
  const query = new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return query.size > 0 ? `/find?${query.toString()}` : '/find';
}

/** Address of the list of centres. */
export function centresPath(): string {
  return '/centres';
}

/** Address of a centre. */
export function centrePath(centre: { slug: string }): string {
  return `/centres/${centre.slug}`;
}

/** Address of a structure. */
export function structurePath(structure: { slug: string }): string {
  return `/structures/${structure.slug}`;
}

/** Address of the list of schools; `within` is the slug of a territory. */
export function schoolsPath(within?: string): string {
  return within ? `/schools?within=${encodeURIComponent(within)}` : '/schools';
}

/** Address of a school's card. */
export function schoolPath(school: { slug: string }): string {
  return `/schools/${school.slug}`;
}

/** Address of the form for a record's card. */
export function editPath(path: string): string {
  return `${path}/edit`;
}

/** Address of the list of imports. */
export function importsPath(): string {
  return '/admin/import';
}

/** Address of an import. */
export function importPath(run: { id: string }): string {
  return `/admin/import/${run.id}`;
}

/** Address of the registers: territories (below the one with that slug), centres, topics. */
export function placesPath(asked: { tab?: string; within?: string } = {}): string {
  const query = new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return query.size > 0 ? `/admin/places?${query.toString()}` : '/admin/places';
}
