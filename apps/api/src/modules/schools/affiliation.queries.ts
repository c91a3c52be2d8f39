import { allows, type AffiliationState, type Profession } from '@stoa/domain';
import { reachOf, signedIn, type Target } from '../../platform/authorize.js';
import type { Context, Loader } from '../../platform/context.js';
import { Refusal } from '../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { territoryIdOf } from '../centres/index.js';
import type { AffiliationType } from './affiliation.type.js';

/** An affiliation's row, with the path of its school's territory, or of its county. */
export interface AffiliationRow {
  id: string;
  person_id: string;
  school_id: string | null;
  county_id: string;
  body: string;
  profession: Profession;
  state: AffiliationState;
  starts_on: string;
  ends_on: string | null;
  version: number;
  path: string[];
  network_ids: string[];
}

// The networks of the person: a fellow member may read what the rights table grants for them.
export const AFFILIATION_COLUMNS = `a.id, a.person_id, a.school_id, a.county_id, a.body, a.profession, a.state, a.starts_on, a.ends_on, a.version,
  coalesce(st.path, ct.path) AS path,
  (SELECT coalesce(array_agg(m.network_id), '{}') FROM memberships m WHERE m.person_id = a.person_id AND m.state = 'ACTIVE') AS network_ids`;
export const AFFILIATION_FROM = `affiliations a JOIN territories ct ON ct.id = a.county_id LEFT JOIN schools s ON s.id = a.school_id
  LEFT JOIN territories st ON st.id = s.territory_id`;

/** What the rights table is asked about: the school and all above it, the person, whom the confirmation concerns. */
export function affiliationTarget(row: Pick<AffiliationRow, 'person_id' | 'school_id' | 'path' | 'network_ids'>): Target {
  // Coordinators read the affiliations of their networks' members.
  const scopes = [...(row.school_id ? [row.school_id] : []), ...row.path, ...row.network_ids];
  return { scopes, ownerId: row.person_id, concerns: [row.person_id], networkIds: row.network_ids };
}

/** The row as its readers see it. */
export function toAffiliation(ctx: Context, row: AffiliationRow): AffiliationType {
  const target = affiliationTarget(row);
  const mayConfirm = allows(ctx.viewer, 'affiliation.confirm', target);
  return {
    id: toGlobalId('Affiliation', row.id),
    profession: row.profession,
    state: row.state,
    body: row.body,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    viewerCan: {
      confirm: row.state === 'CLAIMED' && mayConfirm,
      end: row.state !== 'ENDED' && (mayConfirm || allows(ctx.viewer, 'profile.own', target)),
    },
    version: row.version,
    personId: row.person_id,
    schoolId: row.school_id,
    countyId: row.county_id,
  };
}

/** SQL twin of `allows(viewer, 'affiliation.read', affiliationTarget(row))`; parameters from `readParams`, first at `$from`. */
function readable(from: number): string {
  const [all, scopes, networks, me] = [0, 1, 2, 3].map((at) => `$${from + at}`);
  return `(${all}::boolean OR a.person_id = ${me}::uuid OR a.school_id = ANY(${scopes}::uuid[]) OR coalesce(st.path, ct.path) && ${scopes}::uuid[]
    OR EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = a.person_id AND m.state = 'ACTIVE' AND m.network_id = ANY(${networks}::uuid[] || ${scopes}::uuid[])))`;
}

function readParams(ctx: Context): unknown[] {
  const reach = reachOf(ctx.viewer, 'affiliation.read');
  return [reach.all, reach.scopeIds, reach.networkIds, ctx.viewer.personId];
}

export interface AffiliationsQuery {
  first: number;
  after: string | null;
  /** Only the viewer's own. */
  mine: boolean;
  school: string | null;
  within: string | null;
  state: AffiliationState | null;
}

/** Affiliations that the viewer may read, newest first. @throws Refusal UNAUTHENTICATED for a visitor */
export async function affiliations(ctx: Context, query: AffiliationsQuery): Promise<Page<AffiliationType>> {
  const me = signedIn(ctx.viewer);
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const [startsOn, id] = query.after ? sealer.open(query.after) : [];
  const schoolId = query.school ? fromGlobalId(query.school, 'School')?.id : null;
  if (query.school && !schoolId) throw new Refusal('NOT_FOUND');
  const rows = await ctx.db.rows<AffiliationRow>(
    `SELECT ${AFFILIATION_COLUMNS} FROM ${AFFILIATION_FROM}
     WHERE ${readable(1)} AND ($5::uuid IS NULL OR a.person_id = $5) AND ($6::uuid IS NULL OR a.school_id = $6)
       AND ($7::uuid IS NULL OR coalesce(st.path, ct.path) @> ARRAY[$7::uuid]) AND ($8::text IS NULL OR a.state = $8)
       AND ($9::date IS NULL OR (a.starts_on, a.id) < ($9::date, $10::uuid))
     ORDER BY a.starts_on DESC, a.id DESC LIMIT $11`,
    [
      ...readParams(ctx),
      query.mine ? me : null,
      schoolId,
      territoryIdOf(query.within),
      query.state,
      startsOn ?? null,
      id ?? null,
      first + 1,
    ],
  );
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.starts_on, row.id],
    (row) => toAffiliation(ctx, row),
    query.after !== null,
  );
}

/** Living affiliations of people; one statement for all people of a tick. Whoever asks decides what of it is shown. */
const livingOf: Loader<string, AffiliationRow[]> = async (ctx, ids) => {
  const rows = await ctx.db.rows<AffiliationRow>(
    `SELECT ${AFFILIATION_COLUMNS} FROM ${AFFILIATION_FROM} WHERE a.person_id = ANY($1) AND a.state <> 'ENDED' ORDER BY a.starts_on, a.id`,
    [ids],
  );
  return ids.map((id) => rows.filter((row) => row.person_id === id));
};

/** Living affiliations of a person that the viewer may read, and confirmed ones that the person shows. */
export async function affiliationsOfPerson(ctx: Context, personId: string, shown: boolean): Promise<AffiliationType[]> {
  const rows = await ctx.load(livingOf, personId);
  const readable = (row: AffiliationRow) => allows(ctx.viewer, 'affiliation.read', affiliationTarget(row));
  return rows.filter((row) => readable(row) || (shown && row.state === 'CONFIRMED')).map((row) => toAffiliation(ctx, row));
}
