import { authorize, type Act } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { Refusal } from '../../platform/errors.js';
import { fromGlobalId } from '../../platform/ids.js';
import { canReadThread, type ThreadFacts } from '../discussions/index.js';

/** A thread or network that a person may watch. */
export interface Watched {
  type: 'Thread' | 'Network';
  id: string;
  networkId: string;
  countyId: string;
}

const READ: Act = 'discussion.read';

/** A network whose discussions the viewer reads. @throws Refusal NOT_FOUND */
export async function networkOf(ctx: Context, sql: Sql, globalId: string): Promise<Watched> {
  const id = fromGlobalId(globalId, 'Network')?.id;
  const row = id
    ? await sql.row<{ county_id: string; path: string[] }>(
        'SELECT n.county_id, c.path FROM networks n JOIN territories c ON c.id = n.county_id WHERE n.id = $1',
        [id],
      )
    : null;
  if (!id || !row) throw new Refusal('NOT_FOUND');
  authorize(ctx.viewer, READ, { scopes: [id, ...row.path], networkId: id });
  return { type: 'Network', id, networkId: id, countyId: row.county_id };
}

/** A thread or network that the viewer reads. @throws Refusal NOT_FOUND */
export async function watchedOf(ctx: Context, sql: Sql, globalId: string): Promise<Watched> {
  const id = fromGlobalId(globalId, 'Thread')?.id;
  if (!id) return networkOf(ctx, sql, globalId);
  const row = await sql.row<ThreadFacts & { county_id: string }>(
    `SELECT t.network_id, t.county_id, c.path AS county_path, t.author_id, t.kind, t.visibility, t.locked, t.merged_into
     FROM threads t JOIN territories c ON c.id = t.county_id WHERE t.id = $1`,
    [id],
  );
  if (!row || !canReadThread(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
  return { type: 'Thread', id, networkId: row.network_id, countyId: row.county_id };
}
