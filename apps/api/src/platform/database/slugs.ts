import { slugify } from '@stoa/domain';
import type { Sql } from './database.js';

/** Tables whose rows have an address of their own. */
export type SluggedTable =
  'topics' | 'centres' | 'structures' | 'schools' | 'school_groups' | 'resources' | 'collections' | 'learning_paths';

/** Addresses that pages of their own have, beside those of the records. */
const RESERVED: Partial<Record<SluggedTable, readonly string[]>> = {
  resources: ['new', 'mine', 'searches', 'review', 'saved', 'sources'],
  learning_paths: ['new', 'mine', 'review'],
  collections: ['new', 'mine'],
};

/** An address without the number behind it; what may get one address or the next has this in common. */
const stem = (slug: string): string => slug.replace(/-[0-9]+$/u, '');

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
  const candidates = wishes.map(candidatesOf);
  const rows = await sql.rows<{ slug: string }>(
    `SELECT slug FROM ${table} WHERE slug = ANY($1) OR regexp_replace(slug, '-[0-9]+$', '') = ANY($1)`,
    [candidates.flat()],
  );
  const taken = new Set([...(RESERVED[table] ?? []), ...rows.map((row) => row.slug)]);
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

function candidatesOf({ name, otherwise }: SlugWish): string[] {
  const plain = slugify(name, otherwise);
  const longer = slugify(`${name} ${otherwise}`, otherwise);
  return plain === longer ? [plain] : [plain, longer];
}

/**
 * `freeSlugs` with locks of its own, which keep apart only those writers that want the same address; they are held to the end of the
 * transaction. For a few records at a time: an import of thousands holds one lock instead.
 */
export async function claimSlugs(tx: Sql, table: SluggedTable, wishes: readonly SlugWish[]): Promise<string[]> {
  const wanted = [...new Set(wishes.flatMap(candidatesOf).map(stem))].sort();
  // One after the other in the order of their names, so that two who want the same ones do not wait for each other.
  for (const each of wanted) await tx.row('SELECT 1 FROM pg_advisory_xact_lock(hashtext($1), hashtext($2))', [table, each]);
  return freeSlugs(tx, table, wishes);
}
