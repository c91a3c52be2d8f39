import { SAVED_SEARCHES_MAX, savedSearch, type SearchMail } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate, type Outcome } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId, toGlobalId } from '../../../platform/ids.js';
import { FACETS } from '../facets.js';
import { chosenOf } from '../queries/library.queries.js';
import type { Chosen } from '../queries/library.statement.js';
import { feedUrl, stoppedSearch } from './search-links.js';
import type { ChangeSavedSearchInput, SavedSearchType, SaveSearchInput } from './saved.types.js';

interface Row {
  id: string;
  name: string;
  query: string;
  filter: Chosen;
  mail: SearchMail;
  feed_no: number;
  created_at: string;
}

const COLUMNS = 'id, name, query, filter, mail, feed_no, created_at';

function toSavedSearch(ctx: Context, row: Row): SavedSearchType {
  return {
    id: toGlobalId('SavedSearch', row.id),
    name: row.name,
    query: row.query,
    chosen: FACETS.flatMap((facet) => (row.filter[facet] ? [{ facet, values: [...row.filter[facet]] }] : [])),
    mail: row.mail,
    feedUrl: feedUrl(ctx.config, ctx.lang, { id: row.id, no: row.feed_no }),
    createdAt: row.created_at,
  };
}

function idOf(globalId: string): string {
  const found = fromGlobalId(globalId, 'SavedSearch');
  if (!found) throw new Refusal('NOT_FOUND');
  return found.id;
}

/** Searches that the viewer keeps, the last saved first; there are 50 at most. @throws Refusal UNAUTHENTICATED */
export async function savedSearches(ctx: Context): Promise<SavedSearchType[]> {
  const rows = await ctx.db.rows<Row>(`SELECT ${COLUMNS} FROM saved_searches WHERE person_id = $1 ORDER BY created_at DESC, id DESC`, [
    signedIn(ctx.viewer),
  ]);
  return rows.map((row) => toSavedSearch(ctx, row));
}

/** Keeps a search. What is there already is not told. @throws Refusal UNAUTHENTICATED, BAD_REQUEST */
export function saveSearch(ctx: Context, input: SaveSearchInput): Promise<Outcome<{ savedSearch: SavedSearchType }>> {
  const me = signedIn(ctx.viewer);
  const filter = chosenOf(input.filter);
  return mutate(ctx, async (tx) => {
    const { name, query, mail } = checked(savedSearch, { name: input.name, query: input.query, mail: input.mail });
    await tx.row('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [me]);
    const kept = await tx.row<{ n: number }>('SELECT count(*)::int AS n FROM saved_searches WHERE person_id = $1', [me]);
    if ((kept?.n ?? 0) >= SAVED_SEARCHES_MAX) reject('TOO_MANY');
    const row = await tx.row<Row>(
      `INSERT INTO saved_searches (id, person_id, name, query, filter, mail, told_until, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $7) RETURNING ${COLUMNS}`,
      [newId(), me, name, query, JSON.stringify(filter), mail, ctx.clock.now()],
    );
    if (!row) throw new Error('A search was not saved');
    return { savedSearch: toSavedSearch(ctx, row) };
  });
}

/** Changes how often the viewer is written to, or the feed's address. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export function changeSavedSearch(ctx: Context, input: ChangeSavedSearchInput): Promise<Outcome<{ savedSearch: SavedSearchType }>> {
  const me = signedIn(ctx.viewer);
  const id = idOf(input.id);
  return mutate(ctx, async (tx) => {
    // Who is written to again is told what is new from now on.
    const row = await tx.row<Row>(
      `UPDATE saved_searches SET told_until = CASE WHEN mail = 'NONE' AND $3::text IS NOT NULL THEN $5 ELSE told_until END, mail = coalesce($3, mail), feed_no = feed_no + $4
       WHERE id = $1 AND person_id = $2 RETURNING ${COLUMNS}`,
      [id, me, input.mail ?? null, input.renewFeed === true ? 1 : 0, ctx.clock.now()],
    );
    if (!row) throw new Refusal('NOT_FOUND');
    return { savedSearch: toSavedSearch(ctx, row) };
  });
}

/** Forgets a search. @throws Refusal UNAUTHENTICATED, NOT_FOUND */
export function removeSavedSearch(ctx: Context, globalId: string): Promise<Outcome<{ removedId: string }>> {
  const me = signedIn(ctx.viewer);
  const id = idOf(globalId);
  return mutate(ctx, async (tx) => {
    if (!(await tx.row('DELETE FROM saved_searches WHERE id = $1 AND person_id = $2 RETURNING 1', [id, me])))
      throw new Refusal('NOT_FOUND');
    return { removedId: globalId };
  });
}

/** Stops mails about a search by the link in one of them, whoever follows it; the search stays. */
export function stopSearchMail(ctx: Context, token: string): Promise<Outcome<{ name: string }>> {
  return mutate(ctx, async (tx) => {
    const id = stoppedSearch(ctx.config, token, ctx.clock.now());
    const row = id && (await tx.row<{ name: string }>(`UPDATE saved_searches SET mail = 'NONE' WHERE id = $1 RETURNING name`, [id]));
    if (!row) return reject('TOKEN_UNKNOWN', ['token']);
    return { name: row.name };
  });
}
