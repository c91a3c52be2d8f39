import type { JobHandler } from '../../platform/outbox/outbox.js';

/** Compares the kept numbers of members with the memberships and mends them, with a line in the log for each that was wrong. */
export const checkMemberCounters: JobHandler = async (_payload, services) => {
  const mended = await services.db.rows<{ id: string; kept: number; counted: number }>(
    `WITH wrong AS (
       SELECT n.id, n.members_count AS kept, count(m.id)::int AS counted FROM networks n
       LEFT JOIN memberships m ON m.network_id = n.id AND m.state = 'ACTIVE' GROUP BY n.id HAVING n.members_count <> count(m.id)
     )
     -- A member may come or go meanwhile: only a counter that is still what was read is set.
     UPDATE networks n SET members_count = wrong.counted FROM wrong WHERE n.id = wrong.id AND n.members_count = wrong.kept
     RETURNING n.id, wrong.kept, wrong.counted`,
  );
  for (const { id, kept, counted } of mended)
    services.log.warn({ networkId: id, kept, counted }, 'networks.members_count was wrong and is mended');
};
