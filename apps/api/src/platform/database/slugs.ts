import { slugify } from '@stoa/domain';
import type { Sql } from './database.js';

/** Tables whose rows have an address of their own. */
export type SluggedTable =
  'topics' | 'centres' | 'structures' | 'schools' | 'school_groups' | 'resources' | 'collections' | 'learning_paths';

/** A name that wants an address, and what takes its place where the name's is taken: a code, a town. */
export interface SlugWish {
  name: string;
  otherwise: string;
}

/**
 * An address for each name: the name's own, else with `otherwise` behind it, else numbered. Run it inside the lock that
 * keeps two writers apart; an address is never given twice within one call.
 */
export async function freeSlugs(sql: Sql, table: SluggedTable, wishes: readonly SlugWish[]): Promise<string[]> {
  const candidates = wishes.map(({ name, otherwise }) => {
    const plain = slugify(name, otherwise);
    const longer = slugify(`${name} ${otherwise}`, otherwise);
    return plain === longer ? [plain] : [plain, longer];
  });
  const rows = await sql.rows<{ slug: string }>(
    `SELECT slug FROM ${table} WHERE slug = ANY($1) OR regexp_replace(slug, '-[0-9]+$', '') = ANY($1)`,
    [candidates.flat()],
  );
  const taken = new Set(rows.map((row) => row.slug));
  return candidates.map((own) => {
    let slug = own.find((candidate) => !taken.has(candidate)) ?? '';
    for (let n = 2; slug === ''; n += 1) {
      const numbered = `${own[0]}-${n}`;
      if (!taken.has(numbered)) slug = numbered;
    }
    taken.add(slug);
    return slug;
  });
}
