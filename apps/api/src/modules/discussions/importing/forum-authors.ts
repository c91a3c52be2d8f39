import { foldText } from '@stoa/domain';
import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/database/database.js';
import { addPerson, peopleByEmail } from '../../accounts/index.js';
import type { ForumRow } from './forum-columns.js';

/** What the other forum knew an author by: its own id, else an address, else the name. */
export function authorKey({ authorId, email, author }: ForumRow): string {
  const known = authorId !== null ? `id:${authorId}` : email !== null ? `email:${email}` : `name:${foldText(author)}`;
  return createHash('sha256').update(known).digest('hex');
}

/**
 * Who the authors of rows are here, by `authorKey`: who was found before, else whose address it is, else a new person without address or
 * account, who can be merged into somebody later.
 */
export async function authorsOf(tx: Tx, networkId: string, rows: readonly ForumRow[], now: Date): Promise<Map<string, string>> {
  const first = new Map<string, ForumRow>();
  for (const row of rows) if (!first.has(authorKey(row))) first.set(authorKey(row), row);
  const known = await tx.rows<{ key: string; person_id: string }>(
    `SELECT encode(source_key, 'hex') AS key, person_id FROM imported_authors WHERE network_id = $1 AND source_key = ANY($2)`,
    [networkId, [...first.keys()].map((key) => Buffer.from(key, 'hex'))],
  );
  const authors = new Map(known.map(({ key, person_id: id }) => [key, id]));
  const unknown = [...first].filter(([key]) => !authors.has(key));
  const addresses = unknown.flatMap(([, { email }]) => (email === null ? [] : [email]));
  const byEmail = new Map((await peopleByEmail(tx, addresses)).map(({ id, email }) => [email, id]));
  const added: [key: string, personId: string][] = [];
  for (const [key, { author, email, lang }] of unknown) {
    const found = email === null ? undefined : byEmail.get(email);
    const id = found ?? (await addPerson(tx, { name: author, email: null, lang, status: 'INVITED', now }));
    if (id === null) throw new Error('A person without an address has no double');
    added.push([key, id]);
    authors.set(key, id);
  }
  await tx.row('INSERT INTO imported_authors (network_id, source_key, person_id) SELECT $1, * FROM unnest($2::bytea[], $3::uuid[])', [
    networkId,
    added.map(([key]) => Buffer.from(key, 'hex')),
    added.map(([, id]) => id),
  ]);
  return authors;
}
