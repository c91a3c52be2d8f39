import { AFFILIATION, allows, rules, transition, type AffiliationAct } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import { dateIn } from '../../../platform/clock.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { inviteByEmail } from '../../accounts/index.js';
import { AFFILIATION_COLUMNS, AFFILIATION_FROM, affiliationTarget, toAffiliation, type AffiliationRow } from '../affiliation.queries.js';
import { SCHOOL_COLUMNS, SCHOOL_FROM, schoolTarget, type SchoolRow } from '../school.queries.js';
import type { AffiliationPayload, ChangeAffiliationInput, ClaimAffiliationInput, InviteToSchoolInput } from '../affiliation.type.js';

/** The kind of invitation that stands behind an affiliation. */
export const AFFILIATION_INVITATION = 'AFFILIATION';

const today = (ctx: Context): string => dateIn(ctx.clock.now(), ctx.config.timeZone);

async function payload(ctx: Context, tx: Tx, id: string): Promise<{ affiliation: AffiliationPayload['affiliation'] }> {
  const row = await tx.row<AffiliationRow>(`SELECT ${AFFILIATION_COLUMNS} FROM ${AFFILIATION_FROM} WHERE a.id = $1`, [id]);
  return { affiliation: row && toAffiliation(ctx, row) };
}

interface NewAffiliation {
  personId: string;
  schoolId: string | null;
  countyId: string;
  body: string;
  profession: string;
  /** Who confirmed it; null for a claim. */
  confirmedBy: string | null;
}

