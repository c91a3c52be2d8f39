/**
 * How a column of the rights table is granted an act. `scope` is the table's s, `own` its o, `public` its p, `member` its m and
 * `all` its a; no grant is its dash. The others are the table's words.
 */
export const GRANTS = [
  'public',
  'own',
  'member',
  'scope',
  'all',
  /** Anyone at all, without an account. */
  'anyone',
  /** Whoever holds the record's link, key or e-mail confirmation. */
  'byLink',
  'byKey',
  'byEmail',
  /** Inside the scope, while the post of the network's coordinator is vacant. */
  'vacant',
  /** The person who asked the question, in a network of active membership. */
  'authorOfQuestion',
  /** Inside the scope and named by the record as one of its organisers, or as an owner of the assessment. */
  'organiser',
  'assessmentOwner',
  /** Inside the scope and the author of the note. */
  'author',
  /** Named in the case, across structures. */
  'named',
  'invited',
  /** Rows of the school that the appointment is for. */
  'ownSchool',
  /** As the table of roles says who appoints whom. */
  'appointable',
] as const;
export type Grant = (typeof GRANTS)[number];
