import type { Context, Loader } from '../../../platform/context.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { toGlobalId } from '../../../platform/ids.js';
import { toPerson } from '../../accounts/index.js';
import type { ResourceRow } from '../resource.statement.js';
import type { ResourceUseType } from './use.types.js';

interface UseRow {
  id: string;
  person_id: string;
  handle: string;
  display_name: string;
  result: ResourceUseType['result'];
  account: string;
  lang: string;
  told_at: string;
  edited_at: string | null;
  school: string | null;
  version: number;
}

/** Accounts of use of a resource that the viewer may read, the newest first; one that was hidden its writer alone sees. */
export async function usesOf(
  ctx: Context,
  resource: ResourceRow,
  page: { first: number; after: string | null },
): Promise<Page<ResourceUseType>> {
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = page.after ? sealer.open(page.after) : [null, null];
  const rows = await ctx.db.rows<UseRow>(
    `SELECT u.id, u.person_id, p.handle, p.display_name, u.result, u.account, u.lang, u.told_at, u.edited_at, s.name AS school, u.version
     FROM resource_uses u JOIN people p ON p.id = u.person_id LEFT JOIN schools s ON s.id = u.school_id
     WHERE u.resource_id = $1 AND (u.hidden_at IS NULL OR u.person_id = $2::uuid) AND ($3::timestamptz IS NULL OR (u.told_at, u.id) < ($3::timestamptz, $4::uuid))
     ORDER BY u.told_at DESC, u.id DESC LIMIT $5`,
    [resource.id, ctx.viewer.personId, after[0], after[1], first + 1],
  );
  const { personId } = ctx.viewer;
  return toPage(
    sealer,
    rows,
    first,
    (row) => [row.told_at, row.id],
    (row) => ({
      id: toGlobalId('ResourceUse', row.id),
      result: row.result,
      account: row.account,
      lang: row.lang,
      toldAt: row.told_at,
      editedAt: row.edited_at,
      school: row.school,
      // Services are public, people are not: a visitor sees the school alone.
      person: personId === null ? null : toPerson({ id: row.person_id, handle: row.handle, display_name: row.display_name }),
      mine: row.person_id === personId,
      version: row.version,
    }),
    page.after != null,
  );
}

/** Which of some resources the viewer found useful. */
export const foundUseful: Loader<string, boolean> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ resource_id: string }>(
    'SELECT resource_id FROM resource_marks WHERE person_id = $1 AND resource_id = ANY($2)',
    [ctx.viewer.personId, ids],
  );
  const found = new Set(rows.map((row) => row.resource_id));
  return ids.map((id) => found.has(id));
};