/** Writes an affiliation that the person does not have yet. @throws UserErrors AFFILIATION_KNOWN */
async function addAffiliation(ctx: Context, tx: Tx, made: NewAffiliation): Promise<string> {
  await tx.row('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [made.personId]);
  const known = await tx.row(
    `SELECT 1 AS found FROM affiliations WHERE person_id = $1 AND state <> 'ENDED' AND school_id IS NOT DISTINCT FROM $2 AND (school_id IS NOT NULL OR body = $3) AND profession = $4`,
    [made.personId, made.schoolId, made.body, made.profession],
  );
  if (known) reject('AFFILIATION_KNOWN');
  const id = newId();
  const now = ctx.clock.now();
  await tx.row(
    `INSERT INTO affiliations (id, person_id, school_id, county_id, body, profession, state, starts_on, confirmed_by, confirmed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      made.personId,
      made.schoolId,
      made.countyId,
      made.body,
      made.profession,
      made.confirmedBy ? 'CONFIRMED' : 'CLAIMED',
      today(ctx),
      made.confirmedBy,
      made.confirmedBy ? now : null,
    ],
  );
  await audit(tx, {
    actorId: ctx.viewer.personId,
    act: made.confirmedBy ? 'inviteToSchool' : 'claimAffiliation',
    subjectType: 'Affiliation',
    subjectId: id,
    countyId: made.countyId,
    at: now,
    requestId: ctx.requestId,
  });
  return id;
}

async function livingSchool(tx: Tx, globalId: string): Promise<SchoolRow | null> {
  return tx.row<SchoolRow>(`SELECT ${SCHOOL_COLUMNS} FROM ${SCHOOL_FROM} WHERE s.id = $1 AND s.status = 'ACTIVE'`, [
    fromGlobalId(globalId, 'School')?.id ?? null,
  ]);
}

/** Says where the viewer works; a principal or the county confirms it. */
export function claimAffiliation(ctx: Context, input: ClaimAffiliationInput): Promise<AffiliationPayload> {
  return mutate(ctx, async (tx) => {
    const personId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'profile.own', { ownerId: personId });
    const { id } = await once(
      tx,
      { actorId: personId, key: input.clientMutationId, operation: 'claimAffiliation', input, now: ctx.clock.now() },
      async () => {
        const made = { personId, profession: input.profession, confirmedBy: null };
        if (input.school) {
          const school = await livingSchool(tx, input.school);
          if (!school) reject('NOT_FOUND', 'school');
          return addAffiliation(ctx, tx, { ...made, schoolId: school.id, countyId: school.county_id, body: '' });
        }
        const { body } = checked(z.object({ body: rules.name }), { body: input.body ?? '' });
        const county = await tx.row<{ id: string }>(`SELECT id FROM territories WHERE id = $1 AND kind = 'COUNTY'`, [
          fromGlobalId(input.county ?? '', 'Territory')?.id ?? null,
        ]);
        if (!county) reject('REQUIRED', 'county');
        return addAffiliation(ctx, tx, { ...made, schoolId: null, countyId: county.id, body });
      },
    );
    return payload(ctx, tx, id);
  });
}

async function lockAffiliation(ctx: Context, tx: Tx, input: ChangeAffiliationInput): Promise<AffiliationRow> {
  signedIn(ctx.viewer);
  const row = await tx.row<AffiliationRow>(`SELECT ${AFFILIATION_COLUMNS} FROM ${AFFILIATION_FROM} WHERE a.id = $1 FOR UPDATE OF a`, [
    fromGlobalId(input.id, 'Affiliation')?.id ?? null,
  ]);
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

async function change(ctx: Context, tx: Tx, row: AffiliationRow, act: AffiliationAct, expectedVersion: number): Promise<void> {
  if (row.version !== expectedVersion) throw new Refusal('CONFLICT');
  const next = transition(AFFILIATION, row.state, act);
  if (next === null) reject('STATE_FORBIDS');
  const now = ctx.clock.now();
  if (act === 'CONFIRM') {
    await tx.row('UPDATE affiliations SET state = $2, confirmed_by = $3, confirmed_at = $4, version = version + 1 WHERE id = $1', [
      row.id,
      next,
      ctx.viewer.personId,
      now,
    ]);
  } else {
    await tx.row('UPDATE affiliations SET state = $2, ends_on = greatest(starts_on, $3::date), version = version + 1 WHERE id = $1', [
      row.id,
      next,
      today(ctx),
    ]);
  }
  const name = act === 'CONFIRM' ? 'confirmAffiliation' : 'endAffiliation';
  await audit(tx, {
    actorId: ctx.viewer.personId,
    act: name,
    subjectType: 'Affiliation',
    subjectId: row.id,
    countyId: row.county_id,
    at: now,
    requestId: ctx.requestId,
  });
}

/** Confirms that a person works where they say; never one's own claim. */
export function confirmAffiliation(ctx: Context, input: ChangeAffiliationInput): Promise<AffiliationPayload> {
  return mutate(ctx, async (tx) => {
    const row = await lockAffiliation(ctx, tx, input);
    authorize(ctx.viewer, 'affiliation.confirm', affiliationTarget(row), 'affiliation.read');
    await change(ctx, tx, row, 'CONFIRM', input.expectedVersion);
    return payload(ctx, tx, row.id);
  });
}

/** Ends an affiliation: the person's own, or one of those that the viewer may confirm; a claim that is not true is ended too. */
export function endAffiliation(ctx: Context, input: ChangeAffiliationInput): Promise<AffiliationPayload> {
  return mutate(ctx, async (tx) => {
    const row = await lockAffiliation(ctx, tx, input);
    const target = affiliationTarget(row);
    if (!allows(ctx.viewer, 'profile.own', target)) authorize(ctx.viewer, 'affiliation.confirm', target, 'affiliation.read');
    await change(ctx, tx, row, 'END', input.expectedVersion);
    return payload(ctx, tx, row.id);
  });
}

/** Invites somebody of a school's staff by e-mail; whoever may confirm the affiliation does so with it. */
export function inviteToSchool(ctx: Context, input: InviteToSchoolInput): Promise<AffiliationPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    const school = await livingSchool(tx, input.school);
    if (!school) throw new Refusal('NOT_FOUND');
    authorize(ctx.viewer, 'affiliation.confirm', schoolTarget(school), 'public.read');
    const { name, email, lang } = checked(z.object({ name: rules.personName, email: rules.email, lang: rules.language }), input);
    const now = ctx.clock.now();
    const { id } = await once(tx, { actorId, key: input.clientMutationId, operation: 'inviteToSchool', input, now }, async () => {
      const { personId } = await inviteByEmail(tx, {
        email,
        name,
        lang,
        detail: { kind: AFFILIATION_INVITATION, subjectId: school.id },
        invitedBy: actorId,
        now,
      });
      // Nobody confirms what concerns themselves.
      if (personId === actorId) reject('AFFILIATION_OWN', 'email');
      return addAffiliation(ctx, tx, {
        personId,
        schoolId: school.id,
        countyId: school.county_id,
        body: '',
        profession: input.profession,
        confirmedBy: actorId,
      });
    });
    return payload(ctx, tx, id);
  });
}
