import { allows } from '@stoa/domain';
import type { Act, Viewer } from '../../../platform/authorize.js';
import type { Sql } from '../../../platform/database/database.js';
import { announce, type Told } from '../../../platform/live/channel.js';
import type { Feed } from '../../../platform/live/hub.js';
import type { ReviewChangeType } from './review-change.types.js';

const TOPIC = 'review';
/** What waits is one queue of all networks, of which each sees a part. */
const ALL = 'all';

/** What waits, with the act of those who decide on it. */
const LISTS = { queue: 'moderation.decide', appeals: 'appeal.decide' } as const satisfies Record<keyof ReviewChangeType, Act>;
type List = keyof typeof LISTS;

/** Announces that something waits, is looked at, or waits no more. Nobody hears of what comes from themselves. */
export async function reviewChanged(
  tx: Sql,
  subject: { scopeId: string; countyId: string; authorId: string },
  ...lists: readonly List[]
): Promise<void> {
  const { scopeId: scope, countyId: county, authorId: author } = subject;
  for (const list of lists) await announce(tx, TOPIC, ALL, { list, scope, county, author });
}

/** What waits for decisions: which lists of a reader are to be asked anew. */
export const reviewFeed: Feed<null> = {
  topic: TOPIC,
  async deliver({ readers, told }, { db }) {
    const paths = await pathsOf(db, told);
    const payloads = new Map<string, ReviewChangeType>();
    for (const reader of readers) {
      const concerns = (list: List) => reader.missed || told.some((each) => each['list'] === list && decides(reader.viewer, each, paths));
      const change = { queue: concerns('queue'), appeals: concerns('appeals') };
      if (!change.queue && !change.appeals) continue;
      const key = JSON.stringify(change);
      const payload = payloads.get(key) ?? change;
      payloads.set(key, payload);
      reader.send(payload);
    }
  },
};

/** The feed's one record. */
export const REVIEW_ID = ALL;

function decides(viewer: Viewer, { list, scope = '', county = '', author = '' }: Told, paths: ReadonlyMap<string, string[]>): boolean {
  return allows(viewer, LISTS[list as List], { scopes: [scope, ...(paths.get(county) ?? [])], networkId: scope, concerns: [author] });
}

/** The territories above each county that was told of. */
async function pathsOf(sql: Sql, told: readonly Told[]): Promise<ReadonlyMap<string, string[]>> {
  const ids = [...new Set(told.flatMap(({ county }) => county ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await sql.rows<{ id: string; path: string[] }>('SELECT id, path FROM territories WHERE id = ANY($1)', [ids]);
  return new Map(rows.map(({ id, path }) => [id, path]));
}
