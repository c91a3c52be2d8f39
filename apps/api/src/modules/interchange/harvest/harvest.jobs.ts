import type { ResourceContent } from '@stoa/domain';
import type { JobHandlers, Schedule } from '../../../platform/outbox/outbox.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { askSource } from './ask-source.js';
import { beginRun, harvest } from './harvest-run.js';
import { noteLikenesses } from './land.js';
import { likenessesOf } from './to-content.js';

/** Tells a worker to go on with a run; one job a run. */
export async function requestHarvest(tx: Parameters<typeof publish>[0], runId: string): Promise<void> {
  await publish(tx, 'HarvestRequested', { runId }, { key: `harvest ${runId}` });
}

/** Begins the runs of all sources of a schedule. */
async function beginScheduled({ db, clock }: Services, schedule: 'DAILY' | 'WEEKLY'): Promise<void> {
  for (const { id } of await db.rows<{ id: string }>('SELECT id FROM library_sources WHERE schedule = $1 ORDER BY id', [schedule]))
    await db.transaction(async (tx) => requestHarvest(tx, await beginRun(tx, id, clock.now())));
}

/** Keeps what a resource is known by beside it, so that a harvest finds it. */
async function noteResource({ db }: Services, resourceId: string): Promise<void> {
  const row = await db.row<{ content: ResourceContent; is_harvested: boolean }>(
    `SELECT v.content, EXISTS (SELECT 1 FROM harvested_records WHERE resource_id = r.id) AS is_harvested
     FROM resources r JOIN resource_versions v ON v.resource_id = r.id AND v.no = r.version_no WHERE r.id = $1 AND r.state <> 'DRAFT'`,
    [resourceId],
  );
  if (row) await noteLikenesses(db, resourceId, likenessesOf(row.content, row.is_harvested));
}

export const interchangeJobs: JobHandlers = {
  HarvestRequested: async ({ runId }, services, signal) => {
    await harvest(services, askSource(services), String(runId), signal);
  },
  harvestDaily: (_payload, services) => beginScheduled(services, 'DAILY'),
  harvestWeekly: (_payload, services) => beginScheduled(services, 'WEEKLY'),
  ResourcePublished: ({ resourceId }, services) => noteResource(services, String(resourceId)),
  ResourceChanged: ({ resourceId }, services) => noteResource(services, String(resourceId)),
};

export const interchangeSchedules: readonly Schedule[] = [
  { task: 'harvestDaily', pattern: '20 1 * * *' },
  { task: 'harvestWeekly', pattern: '20 0 * * 6' },
];
