/**
 * What a column holds, seen from the person.
 *
 * - `key`: the row's own id or that of another record; `person`: the id of a person, which after erasure leads to the tombstone
 * - `none`: says nothing about a person; `act`: what a person did or is in Stoa: states, roles, times
 * - `identifies`: a name; `contact`: an address; `written`: words of a person; `technical`: traces of a device or connection
 * - `secret`: never leaves the database, not even in the person's own export
 */
export const COLUMN_KINDS = ['key', 'person', 'none', 'act', 'identifies', 'contact', 'written', 'technical', 'secret'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/**
 * What erasure does to a column of a row that stays. Nothing named: the value stays.
 *
 * - `null`, `empty` (text), `object` (an object without anything): the value goes; `tombstone`: it becomes that of a former member
 * - `withdraw`: it goes where the person wished to withdraw what they wrote, else it stays under "Former member"
 * - `hold`: it stays by law, even where it names the person; the table says why
 */
export const ERASURES = ['null', 'empty', 'object', 'tombstone', 'withdraw', 'hold'] as const;
export type Erasure = (typeof ERASURES)[number];

/** `'contact'`, or with what erasure does to it, `'contact, null'`. */
export type ColumnClass = ColumnKind | `${ColumnKind}, ${Erasure}`;

/** Why Stoa keeps a row and for how long; each has words in four languages for the people concerned. */
export const PURPOSES = [
  'account',
  'signIn',
  'sessions',
  'links',
  'privacy',
  'corrections',
  'consents',
  'appointments',
  'affiliations',
  'memberships',
  'discussions',
  'drafts',
  'library',
  'learning',
  'notices',
  'noticeChoices',
  'moderation',
  'reports',
  'reading',
  'files',
  'exports',
  'imports',
  'audit',
  'safety',
  'registers',
  'system',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A table: whose rows they are, why they are kept, what becomes of them when the person is erased. */
export interface TableClass {
  purpose: Purpose;
  /** The column that names the person whose data the row is, or a condition in which `$1` is the person; null: nobody's. */
  person: string | null;
  /** Of a row of the person: `delete`, or `keep` with what its columns say. Nobody's rows have none. */
  erase?: 'delete' | 'keep';
  /** Why columns with `hold` stay. */
  hold?: string;
  columns: Readonly<Record<string, ColumnClass>>;
}

/** Tables by name. */
export type Classification = Readonly<Record<string, TableClass>>;

/** A column's kind and what erasure does to it. */
export function readClass(value: ColumnClass): { kind: ColumnKind; erasure: Erasure | null } {
  const [kind, erasure] = value.split(', ') as [ColumnKind, Erasure | undefined];
  return { kind, erasure: erasure ?? null };
}

/** The condition under which a row is the person's, `$1` being the person; null where rows are nobody's. */
export function personCondition({ person }: TableClass): string | null {
  return person === null ? null : person.includes('$1') ? `(${person})` : `${person} = $1`;
}
