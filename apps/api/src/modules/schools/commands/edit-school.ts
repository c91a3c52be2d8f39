import { contactsRule, orNull, rules, SCHOOL, schoolKey, searchText, transition, type SchoolLevel } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn, type Act } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { freeSlugs } from '../../../platform/database/slugs.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { auditChange, successorOf, type Expected } from '../../centres/index.js';
import { SCHOOL_COLUMNS, SCHOOL_FROM, schoolTarget, toSchool, type SchoolRow } from '../school.queries.js';
import type { ChangeSchoolStateInput, CreateSchoolInput, EditSchoolInput, SchoolPayload } from '../school.type.js';

/** What a school is found by and kept apart by. */
export interface SchoolWords {
  name: string;
  code: string | null;
  city: string;
  street: string;
  number: string;
  postalCode: string;
  postOffice: string;
}

/** What a school is found by: name, code, place and postal code. */
export function schoolSearch({ name, code, city, postOffice, postalCode }: SchoolWords): string {
  return searchText([name, city, postOffice, code, postalCode]);
}

/** What keeps a school from being entered twice within its county: its code, else its folded name and address. */
export function matchKey(school: Pick<SchoolWords, 'name' | 'code' | 'street' | 'number' | 'postalCode'>): string {
  return school.code === null ? schoolKey(school) : `#${school.code}`;
}

const address = () => {
  const line = z.union([rules.name, z.literal('')]);
  return z.object({ city: line, street: line, number: line, postalCode: z.union([rules.postalCode, z.literal('')]), postOffice: line });
};

async function payload(ctx: Context, tx: Tx, id: string): Promise<{ school: SchoolPayload['school'] }> {
  const row = await tx.row<SchoolRow>(`SELECT ${SCHOOL_COLUMNS} FROM ${SCHOOL_FROM} WHERE s.id = $1`, [id]);
  return { school: row && toSchool(ctx, row) };
}

/** The county and, where one is named, the municipality in it. @throws UserErrors */
async function placeOf(
  tx: Tx,
  county: string,
  municipality: string | null | undefined,
): Promise<{ countyId: string; territoryId: string }> {
  const countyId = fromGlobalId(county, 'Territory')?.id ?? null;
  if (!(await tx.row(`SELECT 1 AS found FROM territories WHERE id = $1 AND kind = 'COUNTY'`, [countyId]))) reject('NOT_FOUND', 'county');
  if (!municipality) return { countyId: countyId ?? '', territoryId: countyId ?? '' };
  const row = await tx.row<{ id: string }>(
    `SELECT id FROM territories WHERE id = $1 AND kind = 'MUNICIPALITY' AND path @> ARRAY[$2::uuid]`,
    [fromGlobalId(municipality, 'Territory')?.id ?? null, countyId],
  );
  return { countyId: countyId ?? '', territoryId: row?.id ?? reject('NOT_FOUND', 'municipality') };
}

/** Adds a school to the register of its county. */
export function createSchool(ctx: Context, input: CreateSchoolInput): Promise<SchoolPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'register.change', { isPublic: true }, 'public.read');
    const rule = z.object({ name: rules.name, lang: rules.language, code: orNull(rules.schoolCode), address: address() });
    const { name, lang, code, address: place } = checked(rule, { ...input, code: input.code ?? null });
    const { id } = await once(
      tx,
      { actorId, key: input.clientMutationId, operation: 'createSchool', input, now: ctx.clock.now() },
      async () => {
        const { countyId, territoryId } = await placeOf(tx, input.county, input.municipality);
        await tx.row(`SELECT pg_advisory_xact_lock(hashtext('schools'))`);
        const words = { name, code, ...place };
        if (await tx.row('SELECT 1 AS found FROM schools WHERE county_id = $1 AND match_key = $2', [countyId, matchKey(words)]))
          reject(code ? 'CODE_TAKEN' : 'SCHOOL_KNOWN', code ? 'code' : 'name');
        const [slug] = await freeSlugs(tx, 'schools', [{ name, otherwise: place.city || code || 'school' }]);
        const schoolId = newId();
        await tx.row(
          `INSERT INTO schools (id, county_id, territory_id, code, slug, name, lang, level, status, city, street, number, postal_code, post_office, match_key, search)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'ACTIVE', $9, $10, $11, $12, $13, $14, $15)`,
          [
            schoolId,
            countyId,
            territoryId,
            code,
            slug,
            name,
            lang,
            input.level satisfies SchoolLevel,
            place.city,
            place.street,
            place.number,
            place.postalCode,
            place.postOffice,
            matchKey(words),
            schoolSearch(words),
          ],
        );
        await auditChange(ctx, tx, 'createSchool', 'School', schoolId);
        return schoolId;
      },
    );
    return payload(ctx, tx, id);
  });
}

async function lockSchool(ctx: Context, tx: Tx, expected: Expected, act: Act): Promise<SchoolRow> {
  signedIn(ctx.viewer);
  const row = await tx.row<SchoolRow>(`SELECT ${SCHOOL_COLUMNS} FROM ${SCHOOL_FROM} WHERE s.id = $1 FOR UPDATE OF s`, [
    fromGlobalId(expected.id, 'School')?.id ?? null,
  ]);
  if (!row) throw new Refusal('NOT_FOUND');
  authorize(ctx.viewer, act, schoolTarget(row), 'public.read');
  if (row.version !== expected.expectedVersion) throw new Refusal('CONFLICT');
  return row;
}

/** Changes a school's public card. */
export function editSchool(ctx: Context, input: EditSchoolInput): Promise<SchoolPayload> {
  return mutate(ctx, async (tx) => {
    const row = await lockSchool(ctx, tx, input, 'school.edit');
    const { name, address: place, contacts } = checked(z.object({ name: rules.name, address: address(), contacts: contactsRule() }), input);
    const words = { name, code: row.code, ...place };
    const taken = await tx.row('SELECT 1 AS found FROM schools WHERE county_id = $1 AND match_key = $2 AND id <> $3', [
      row.county_id,
      matchKey(words),
      row.id,
    ]);
    if (taken) reject('SCHOOL_KNOWN', 'name');
    await tx.row(
      `UPDATE schools SET name = $2, level = $3, city = $4, street = $5, number = $6, postal_code = $7, post_office = $8, contacts = $9, match_key = $10, search = $11,
         version = version + 1 WHERE id = $1`,
      [
        row.id,
        name,
        input.level,
        place.city,
        place.street,
        place.number,
        place.postalCode,
        place.postOffice,
        contacts,
        matchKey(words),
        schoolSearch(words),
      ],
    );
    await auditChange(ctx, tx, 'editSchool', 'School', row.id);
    return payload(ctx, tx, row.id);
  });
}

/** Merges a school into another or closes it. */
export function changeSchoolState(ctx: Context, input: ChangeSchoolStateInput): Promise<SchoolPayload> {
  return mutate(ctx, async (tx) => {
    const row = await lockSchool(ctx, tx, input, 'register.change');
    const next = transition(SCHOOL, row.status, input.act);
    if (next === null) reject('STATE_FORBIDS', 'act');
    const successorId = input.act === 'MERGE' ? await successorOf(tx, 'schools', 'School', input.successor, row.id) : null;
    await tx.row('UPDATE schools SET status = $2, successor_id = $3, version = version + 1 WHERE id = $1', [row.id, next, successorId]);
    await auditChange(ctx, tx, 'changeSchoolState', 'School', row.id, { from: row.status, to: next });
    return payload(ctx, tx, row.id);
  });
}
