import {
  HARVEST,
  transition,
  type HarvestAct,
  type HarvestError,
  type HarvestState,
  type MetadataPrefix,
  type SourceDefaults,
} from '@stoa/domain';
import { audit } from '../../../platform/database/audit.js';
import type { Sql, Tx } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids.js';
import type { Services } from '../../../platform/services.js';
import { first, HarvestFault, readEnvelope, readPage, said, timeOf, type Page } from './read-page.js';
import { takePage, writeNotes } from './take-page.js';
import type { AskSource } from './ask-source.js';

/** A run with its source, as the work needs it. Times are ISO text. */
export interface RunRow {
  id: string;
  source_id: string;
  state: HarvestState;
  from_at: string | null;
  by_day: boolean;
  first_response_at: string | null;
  token: string | null;
  pages: number;
  idle_pages: number;
  restarts: number;
  url: string;
  metadata_prefix: MetadataPrefix;
  set_spec: string;
  defaults: SourceDefaults;
  territory_id: string;
  centre_id: string | null;
  structure_id: string | null;
}

const RUN = `SELECT n.id, n.source_id, n.state, n.from_at, n.by_day, n.first_response_at, n.token, n.pages, n.idle_pages, n.restarts,
  s.url, s.metadata_prefix, s.set_spec, s.defaults, s.territory_id, s.centre_id, s.structure_id
  FROM harvest_runs n JOIN library_sources s ON s.id = n.source_id`;

/** Pages in turn that brought nothing new before the list counts as endless. */
const MOST_IDLE = 3;
/** Transactions of the source that were still open when it answered are met by the next run. */
const OVERLAP_MS = 60_000;

type Parts = Pick<Services, 'db' | 'clock' | 'log'>;

/** The run of a source that is going on, or has failed and can go on where it was; null where the next one begins anew. */
export function openRun(sql: Sql, sourceId: string): Promise<{ id: string; state: HarvestState } | null> {
  return sql.row(
    `SELECT id, state FROM (SELECT id, state, token FROM harvest_runs WHERE source_id = $1 ORDER BY started_at DESC, id DESC LIMIT 1) last
     WHERE state = 'RUNNING' OR state = 'FAILED' AND token IS NOT NULL`,
    [sourceId],
  );
}

/** Begins a run, or goes on with one that broke off; one run of a source at a time. @returns its id */
export async function beginRun(tx: Tx, sourceId: string, now: Date): Promise<string> {
  const source = await tx.row<{ next_from: string | null }>('SELECT next_from FROM library_sources WHERE id = $1 FOR UPDATE', [sourceId]);
  const open = await openRun(tx, sourceId);
  if (open?.state === 'FAILED')
    await tx.row(
      `UPDATE harvest_runs SET state = $2, idle_pages = 0, error_code = NULL, error_detail = '', finished_at = NULL WHERE id = $1`,
      [open.id, transition(HARVEST, 'FAILED', 'RESUME')],
    );
  if (open) return open.id;
  const id = newId();
  await tx.row(`INSERT INTO harvest_runs (id, source_id, state, from_at, started_at) VALUES ($1, $2, 'RUNNING', $3, $4)`, [
    id,
    sourceId,
    source?.next_from ?? null,
    now,
  ]);
  return id;
}

/**
 * Asks a source page after page until its list ends, somebody stops it or it fails. Each page is taken in one transaction together with where the
 * run is, so whoever goes on with a run that was killed, or works on it at the same time, takes no page twice.
 */
export async function harvest(
  parts: Parts,
  ask: AskSource,
  runId: string,
  signal?: AbortSignal,
  onPage?: (run: RunRow) => void,
): Promise<HarvestState | null> {
  const { db, clock, log } = parts;
  for (;;) {
    signal?.throwIfAborted();
    const run = await db.row<RunRow>(`${RUN} WHERE n.id = $1`, [runId]);
    if (!run || run.state !== 'RUNNING') return run?.state ?? null;
    onPage?.(run);
    try {
      if (run.pages === 0 && run.token === null) run.by_day = await granularityIsDay(ask, run, signal);
      const page = await askPage(ask, run, signal);
      await db.transaction((tx) => (page === 'EXPIRED' ? restart(tx, run, clock.now()) : advance(tx, run, page, clock.now())));
    } catch (error) {
      if (!(error instanceof HarvestFault)) throw error;
      log.warn({ runId, code: error.code }, 'a harvest failed');
      await db.transaction((tx) => endRun(tx, run.id, 'FAIL', clock.now(), error));
    }
  }
}

/** What the source says of itself (OAI-PMH 2.0, section 4.2): whether it knows days alone. */
async function granularityIsDay(ask: AskSource, run: RunRow, signal?: AbortSignal): Promise<boolean> {
  const { root, error } = readEnvelope(await ask(run.url, { verb: 'Identify' }, signal));
  if (error !== null) throw new HarvestFault('REFUSED', error);
  const identify = first(root, 'Identify');
  if (identify === undefined) throw new HarvestFault('NOT_OAI');
  return said(first(identify, 'granularity')).length === 'YYYY-MM-DD'.length;
}

