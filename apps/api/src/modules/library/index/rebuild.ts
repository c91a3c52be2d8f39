import type { Services } from '../../../platform/services.js';
import { takeInResources } from './take-in-resources.js';

/** How far a rebuilding is. */
export interface Rebuilt {
  done: number;
  all: number;
}

/**
 * Has every published resource taken in anew, while readers search what is there. A rebuilding that was stopped goes on where it was.
 * @param onProgress is told how far it is, after each transaction
 */
export async function rebuildLibrary(
  services: Pick<Services, 'db'>,
  { signal, onProgress, resume }: { signal?: AbortSignal; onProgress?: (rebuilt: Rebuilt) => void; resume?: boolean } = {},
): Promise<Rebuilt> {
  const { db } = services;
  const waiting = async (): Promise<number> => (await db.row<{ n: number }>('SELECT count(*)::int AS n FROM resources_to_index'))?.n ?? 0;
  if (!resume) {
    await db.row(
      `INSERT INTO resources_to_index (resource_id) SELECT id FROM resources WHERE state IN ('PUBLISHED', 'OUTDATED') ON CONFLICT DO NOTHING`,
    );
  }
  const rebuilt = { done: 0, all: await waiting() };
  await takeInResources(services, signal, (taken) => {
    rebuilt.done += taken;
    onProgress?.(rebuilt);
  });
  if (!signal?.aborted) await verifyLibrary(services);
  return rebuilt;
}

const PROVE = `
  WITH counted AS (
    SELECT coalesce(w.members_of, '00000000-0000-0000-0000-000000000000') AS members_of, f.no, count(*)::int AS resources
    FROM resource_words w, unnest(0 || w.facets) AS f(no) GROUP BY 1, 2
  ), wrong AS (
    SELECT coalesce(c.members_of, k.members_of) AS members_of, coalesce(c.no, k.no) AS no, coalesce(c.resources, 0) AS resources
    FROM counted c FULL JOIN library_counts k ON k.members_of = c.members_of AND k.no = c.no WHERE c.resources IS DISTINCT FROM nullif(k.resources, 0)
  ), mended AS (
    INSERT INTO library_counts (members_of, no, resources) SELECT members_of, no, resources FROM wrong ORDER BY 1, 2
    ON CONFLICT (members_of, no) DO UPDATE SET resources = EXCLUDED.resources RETURNING 1
  )
  SELECT count(*)::int AS n FROM mended`;

/** Proves the counts that triggers keep, mends them, and forgets words that no text holds any more. @returns how many counts were wrong */
export async function verifyLibrary({ db }: Pick<Services, 'db'>): Promise<number> {
  const wrong = await db.transaction(async (tx) => {
    await tx.row('LOCK TABLE resource_words IN SHARE MODE');
    return (await tx.row<{ n: number }>(PROVE))?.n ?? 0;
  });
  // All stems in one pass: to look for each would read the commonest ones again and again.
  await db.row(
    `DELETE FROM library_words l WHERE NOT EXISTS (SELECT 1 FROM ts_stat('SELECT words FROM resource_words') s WHERE s.word = l.stem)`,
  );
  return wrong;
}
