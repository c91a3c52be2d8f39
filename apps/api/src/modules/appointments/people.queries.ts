import { allows, rolesWith, searchFold } from '@stoa/domain';
import { signedIn } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { toPerson, type PersonRow, type PersonStatus, type PersonType } from '../accounts/index.js';

/** What a search for people asks for. */
export interface PeopleQuery {
  first: number;
  after?: string | null;
  /** Beginnings of words of a name; case, accents and alphabet are forgiven. */
  search?: string | null;
  /** For administrators; others find whoever may be appointed. */
  status?: PersonStatus | null;
}

/**
 * People by name: all for an administrator; for whoever may appoint, the people of the scopes in which they may: those affiliated,
 * appointed or members of networks there. Anybody else is appointed by e-mail address.
 * @throws Refusal UNAUTHENTICATED; NOT_FOUND for whoever may not appoint; BAD_REQUEST
 */
export async function people(ctx: Context, query: PeopleQuery): Promise<Page<PersonType>> {
  signedIn(ctx.viewer);
  const all = allows(ctx.viewer, 'register.change', {});
  const appointers = new Set(rolesWith('appointment.make', 'appointable'));
  const scopes = ctx.viewer.appointments.filter(({ role }) => appointers.has(role)).map(({ scopeId }) => scopeId);
  if (!all && scopes.length === 0) throw new Refusal('NOT_FOUND');
  const size = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [afterSearch, afterId] = query.after ? sealer.open(query.after) : [];
  const words = searchFold(query.search ?? '');
  const rows = await ctx.db.rows<PersonRow & { sort: string }>(
    `SELECT p.id, p.handle, p.display_name, left(p.search, 100) AS sort FROM people p
     WHERE ${words.length > 0 ? 'words_of(p.search) @@ $1::tsquery' : '$1::text IS NOT NULL'} AND p.status = ANY($2::text[]) AND ($3::boolean OR ${IN_SCOPES})
       AND ($5::text IS NULL OR (left(p.search, 100) COLLATE "C", p.id) > ($5, $6::uuid))
     ORDER BY left(p.search, 100) COLLATE "C", p.id LIMIT $7`,
    [
      words.map((word) => `'${word}':*`).join(' & '),
      statuses(all, query.status),
      all,
      scopes,
      afterSearch ?? null,
      afterId ?? null,
      size + 1,
    ],
  );
  return toPage(sealer, rows, size, (row) => [row.sort, row.id], toPerson, query.after != null);
}

function statuses(all: boolean, wanted: PersonStatus | null | undefined): PersonStatus[] {
  if (!all) return ['ACTIVE', 'INVITED'];
  return wanted ? [wanted] : ['INVITED', 'ACTIVE', 'SUSPENDED', 'DEACTIVATED'];
}

/** Person `p` belongs to one of the scopes in `$4`, or to what lies below. */
const IN_SCOPES = `(
  EXISTS (SELECT 1 FROM affiliations f JOIN territories t ON t.id = f.county_id WHERE f.person_id = p.id AND f.state <> 'ENDED' AND t.path && $4::uuid[])
  OR EXISTS (SELECT 1 FROM appointments a LEFT JOIN territories t ON t.id = a.territory_id
    WHERE a.person_id = p.id AND (a.scope_id = ANY($4::uuid[]) OR a.parent_scope_id = ANY($4::uuid[]) OR t.path && $4::uuid[]))
  OR EXISTS (SELECT 1 FROM memberships m JOIN territories t ON t.id = m.county_id WHERE m.person_id = p.id AND m.state = 'ACTIVE' AND t.path && $4::uuid[]))`;
