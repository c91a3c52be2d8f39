import { byId, type Loader } from '../../platform/context.js';
import { toGlobalId } from '../../platform/ids.js';
import type { PersonType } from './person.type.js';

/** A person's row as lists read it. */
export interface PersonRow {
  id: string;
  handle: string;
  display_name: string;
}

/** People by id, for fields such as `author`. */
export const personById: Loader<string, PersonRow | null> = byId((ctx, ids) =>
  ctx.db.rows<PersonRow>('SELECT id, handle, display_name FROM people WHERE id = ANY($1)', [ids]),
);

/** The public face of a row. */
export function toPerson(row: PersonRow): PersonType {
  return { id: toGlobalId('Person', row.id), handle: row.handle, displayName: row.display_name };
}
