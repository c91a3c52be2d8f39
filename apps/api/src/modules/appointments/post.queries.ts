import { boundsOf, mayAppoint, ROLE_RULES, ROLES, rolesAppointedBy, searchFold, type Role, yearOf } from '@stoa/domain';
import type { Context } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { fromGlobalId } from '../../platform/ids.js';
import { todayOf } from './appointment.queries.js';
import type { AppointmentForm, AppointmentScope, VacantPost } from './appointment.type.js';
import { toScope } from './scope-ids.js';
import { scopeAdapter, scopeAdapters, scopeTarget, type ScopeFacts } from './scopes.js';

/** How many records of a kind are looked at for vacancies of one territory. */
const LOOKED_AT = 1_000;

function territoryId(globalId: string): string {
  const id = fromGlobalId(globalId, 'Territory')?.id;
  if (!id) throw new Refusal('NOT_FOUND');
  return id;
}

interface TermRow {
  scope_id: string;
  role: Role;
  current: boolean;
  last_to: string | null;
  next_from: string | null;
}

/**
 * Posts in a territory that nobody holds today and that the viewer may fill, those that are vacant longest first.
 * A scope without any holder yet comes last.
 */
export async function vacantPosts(ctx: Context, territory: string, first: number): Promise<VacantPost[]> {
  const size = pageSize(first);
  const within = territoryId(territory);
  const kinds = scopeAdapters().filter((adapter) => adapter.post !== undefined);
  const found = await Promise.all(kinds.map((adapter) => adapter.within(ctx.db, within, ctx.lang, [], LOOKED_AT)));
  const posts = kinds.flatMap(({ post }, i) => (post ? (found[i] ?? []).map((scope) => ({ role: post, scope })) : []));
  const fillable = posts.filter(({ role, scope }) => mayAppoint(ctx.viewer, role, scopeTarget(scope)));
  const terms = await termsOf(
    ctx,
    fillable.map(({ scope }) => scope.id),
  );
  return fillable
    .filter(({ role, scope }) => terms.get(`${role}:${scope.id}`)?.current !== true)
    .map(({ role, scope }) => {
      const term = terms.get(`${role}:${scope.id}`);
      return { role, scope: toScope(scope), since: term?.last_to ?? null, nextFrom: term?.next_from ?? null };
    })
    .sort((a, b) => (a.since ?? '9999').localeCompare(b.since ?? '9999') || a.scope.name.localeCompare(b.scope.name, ctx.lang))
    .slice(0, size);
}

async function termsOf(ctx: Context, scopeIds: string[]): Promise<Map<string, TermRow>> {
  const rows = await ctx.db.rows<TermRow>(
    `SELECT scope_id, role, bool_or(revoked_at IS NULL AND starts_on <= $2::date AND (ends_on IS NULL OR ends_on >= $2::date)) AS current,
       max(coalesce(revoked_at::date, ends_on)) FILTER (WHERE revoked_at IS NOT NULL OR ends_on < $2::date) AS last_to,
       min(starts_on) FILTER (WHERE revoked_at IS NULL AND starts_on > $2::date) AS next_from
     FROM appointments WHERE scope_id = ANY($1) GROUP BY scope_id, role`,
    [scopeIds, todayOf(ctx)],
  );
  return new Map(rows.map((row) => [`${row.role}:${row.scope_id}`, row]));
}

/** What a picker of scopes asks for. */
export interface ScopesQuery {
  role: Role;
  /** Global id of the territory within which to look; left out, everywhere. */
  territoryId?: string | null;
  search?: string | null;
  first: number;
}

/** Scopes for which the viewer may give a role, by name. */
export async function appointableScopes(ctx: Context, query: ScopesQuery): Promise<AppointmentScope[]> {
  const size = pageSize(query.first);
  const adapter = scopeAdapter(ROLE_RULES[query.role].scope);
  const places = query.territoryId
    ? [territoryId(query.territoryId)]
    : (await ctx.db.rows<{ id: string }>('SELECT id FROM territories WHERE parent_id IS NULL')).map(({ id }) => id);
  const found: ScopeFacts[] = (
    await Promise.all(places.map((place) => adapter.within(ctx.db, place, ctx.lang, searchFold(query.search ?? ''), LOOKED_AT)))
  ).flat();
  return found
    .filter((scope) => mayAppoint(ctx.viewer, query.role, scopeTarget(scope)))
    .slice(0, size)
    .map(toScope);
}

/** What the form of an appointment starts with: the roles the viewer may give somewhere, and a term to the end of the school year. */
export function appointmentForm(ctx: Context): AppointmentForm {
  const mine = new Set(ctx.viewer.appointments.flatMap(({ role }) => rolesAppointedBy(role)));
  const today = todayOf(ctx);
  return { roles: ROLES.filter((role) => mine.has(role)), startsOn: today, endsOn: boundsOf(yearOf(today)).last };
}
