import type { Viewer } from '@stoa/domain';
import { signedIn } from '../../platform/authorize.js';
import { dateIn } from '../../platform/clock.js';
import type { Context } from '../../platform/context.js';
import type { Sql } from '../../platform/database/database.js';
import { cursors, pageSize, toPage } from '../../platform/graphql/cursor.js';
import type { Page } from '../../platform/graphql/types.js';
import { toGlobalId } from '../../platform/ids.js';
import type { Services } from '../../platform/services.js';
import { noticePath, noticesSeenBy, type NoticeRow } from './notice.statement.js';
import type { NoticeGroupType, NoticeType } from './notices.types.js';

const SHOWN = 5;
const NEWEST = 's.at DESC, s.post_no DESC NULLS LAST, s.id DESC';

interface GroupRow {
  group_id: string;
  newest_at: string;
  count: number;
  unread_count: number;
  newest: NoticeRow[];
}

type Asker = Pick<Services, 'clock' | 'config'> & { viewer: Viewer };

/** Starts a statement on what a person sees, with its values. */
function seeing(ctx: Asker): { seen: string; values: unknown[]; $: (value: unknown) => string } {
  const values: unknown[] = [];
  const $ = (value: unknown): string => `$${values.push(value)}`;
  return { seen: noticesSeenBy(ctx.viewer, { today: dateIn(ctx.clock.now(), ctx.config.timeZone) }, $), values, $ };
}

/** The viewer's notices, by thread, the group with the newest first; a page is one statement. */
export async function inbox(
  ctx: Context,
  query: { first: number; after?: string | null | undefined; unread?: boolean | null | undefined },
): Promise<Page<NoticeGroupType>> {
  signedIn(ctx.viewer);
  const first = pageSize(query.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const { seen, values, $ } = seeing(ctx);
  const [at, id] = query.after ? sealer.open(query.after) : [];
  const having = [
    ...(query.unread ? ['bool_or(s.unread)'] : []),
    ...(query.after ? [`(max(s.at), s.group_id) < (${$(at)}::timestamptz, ${$(id)}::uuid)`] : []),
  ];
  const rows = await ctx.db.rows<GroupRow>(
    `WITH seen AS MATERIALIZED (${seen}), page AS (
       SELECT s.group_id, max(s.at) AS newest_at, count(*)::int AS count, count(*) FILTER (WHERE s.unread)::int AS unread_count FROM seen s
       GROUP BY s.group_id ${having.length > 0 ? `HAVING ${having.join(' AND ')}` : ''} ORDER BY newest_at DESC, s.group_id DESC LIMIT ${$(first + 1)}
     )
     SELECT g.*, (SELECT json_agg(s ORDER BY ${NEWEST}) FROM (SELECT * FROM seen s WHERE s.group_id = g.group_id ORDER BY ${NEWEST} LIMIT ${SHOWN}) s) AS newest
     FROM page g ORDER BY g.newest_at DESC, g.group_id DESC`,
    values,
  );
  return toPage(sealer, rows, first, (row) => [row.newest_at, row.group_id], toGroup, query.after != null);
}

function toGroup({ group_id, newest_at, count, unread_count, newest }: GroupRow): NoticeGroupType {
  const row = newest[0] as NoticeRow;
  return {
    id: toGlobalId(row.thread_id ? 'Thread' : 'Notice', group_id),
    at: newest_at,
    count,
    unread: unread_count,
    title: row.title,
    lang: row.lang,
    network: { id: toGlobalId('Network', row.network_id), slug: row.network_slug, name: row.network_name, lang: row.network_lang },
    newest: newest.map(toNotice),
  };
}

function toNotice(row: NoticeRow): NoticeType {
  return {
    id: toGlobalId('Notice', row.id),
    kind: row.kind,
    event: row.event,
    at: new Date(row.at).toISOString(),
    unread: row.unread,
    actorName: row.actor_name,
    year: row.year,
    path: noticePath(row),
  };
}

/** How many groups hold something unread. */
export async function unreadGroups(ctx: Asker, sql: Sql): Promise<number> {
  const { seen, values } = seeing(ctx);
  const row = await sql.row<{ n: number }>(
    `SELECT count(DISTINCT s.group_id)::int AS n FROM (${seen} AND n.read_at IS NULL) s WHERE s.unread`,
    values,
  );
  return row?.n ?? 0;
}
