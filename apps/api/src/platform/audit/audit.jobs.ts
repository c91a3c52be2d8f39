import { join } from 'node:path';
import type { JobHandlers, Schedule } from '../outbox/outbox.js';
import type { Services } from '../services.js';
import { writeAnchor } from './anchors.js';
import { readHeads } from './verify.js';

/** The file of anchors of an installation. */
export function anchorFile({ dataDir }: { dataDir: string }): string {
  return join(dataDir, 'audit-anchors.jsonl');
}

/** Notes outside the database, in a file and in the program's own log, where the chains of the audit log end. */
export async function anchorAudit({ config, db, log }: Pick<Services, 'config' | 'db' | 'log'>, restored?: string): Promise<void> {
  const heads = (await readHeads(db)).filter(({ seq }) => seq > 0);
  const time = await db.row<{ now: string }>('SELECT clock_timestamp() AS now');
  const anchor = { at: time?.now ?? '', heads, ...(restored === undefined ? {} : { restored }) };
  await writeAnchor(anchorFile(config), anchor);
  log.info({ audit: anchor }, 'audit anchor');
}

/** Jobs of the audit log, by name. */
export const auditJobs: JobHandlers = { AnchorAudit: (_payload, services) => anchorAudit(services) };

/** Every ten minutes: so much could be cut off the end without a trace. */
export const auditSchedules: readonly Schedule[] = [{ task: 'AnchorAudit', pattern: '*/10 * * * *' }];
