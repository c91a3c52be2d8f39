import { authorize, signedIn, type Act, type Target } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { fromGlobalId } from '../../../platform/ids.js';
import type { CentreRow } from '../centre.queries.js';
import { CENTRE_COLUMNS, centreTarget } from '../centre.queries.js';
import { STRUCTURE_COLUMNS, STRUCTURE_FROM, structureTarget, type StructureRow } from '../structure.queries.js';

/** Which record a changing command means, and the version that its form saw. */
export interface Expected {
  id: string;
  expectedVersion: number;
}

async function lockRow<Row extends { version: number }>(
  ctx: Context,
  expected: Expected,
  row: Row | null,
  act: Act,
  targetOf: (row: Row) => Target,
): Promise<Row> {
  signedIn(ctx.viewer);
  if (!row) throw new Refusal('NOT_FOUND');
  authorize(ctx.viewer, act, targetOf(row), 'public.read');
  if (row.version !== expected.expectedVersion) throw new Refusal('CONFLICT');
  return row;
}

/** The centre that a command changes, locked, after its right and version were checked. */
export async function lockCentre(ctx: Context, tx: Tx, expected: Expected, act: Act): Promise<CentreRow> {
  const row = await tx.row<CentreRow>(
    `SELECT ${CENTRE_COLUMNS} FROM centres c JOIN territories ct ON ct.id = c.territory_id WHERE c.id = $1 FOR UPDATE OF c`,
    [fromGlobalId(expected.id, 'Centre')?.id ?? null],
  );
  return lockRow(ctx, expected, row, act, centreTarget);
}

/** The structure that a command changes, locked, after its right and version were checked. */
export async function lockStructure(ctx: Context, tx: Tx, expected: Expected, act: Act): Promise<StructureRow> {
  const row = await tx.row<StructureRow>(`SELECT ${STRUCTURE_COLUMNS} FROM ${STRUCTURE_FROM} WHERE s.id = $1 FOR UPDATE OF s`, [
    fromGlobalId(expected.id, 'Structure')?.id ?? null,
  ]);
  return lockRow(ctx, expected, row, act, structureTarget);
}

/** The living record that another is merged into. @throws UserErrors on `successor` */
export async function successorOf(
  tx: Tx,
  table: 'centres' | 'structures' | 'schools',
  type: string,
  globalId: string | null | undefined,
  own: string,
): Promise<string> {
  const id = globalId ? fromGlobalId(globalId, type)?.id : null;
  if (!id) reject('REQUIRED', 'successor');
  if (id === own) reject('SUCCESSOR_IS_SELF', 'successor');
  const row = await tx.row(`SELECT 1 AS found FROM ${table} WHERE id = $1 AND status = 'ACTIVE' FOR SHARE`, [id]);
  if (!row) reject('NOT_FOUND', 'successor');
  return id;
}

/** The audit row of a change to a register's record. */
export async function auditChange(
  ctx: Context,
  tx: Tx,
  act: string,
  subjectType: string,
  subjectId: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await audit(tx, { actorId: ctx.viewer.personId, act, subjectType, subjectId, at: ctx.clock.now(), requestId: ctx.requestId, detail });
}
