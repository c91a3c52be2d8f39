import { newId } from '../../../platform/ids.js';
import { OUTSIDE, statusOutside, type OutsideWorld } from '../../../platform/outside/outside-request.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';

/** So many failures in a row make a link broken. Source: TeSS, which tells after four. */
export const BROKEN_AFTER = 4;
/** Between two looks at a link, in days. */
const EVERY_DAYS = 7;
/** A link that failed is asked again after a day, so that four failures take days and not a month. */
const AGAIN_DAYS = 1;
/** Addresses in one go, of which so many are asked at a time, each of another host. */
const [BATCH, AT_ONCE] = [100, 5];
const ASK = { timeoutMs: 15_000, redirects: 5 };

const LINKS = `SELECT DISTINCT l ->> 'url' AS url FROM resource_versions v CROSS JOIN jsonb_array_elements(v.content -> 'links') l WHERE v.resource_id = $1 AND v.state = 'PUBLISHED'`;

/** Notes the links of what is published, which are asked soon where they are new, and forgets those that it no longer has. */
export async function noteLinks({ db }: Pick<Services, 'db'>, resourceId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.row('SELECT 1 FROM resources WHERE id = $1 FOR NO KEY UPDATE', [resourceId]);
    const urls = (await tx.rows<{ url: string }>(LINKS, [resourceId])).map(({ url }) => url);
    await tx.row('DELETE FROM resource_links WHERE resource_id = $1 AND url <> ALL($2::text[])', [resourceId, urls]);
    const fresh = await tx.rows(
      `INSERT INTO resource_links (id, resource_id, url) SELECT n.id, $1, n.url FROM unnest($2::uuid[], $3::text[]) AS n(id, url) ON CONFLICT DO NOTHING RETURNING 1`,
      [resourceId, urls.map(() => newId()), urls],
    );
    if (fresh.length > 0) await publish(tx, 'ResourceLinksNoted', {}, { key: 'resource-links' });
  });
}

/**
 * Asks the links that are due, a few at a time and of each host one after another. The fourth failure in a row is told; an answer that only
 * keeps robots out is none.
 */
export async function checkLinks(services: Services, signal?: AbortSignal, world: OutsideWorld = OUTSIDE): Promise<void> {
  const began = services.clock.now();
  for (;;) {
    signal?.throwIfAborted();
    const due = await services.db.rows<{ url: string }>(
      `SELECT l.url FROM resource_links l JOIN resources r ON r.id = l.resource_id AND r.state IN ('PUBLISHED', 'OUTDATED')
       WHERE l.checked_at IS NULL OR l.checked_at < $1::timestamptz - CASE WHEN l.failures > 0 THEN interval '${AGAIN_DAYS} days' ELSE interval '${EVERY_DAYS} days' END
       GROUP BY l.url ORDER BY min(l.checked_at) NULLS FIRST, l.url LIMIT ${BATCH}`,
      [began],
    );
    if (due.length === 0) return;
    const queues = byHost(due.map(({ url }) => url));
    const work = async (): Promise<void> => {
      for (let queue = queues.shift(); queue; queue = queues.shift())
        for (const url of queue) {
          signal?.throwIfAborted();
          await note(services, url, await statusOutside(url, ASK, world).catch(() => null));
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
}

/** Addresses of one host together: no host is asked twice at a time. */
function byHost(urls: readonly string[]): string[][] {
  const queues = new Map<string, string[]>();
  for (const url of urls) {
    const host = URL.canParse(url) ? new URL(url).host : '';
    queues.set(host, [...(queues.get(host) ?? []), url]);
  }
  return [...queues.values()];
}

/** Whether an answer says that readers find nothing. Who must sign in there, or comes as a machine, is refused where readers are not. */
function fails(status: number | null): boolean {
  if (status === null) return true;
  return status >= 400 && ![401, 402, 403, 405, 406, 407, 418, 423, 425, 428, 429, 451, 999].includes(status);
}

async function note({ db, clock }: Services, url: string, status: number | null): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await tx.rows<{ resource_id: string; failures: number }>(
      `UPDATE resource_links SET failures = CASE WHEN $3::boolean THEN failures + 1 ELSE 0 END, last_status = $2, checked_at = $4 WHERE url = $1
       RETURNING resource_id, failures`,
      [url, status, fails(status), clock.now()],
    );
    for (const row of rows) if (row.failures === BROKEN_AFTER) await publish(tx, 'ResourceLinkBroken', { resourceId: row.resource_id });
  });
}
