import type { Tx } from '../../../platform/database/database.js';
import { readClass, type Classification } from '../classification.js';

/** Words by which a person can be found in what others wrote, each with what takes its place. */
export type Mentions = readonly (readonly [word: string, instead: string])[];

/**
 * The mentions of a person. A name of one word is left alone: "Maria" in the text of others is hardly ever this one.
 * An address becomes one that reaches nobody, so that it stays an address where one is needed.
 */
export function mentionsOf(
  person: { display_name: string; email: string | null; handle: string },
  former: string,
  formerHandle: string,
): Mentions {
  return [
    ...(person.email ? [[person.email, 'erased@invalid.invalid'] as const] : []),
    ...(person.display_name.trim().includes(' ') ? [[person.display_name, former] as const] : []),
    [`/people/${person.handle}`, `/people/${formerHandle}`],
    [`@${person.handle}`, `@${formerHandle}`],
  ];
}

/** Replaces mentions in every column of written words, whoever wrote them, but where the law holds them. */
export async function replaceMentions(tx: Tx, tables: Classification, mentions: Mentions): Promise<void> {
  const types = await tx.rows<{ name: string; type: string }>(
    `SELECT table_name || '.' || column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const typeOf = new Map(types.map(({ name, type }) => [name, type]));
  for (const [table, { columns }] of Object.entries(tables)) {
    for (const [column, value] of Object.entries(columns)) {
      const { kind, erasure } = readClass(value);
      const type = typeOf.get(`${table}.${column}`);
      if (kind !== 'written' || erasure === 'hold' || !type) continue;
      for (const [word, instead] of mentions) await replace(tx, { table, column, type }, word, instead);
    }
  }
}

/** Whole words alone: "Anna Nowak" is not in "Anna Nowakowska" or "Anna Nowak-Lis", nor is `@anna` in `@anna-2`. The database's own idea of a letter depends on its locale, so this is done here. */
async function replace(
  tx: Tx,
  { table, column, type }: { table: string; column: string; type: string },
  word: string,
  instead: string,
): Promise<void> {
  const written = (text: string) =>
    type === 'jsonb' ? JSON.stringify(text).slice(1, -1) : column.endsWith('_html') ? escapedHtml(text) : text;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${written(word).replaceAll(/[$()*+./?[\\\]^{|}]/gu, '\\$&')}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`,
    'gu',
  );
  const rows = await tx.rows<{ place: string; text: string }>(
    `SELECT ctid::text AS place, "${column}"::text AS text FROM "${table}" WHERE position($1 in "${column}"::text) > 0 FOR UPDATE`,
    [written(word)],
  );
  for (const { place, text } of rows) {
    const changed = text.replaceAll(pattern, () => written(instead));
    if (changed !== text) await tx.row(`UPDATE "${table}" SET "${column}" = $2::${type} WHERE ctid = $1::tid`, [place, changed]);
  }
}

function escapedHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
