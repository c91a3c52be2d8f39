import type { Services } from '../../platform/services.js';

/** Resources whose kept number of completions is not the number of studies that are done. */
const WRONG = `
  SELECT r.id FROM resources r
  LEFT JOIN (SELECT resource_id, count(*)::int AS done FROM resource_studies WHERE done_at IS NOT NULL GROUP BY 1) s ON s.resource_id = r.id
  WHERE r.completions_count <> coalesce(s.done, 0) ORDER BY r.id`;

/**
 * Proves the kept numbers of completions and says which are wrong; nobody sets them right silently.
 * @returns names such as `Resource 0190…`
 */
export async function verifyCompletions(services: Services): Promise<string[]> {
  const wrong = (await services.db.rows<{ id: string }>(WRONG)).map(({ id }) => `Resource ${id}`);
  if (wrong.length > 0)
    services.log.error({ records: wrong.slice(0, 100), count: wrong.length }, 'kept counters differ from what they count');
  return wrong;
}
