import { reduceStatus, UNDECIDED, type Decision, type ModerationStatus } from '@stoa/domain';
import type { Services } from '../../platform/services.js';
import { adapterOf, subjectTypes, type SubjectAdapter } from './subjects.js';

const BATCH = 500;
const PARTS = Object.keys(UNDECIDED) as (keyof ModerationStatus)[];

/**
 * Compares the status columns with the decision log and says which differ; nobody sets them right silently.
 * @returns global names (`Post 0190…`) of the subjects whose column differs
 */
export async function verifyStatuses(services: Services): Promise<string[]> {
  const wrong: string[] = [];
  for (const type of subjectTypes()) wrong.push(...(await verifyType(services, adapterOf(type))));
  if (wrong.length > 0)
    services.log.error({ subjects: wrong.slice(0, 100), count: wrong.length }, 'status columns differ from the decision log');
  return wrong;
}

async function verifyType({ db }: Services, adapter: SubjectAdapter): Promise<string[]> {
  const wrong: string[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const logs = await db.rows<{ id: string; decisions: Decision[] }>(
      `SELECT subject_id AS id, json_agg(json_build_object('id', id, 'kind', kind, 'reverses', reverses, 'until', to_char(until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'seconds', seconds) ORDER BY seq) AS decisions
       FROM moderation_decisions WHERE subject_type = $1 AND subject_id > $2 GROUP BY subject_id ORDER BY subject_id LIMIT ${BATCH}`,
      [adapter.type, after],
    );
    const cached = new Map(
      (
        await adapter.cachedStatus(
          db,
          logs.map(({ id }) => id),
        )
      ).map((row) => [row.id, row]),
    );
    for (const { id, decisions } of logs) {
      const is = cached.get(id);
      const should = reduceStatus(decisions);
      const same = is && PARTS.every((key) => String(is[key]) === String(should[key]));
      if (!same) wrong.push(`${adapter.type} ${id}`);
    }
    const last = logs.at(-1);
    if (!last || logs.length < BATCH) return wrong;
    after = last.id;
  }
}
