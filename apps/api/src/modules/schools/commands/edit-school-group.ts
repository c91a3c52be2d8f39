import { rules } from '@stoa/domain';
import { z } from 'zod';
import { authorize, signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Tx } from '../../../platform/database/database.js';
import { once } from '../../../platform/database/idempotency.js';
import { freeSlugs } from '../../../platform/database/slugs.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { checked } from '../../../platform/graphql/checked.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId, newId } from '../../../platform/ids.js';
import { auditChange } from '../../centres/index.js';
import { GROUP_COLUMNS, toGroup, type GroupRow } from '../school.queries.js';
import type { CreateSchoolGroupInput, EditSchoolGroupInput, SchoolGroupPayload } from '../school.type.js';

async function payload(tx: Tx, id: string): Promise<{ schoolGroup: SchoolGroupPayload['schoolGroup'] }> {
  const row = await tx.row<GroupRow>(`SELECT ${GROUP_COLUMNS} FROM school_groups g WHERE g.id = $1`, [id]);
  return { schoolGroup: row && toGroup(row) };
}

/** Puts exactly these schools of the county into a group. @throws UserErrors on `schools` */
async function setSchools(tx: Tx, groupId: string, countyId: string, schools: readonly string[]): Promise<void> {
  if (schools.length > 200) reject('TOO_MANY', 'schools');
  const ids = [...new Set(schools.map((id) => fromGlobalId(id, 'School')?.id ?? ''))];
  const known = await tx.rows(`SELECT id FROM schools WHERE id::text = ANY($1) AND county_id = $2`, [ids, countyId]);
  if (known.length !== ids.length) reject('NOT_FOUND', 'schools');
  await tx.row('DELETE FROM school_group_members WHERE group_id = $1', [groupId]);
  await tx.row('INSERT INTO school_group_members (group_id, school_id) SELECT $1, unnest($2::uuid[])', [groupId, ids]);
}

/** Adds a group of schools to a county. */
export function createSchoolGroup(ctx: Context, input: CreateSchoolGroupInput): Promise<SchoolGroupPayload> {
  return mutate(ctx, async (tx) => {
    const actorId = signedIn(ctx.viewer);
    authorize(ctx.viewer, 'register.change', { isPublic: true }, 'public.read');
    const { name, lang } = checked(z.object({ name: rules.name, lang: rules.language }), input);
    const { id } = await once(
      tx,
      { actorId, key: input.clientMutationId, operation: 'createSchoolGroup', input, now: ctx.clock.now() },
      async () => {
        const county = await tx.row<{ id: string }>(`SELECT id FROM territories WHERE id = $1 AND kind = 'COUNTY'`, [
          fromGlobalId(input.county, 'Territory')?.id ?? null,
        ]);
        if (!county) reject('NOT_FOUND', 'county');
        await tx.row(`SELECT pg_advisory_xact_lock(hashtext('school_groups'))`);
        const [slug] = await freeSlugs(tx, 'school_groups', [{ name, otherwise: 'group' }]);
        const groupId = newId();
        await tx.row('INSERT INTO school_groups (id, county_id, slug, name, lang) VALUES ($1, $2, $3, $4, $5)', [
          groupId,
          county.id,
          slug,
          name,
          lang,
        ]);
        await setSchools(tx, groupId, county.id, input.schools);
        await auditChange(ctx, tx, 'createSchoolGroup', 'SchoolGroup', groupId);
        return groupId;
      },
    );
    return payload(tx, id);
  });
}

/** Changes the name and the schools of a group. */
export function editSchoolGroup(ctx: Context, input: EditSchoolGroupInput): Promise<SchoolGroupPayload> {
  return mutate(ctx, async (tx) => {
    signedIn(ctx.viewer);
    authorize(ctx.viewer, 'register.change', { isPublic: true }, 'public.read');
    const row = await tx.row<GroupRow>(`SELECT ${GROUP_COLUMNS} FROM school_groups g WHERE g.id = $1 FOR UPDATE`, [
      fromGlobalId(input.id, 'SchoolGroup')?.id ?? null,
    ]);
    if (!row) throw new Refusal('NOT_FOUND');
    if (row.version !== input.expectedVersion) throw new Refusal('CONFLICT');
    const { name } = checked(z.object({ name: rules.name }), input);
    await tx.row('UPDATE school_groups SET name = $2, version = version + 1 WHERE id = $1', [row.id, name]);
    await setSchools(tx, row.id, row.county_id, input.schools);
    await auditChange(ctx, tx, 'editSchoolGroup', 'SchoolGroup', row.id);
    return payload(tx, row.id);
  });
}
