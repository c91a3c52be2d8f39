import type { HarvestState } from '@stoa/domain';
import type { Services } from '../../../platform/services.js';
import { isUuid } from '../../../platform/ids.js';
import { askSource } from './ask-source.js';
import { beginRun, harvest } from './harvest-run.js';

/** What a run has come to. */
export interface HarvestFigures {
  state: HarvestState;
  pages: number;
  seen: number;
  created: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
  duplicates: number;
  failed: number;
  expected: number | null;
  error_code: string | null;
  error_detail: string;
}

const FIGURES = 'state, pages, seen, created, updated, unchanged, withdrawn, duplicates, failed, expected, error_code, error_detail';

/**
 * Harvests a source from the operator's command line, or goes on with a run that broke off.
 * @param source its name or id
 * @returns null where there is no such source
 */
export async function harvestCommand(
  services: Services,
  source: string,
  signal: AbortSignal,
  onPage: (figures: HarvestFigures) => void,
): Promise<HarvestFigures | null> {
  const { db, clock } = services;
  const found = await db.row<{ id: string }>(
    `SELECT id FROM library_sources WHERE ${isUuid(source) ? 'id = $1' : 'lower(name) = lower($1)'} ORDER BY id LIMIT 1`,
    [source],
  );
  if (!found) return null;
  const runId = await db.transaction((tx) => beginRun(tx, found.id, clock.now()));
  const figures = () => db.row<HarvestFigures>(`SELECT ${FIGURES} FROM harvest_runs WHERE id = $1`, [runId]);
  await harvest(
    services,
    askSource(services),
    runId,
    signal,
    () =>
      void figures().then(
        (now) => now && onPage(now),
        () => undefined,
      ),
  );
  return figures();
}