async function askPage(ask: AskSource, run: RunRow, signal?: AbortSignal): Promise<Page | 'EXPIRED'> {
  const from = run.from_at && (run.by_day ? run.from_at.slice(0, 10) : `${run.from_at.slice(0, 19)}Z`);
  const given = {
    verb: 'ListRecords',
    ...(run.token === null
      ? { metadataPrefix: run.metadata_prefix, ...(from && { from }), ...(run.set_spec !== '' && { set: run.set_spec }) }
      : { resumptionToken: run.token }),
  };
  const { root, error } = readEnvelope(await ask(run.url, given, signal));
  if (error === 'noRecordsMatch') return { responseDate: said(first(root, 'responseDate')), records: [], token: '', expected: 0 };
  // A token may have grown old while the run stood still: the list begins anew, once.
  if (error === 'badResumptionToken' && run.token !== null && run.restarts === 0) return 'EXPIRED';
  if (error !== null) throw new HarvestFault('REFUSED', error.slice(0, 200));
  return readPage(root);
}

async function restart(tx: Tx, run: RunRow, _now: Date): Promise<void> {
  if (!(await isWhereItWas(tx, run))) return;
  await tx.row('UPDATE harvest_runs SET token = NULL, restarts = restarts + 1 WHERE id = $1', [run.id]);
  await writeNotes(tx, run.id, [['TOKEN_EXPIRED', '', '', null]]);
}

/** Locks a run. @returns false where somebody else has gone on with it, or stopped it, since it was read */
async function isWhereItWas(tx: Tx, run: RunRow): Promise<boolean> {
  const now = await tx.row<{ state: string; pages: number; token: string | null }>(
    'SELECT state, pages, token FROM harvest_runs WHERE id = $1 FOR UPDATE',
    [run.id],
  );
  return now?.state === 'RUNNING' && now.pages === run.pages && now.token === run.token;
}

async function advance(tx: Tx, run: RunRow, page: Page, now: Date): Promise<void> {
  if (!(await isWhereItWas(tx, run))) return;
  const owner = {
    territory_id: run.territory_id,
    network_id: null,
    structure_id: run.structure_id,
    centre_id: run.centre_id,
    school_id: null,
  };
  const taken = await takePage(tx, page, { sourceId: run.source_id, runId: run.id, defaults: run.defaults, owner, now });
  const answeredAt = run.first_response_at ?? timeOf(page.responseDate, now)?.toISOString() ?? null;
  const idle = taken.fresh === 0 && page.token !== '' ? run.idle_pages + 1 : 0;
  await tx.row(
    `UPDATE harvest_runs SET by_day = $2, first_response_at = $3, token = nullif($4, ''), pages = pages + 1, idle_pages = $5, expected = coalesce($6, expected),
       seen = seen + $7, created = created + $8, updated = updated + $9, unchanged = unchanged + $10, withdrawn = withdrawn + $11, duplicates = duplicates + $12, failed = failed + $13
     WHERE id = $1`,
    [
      run.id,
      run.by_day,
      answeredAt,
      page.token.slice(0, 4_000),
      idle,
      page.expected,
      taken.seen,
      taken.created,
      taken.updated,
      taken.unchanged,
      taken.withdrawn,
      taken.duplicates,
      taken.failed,
    ],
  );
  if (page.token === '') return endRun(tx, run.id, 'FINISH', now);
  if (page.token === run.token) return endRun(tx, run.id, 'FAIL', now, new HarvestFault('TOKEN_REPEATED'));
  if (idle >= MOST_IDLE) return endRun(tx, run.id, 'FAIL', now, new HarvestFault('ENDLESS'));
}

/** Ends a run that goes on; one that ended already stays as it is. What it took in stays in any case. */
export async function endRun(
  tx: Tx,
  runId: string,
  act: HarvestAct,
  now: Date,
  fault?: { code: HarvestError; detail: string },
  actorId: string | null = null,
): Promise<void> {
  // What leads nowhere is not gone on with: the next run begins anew.
  const dropsToken = act !== 'FAIL' || fault?.code === 'ENDLESS' || fault?.code === 'TOKEN_REPEATED';
  const ended = await tx.row<{
    source_id: string;
    from_at: string | null;
    first_response_at: string | null;
    started_at: string;
    by_day: boolean;
  }>(
    `UPDATE harvest_runs SET state = $2, error_code = $3, error_detail = $4, finished_at = $5, token = CASE WHEN $6::boolean THEN NULL ELSE token END
     WHERE id = $1 AND state = 'RUNNING' RETURNING source_id, from_at, first_response_at, started_at, by_day`,
    [runId, transition(HARVEST, 'RUNNING', act), fault?.code ?? null, fault?.detail.replaceAll('\0', '') ?? '', now, dropsToken],
  );
  if (!ended) return;
  if (act === 'FINISH') {
    // Where the source's clock is unknown ours is taken, a day back.
    const since =
      ended.first_response_at === null ? Date.parse(ended.started_at) - 86_400_000 : Date.parse(ended.first_response_at) - OVERLAP_MS;
    await tx.row('UPDATE library_sources SET next_from = $2 WHERE id = $1', [ended.source_id, new Date(since)]);
  }
  await audit(tx, {
    actorId,
    act: `harvest.${act.toLowerCase()}`,
    subjectType: 'LibrarySource',
    subjectId: ended.source_id,
    at: now,
    detail: { runId },
  });
}
