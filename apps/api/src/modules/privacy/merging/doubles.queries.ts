import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';
import { toPerson } from '../../accounts/index.js';
import type { DoubleReason, PersonDoubleType } from './merging.types.js';

/** Which doubles are asked for. */
export interface DoublesQuery {
  first: number;
  after?: string | null;
  /** Those of one person alone. */
  of?: string | null;
}

interface PairRow {
  sort: string;
  first_id: string;
  first_handle: string;
  first_name: string;
  second_id: string;
  second_handle: string;
  second_name: string;
  same_name: boolean;
  same_mailbox: boolean;
  same_school: boolean;
}

const HERE = (table: string) => `${table}.status NOT IN ('MERGED', 'ERASED')`;

/** Pairs by name and by mailbox, each from an index of its own; ids grow with time, so the first of a pair was there before. */
const PAIRS = `
  SELECT a.id AS first_id, b.id AS second_id FROM people a JOIN people b ON person_name_key(b.search) = person_name_key(a.search) AND b.id > a.id
  WHERE ${HERE('a')} AND ${HERE('b')} AND ($1::uuid IS NULL OR $1 IN (a.id, b.id))
  UNION
  SELECT a.id, b.id FROM people a JOIN people b ON person_mailbox(b.email) = person_mailbox(a.email) AND b.id > a.id
  WHERE ${HERE('a')} AND ${HERE('b')} AND ($1::uuid IS NULL OR $1 IN (a.id, b.id))`;

const SAME_SCHOOL = `EXISTS (SELECT 1 FROM affiliations f JOIN affiliations g ON g.school_id = f.school_id
  WHERE f.person_id = a.id AND g.person_id = b.id AND f.state <> 'ENDED' AND g.state <> 'ENDED')`;

/**
 * People who are likely one, by the name of whoever was there first. A school alone says nothing; with a name or a mailbox it says more.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND, BAD_REQUEST
 */
export async function peopleDoubles(ctx: Context, query: DoublesQuery): Promise<Page<PersonDoubleType>> {
  signedIn(ctx.viewer);
  authorize(ctx.viewer, 'person.merge', {});
  const size = pageSize(query.first);
  const of = query.of ? fromGlobalId(query.of, 'Person')?.id : null;
  if (of === undefined) throw new Refusal('NOT_FOUND');
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [sort, firstId, secondId] = query.after ? sealer.open(query.after) : [];
  const rows = await ctx.db.rows<PairRow>(
    `SELECT left(a.search, 100) AS sort, a.id AS first_id, a.handle AS first_handle, a.display_name AS first_name,
       b.id AS second_id, b.handle AS second_handle, b.display_name AS second_name,
       coalesce(person_name_key(a.search) = person_name_key(b.search), false) AS same_name,
       coalesce(person_mailbox(a.email) = person_mailbox(b.email), false) AS same_mailbox, ${SAME_SCHOOL} AS same_school
     FROM (${PAIRS}) pair JOIN people a ON a.id = pair.first_id JOIN people b ON b.id = pair.second_id
     WHERE $2::text IS NULL OR (left(a.search, 100) COLLATE "C", a.id, b.id) > ($2, $3::uuid, $4::uuid)
     ORDER BY left(a.search, 100) COLLATE "C", a.id, b.id LIMIT $5`,
    [of, sort ?? null, firstId ?? null, secondId ?? null, size + 1],
  );
  return toPage(sealer, rows, size, (row) => [row.sort, row.first_id, row.second_id], toDouble, query.after != null);
}

function toDouble(row: PairRow): PersonDoubleType {
  const reasons: [DoubleReason, boolean][] = [
    ['SAME_NAME', row.same_name],
    ['SAME_MAILBOX', row.same_mailbox],
    ['SAME_SCHOOL', row.same_school],
  ];
  return {
    id: toGlobalId('PersonDouble', `${row.first_id}.${row.second_id}`),
    first: toPerson({ id: row.first_id, handle: row.first_handle, display_name: row.first_name }),
    second: toPerson({ id: row.second_id, handle: row.second_handle, display_name: row.second_name }),
    reasons: reasons.flatMap(([reason, holds]) => (holds ? [reason] : [])),
  };
}
