import { allows, readPreferences, type Profile } from '@stoa/domain';
import { byId, type Context, type Loader } from '../../platform/context.js';
import { fromGlobalId, toGlobalId } from '../../platform/ids.js';
import { contactSeen } from './contact-seen.js';
import type { PersonStatus } from './person.entity.js';
import type { AccountType, PersonType, PersonViewerCan } from './person.type.js';

/** A person's row as lists read it. */
export interface PersonRow {
  id: string;
  handle: string;
  display_name: string;
}

/** People by id, for fields such as `author`. */
export const personById: Loader<string, PersonRow | null> = byId(
  (asked) => `SELECT id, handle, display_name FROM people WHERE id ${asked}`,
);

interface AccountRow extends PersonRow {
  email: string | null;
  status: PersonStatus;
  lang: string;
  preferences: unknown;
  created_at: string;
  last_sign_in_at: string | null;
  has_factor: boolean;
  version: number;
}

const accountById: Loader<string, AccountRow | null> = byId(
  (asked) => `SELECT p.id, p.handle, p.display_name, p.email, p.status, p.lang, p.preferences, p.created_at, p.version,
       (SELECT max(s.created_at) FROM sessions s WHERE s.person_id = p.id) AS last_sign_in_at,
       EXISTS (SELECT 1 FROM code_apps c WHERE c.person_id = p.id AND c.secret IS NOT NULL)
         OR EXISTS (SELECT 1 FROM passkeys k WHERE k.person_id = p.id) AS has_factor
     FROM people p WHERE p.id ${asked}`,
);

/** The public face of a row. */
export function toPerson(row: PersonRow): PersonType {
  return { id: toGlobalId('Person', row.id), handle: row.handle, displayName: row.display_name };
}

/** The UUID behind a person's global id. */
export function personIdOf(person: Pick<PersonType, 'id'>): string {
  return fromGlobalId(person.id, 'Person')?.id ?? '';
}

/** What a person shows to this viewer: everything to themselves, nothing but the name to whom the profile is closed. */
export async function shownTo(ctx: Context, personId: string): Promise<Profile & { email: string | null }> {
  const row = await ctx.load(accountById, personId);
  const { profile } = readPreferences(row?.preferences);
  const own = ctx.viewer.personId === personId;
  const isPublic = row?.status === 'ACTIVE' && (profile.audience === 'EVERYONE' || ctx.viewer.personId !== null);
  const shows = own || allows(ctx.viewer, 'profile.readPublic', { isPublic });
  return {
    audience: profile.audience,
    about: shows ? profile.about : '',
    showsEmail: shows && profile.showsEmail,
    showsAffiliations: shows && profile.showsAffiliations,
    showsAppointments: shows && profile.showsAppointments,
    email: own || (shows && profile.showsEmail) || allows(ctx.viewer, 'register.change', {}) ? (row?.email ?? null) : null,
  };
}

/** A person's address, where this viewer may see it. That an administrator saw one that is not shown is noted. */
export async function emailOf(ctx: Context, personId: string): Promise<string | null> {
  const { email, showsEmail } = await shownTo(ctx, personId);
  if (email !== null && !showsEmail && ctx.viewer.personId !== personId) await ctx.load(contactSeen, personId);
  return email;
}

/** What an administrator reads of an account, which is noted; null for everybody else. */
export async function accountOf(ctx: Context, personId: string): Promise<AccountType | null> {
  if (!allows(ctx.viewer, 'register.change', {})) return null;
  const row = await ctx.load(accountById, personId);
  if (row?.email && ctx.viewer.personId !== personId) await ctx.load(contactSeen, personId);
  return (
    row && {
      status: row.status,
      email: row.email,
      lang: row.lang,
      createdAt: row.created_at,
      lastSignInAt: row.last_sign_in_at,
      version: row.version,
    }
  );
}

/** What the viewer may do with a person. */
export async function personViewerCan(ctx: Context, personId: string): Promise<PersonViewerCan> {
  const admin = allows(ctx.viewer, 'register.change', {}) && ctx.viewer.personId !== personId;
  const row = admin ? await ctx.load(accountById, personId) : null;
  const active = row?.status === 'ACTIVE';
  return {
    suspend: active,
    deactivate: active,
    reactivate: row?.status === 'SUSPENDED' || row?.status === 'DEACTIVATED',
    removeFactors: row?.has_factor ?? false,
  };
}

/** A profile by handle: for everybody or for whoever is signed in, as its person wishes; null where it looks as if it did not exist. */
export async function person(ctx: Context, handle: string): Promise<PersonType | null> {
  // The name of somebody merged, which stands in what others wrote, leads to whom they were merged into.
  const row = await ctx.db.row<AccountRow>(
    `SELECT p.id, p.handle, p.display_name, p.status, p.preferences FROM people n JOIN people p ON p.id = coalesce(n.merged_into, n.id)
     WHERE n.handle = $1`,
    [handle],
  );
  if (!row) return null;
  const { audience } = readPreferences(row.preferences).profile;
  const isPublic = row.status === 'ACTIVE' && (audience === 'EVERYONE' || ctx.viewer.personId !== null);
  return allows(ctx.viewer, 'profile.readPublic', { isPublic }) || ctx.viewer.personId === row.id ? toPerson(row) : null;
}
