/** A migration as far as the rules look at it. */
export interface CheckedMigration {
  statements: readonly string[];
  /** false where it runs outside a transaction */
  transaction: boolean;
  /** why what it takes away is no longer used by the version before; makes a contracting step of it */
  contracts?: string;
}

interface Rule {
  pattern: RegExp;
  says: string;
}

/** Statements that read or rewrite a whole table, or hold others up, where rows are many. `$1` is the table. */
const NEVER: Rule[] = [
  {
    pattern: /create\s+(?:unique\s+)?index\s+(?!concurrently)\S.*?\bon\s+(?:only\s+)?"?(\w+)/gis,
    says: 'an index on a table in use: makeIndex, with transaction = false',
  },
  {
    pattern: /alter\s+table\s+(?:only\s+)?"?(\w+)"?[^;]*?\badd\s+(?:column\s+)?(?!constraint)[^,;]*?\bnot\s+null\b(?![^,;]*\bdefault\b)/gis,
    says: 'a new column that must have a value: give it a default, or let it be NULL until it is filled',
  },
  {
    pattern: /alter\s+table\s+(?:only\s+)?"?(\w+)"?[^;]*?\bdefault\s+(?:random|gen_random_uuid|clock_timestamp|now|nextval)\s*\(/gis,
    says: 'a default that is worked out for every row',
  },
  {
    pattern: /alter\s+table\s+(?:only\s+)?"?(\w+)"?[^;]*?\balter\s+(?:column\s+)?\w+\s+(?:set\s+data\s+)?type\b/gis,
    says: 'another type: add a column beside it',
  },
  {
    pattern: /alter\s+table\s+(?:only\s+)?"?(\w+)"?[^;]*?\bset\s+not\s+null\b/gis,
    says: 'SET NOT NULL reads the whole table under lock: a CHECK … NOT VALID first, then VALIDATE',
  },
  {
    pattern:
      /alter\s+table\s+(?:only\s+)?"?(\w+)"?[^;]*?\badd\s+(?:constraint\s+\w+\s+)?(?:foreign\s+key|check)\b(?![^;]*\bnot\s+valid\b)/gis,
    says: 'a constraint that is checked under lock: NOT VALID, and VALIDATE in a migration of its own',
  },
  {
    pattern: /alter\s+table\s+(?:only\s+)?"?(\w+)"?[^;]*?\badd\s+(?:constraint\s+\w+\s+)?(?:unique|primary\s+key)\s*\(/gis,
    says: 'a key that is built under lock: makeIndex, then ADD CONSTRAINT … USING INDEX',
  },
  { pattern: /\block\s+(?:table\s+)"?(\w+)/gis, says: 'LOCK TABLE' },
  { pattern: /\b(?:vacuum\s+full|cluster)\s+"?(\w+)/gis, says: 'it writes the whole table anew under lock' },
];

/** What the version before, which still runs beside this one, would miss. */
const CONTRACTING: Rule[] = [
  {
    pattern: /alter\s+table\s+(?:only\s+)?"?(\w+)"?[^;]*?\bdrop\s+(?:column\s+)?(?!constraint|not|default|expression)\w+/gis,
    says: 'a column goes',
  },
  { pattern: /alter\s+table\s+(?:only\s+)?"?(\w+)"?[^;]*?\brename\b/gis, says: 'a name changes' },
  { pattern: /drop\s+table\s+(?:if\s+exists\s+)?"?(\w+)/gis, says: 'a table goes' },
];

/** What in a migration would hold up or break a Stoa that runs meanwhile; one line each. Tables that it makes itself are nobody's yet. */
export function migrationFaults({ statements, transaction, contracts }: CheckedMigration): string[] {
  const sql = statements.map((statement) => statement.replaceAll(/--.*$/gm, '').replaceAll(/\$(\w*)\$.*?\$\1\$/gs, "''")).join(';\n');
  const own = new Set([...sql.matchAll(/create\s+(?:temp\s+)?table\s+(?:if\s+not\s+exists\s+)?"?(\w+)/gis)].map((match) => match[1]));
  const rules = contracts === undefined ? [...NEVER, ...CONTRACTING] : NEVER;
  const found = rules.flatMap(({ pattern, says }) =>
    [...sql.matchAll(pattern)].filter(([, table]) => !own.has(table)).map(([, table]) => `${table}: ${says}`),
  );
  if (transaction && /\bindex\s+concurrently\b/is.test(sql)) found.push('CONCURRENTLY needs transaction = false');
  return found;
}
