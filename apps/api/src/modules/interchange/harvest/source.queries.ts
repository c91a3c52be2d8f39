import type { HarvestError, HarvestNote, HarvestSchedule, HarvestState, LockableField, MetadataPrefix, SourceDefaults } from '@stoa/domain';
import { allows } from '@stoa/domain';
import { authorize } from '../../../platform/authorize.js';
import { byId, type Context, type Loader } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import { cursors, pageSize, toPage } from '../../../platform/graphql/cursor.js';
import type { Page } from '../../../platform/graphql/types.js';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.js';
import type { ResourceType } from '../../resources/index.js';
import type { HarvestNoteType, HarvestRunType, LibrarySourceType, ResourceSourceType } from './source.type.js';

interface SourceRow {
  id: string;
  name: string;
  url: string;
  metadata_prefix: MetadataPrefix;
  set_spec: string;
  territory_id: string;
  centre_id: string | null;
  structure_id: string | null;
  defaults: SourceDefaults;
  schedule: HarvestSchedule;
  version: number;
}

const COLUMNS =
  's.id, s.name, s.url, s.metadata_prefix, s.set_spec, s.territory_id, s.centre_id, s.structure_id, s.defaults, s.schedule, s.version';

/** Sources by id, whatever the viewer's rights. */
export const sourceById: Loader<string, SourceRow | null> = byId((asked) => `SELECT ${COLUMNS} FROM library_sources s WHERE s.id ${asked}`);

/** The public face of a row. */
export function toSource(row: SourceRow): LibrarySourceType {
  return {
    id: toGlobalId('LibrarySource', row.id),
    name: row.name,
    url: row.url,
    metadataPrefix: row.metadata_prefix,
    set: row.set_spec,
    ...row.defaults,
    schedule: row.schedule,
    version: row.version,
    ownerColumns: {
      territory_id: row.territory_id,
      network_id: null,
      structure_id: row.structure_id,
      centre_id: row.centre_id,
      school_id: null,
    },
  };
}

/** The id behind a global id of a source. @throws Refusal NOT_FOUND */
export function sourceIdOf(globalId: string): string {
  const found = fromGlobalId(globalId, 'LibrarySource');
  if (!found) throw new Refusal('NOT_FOUND');
  return found.id;
}

/** A source; null where there is none. @throws Refusal where the viewer may not change registers */
export async function librarySource(ctx: Context, id: string): Promise<LibrarySourceType | null> {
  authorize(ctx.viewer, 'register.change', {});
  const found = fromGlobalId(id, 'LibrarySource');
  const row = found && (await ctx.load(sourceById, found.id));
  return row && toSource(row);
}

/** All sources by name. @throws Refusal where the viewer may not change registers */
export async function librarySources(ctx: Context, page: { first: number; after: string | null }): Promise<Page<LibrarySourceType>> {
  authorize(ctx.viewer, 'register.change', {});
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = page.after ? sealer.open(page.after) : [null, null];
  const rows = await ctx.db.rows<SourceRow>(
    `SELECT ${COLUMNS} FROM library_sources s WHERE $1::text IS NULL OR (lower(s.name), s.id) > ($1, $2::uuid) ORDER BY lower(s.name), s.id LIMIT $3`,
    [after[0], after[1], first + 1],
  );
  return toPage(sealer, rows, first, (row) => [row.name.toLowerCase(), row.id], toSource, page.after !== null);
}

interface RunRow {
  id: string;
  source_id: string;
  state: HarvestState;
  started_at: string;
  finished_at: string | null;
  from_at: string | null;
  expected: number | null;
  seen: number;
  created: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
  duplicates: number;
  failed: number;
  error_code: HarvestError | null;
  error_detail: string;
  token: string | null;
}

const RUN = `n.id, n.source_id, n.state, n.started_at, n.finished_at, n.from_at, n.expected, n.seen, n.created, n.updated, n.unchanged, n.withdrawn, n.duplicates, n.failed,
  n.error_code, n.error_detail, n.token`;

function toRun(row: RunRow): HarvestRunType {
  const { seen, created, updated, unchanged, withdrawn, duplicates, failed, expected, state } = row;
  return {
    ...{ seen, created, updated, unchanged, withdrawn, duplicates, failed, expected, state },
    id: toGlobalId('HarvestRun', row.id),
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    fromAt: row.from_at,
    errorCode: row.error_code,
    errorDetail: row.error_detail,
    canResume: row.state === 'FAILED' && row.token !== null,
  };
}

/** The newest run of a source. */
export const lastRun: Loader<string, HarvestRunType | null> = async (ctx, ids) => {
  const rows = await ctx.db.rows<RunRow>(
    `SELECT DISTINCT ON (n.source_id) ${RUN} FROM harvest_runs n WHERE n.source_id = ANY($1) ORDER BY n.source_id, n.started_at DESC, n.id DESC`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.source_id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    return row ? toRun(row) : null;
  });
};

/** How many resources of a source readers find. */
export const resourceCount: Loader<string, number> = async (ctx, ids) => {
  const rows = await ctx.db.rows<{ source_id: string; n: number }>(
    `SELECT h.source_id, count(*)::int AS n FROM harvested_records h JOIN resources r ON r.id = h.resource_id
     WHERE h.source_id = ANY($1) AND r.state IN ('PUBLISHED', 'OUTDATED') GROUP BY 1`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.source_id, row.n]));
  return ids.map((id) => found.get(id) ?? 0);
};

/** Runs of a source, the newest first. */
export async function runsOf(ctx: Context, sourceId: string, page: { first: number; after: string | null }): Promise<Page<HarvestRunType>> {
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const after = page.after ? sealer.open(page.after) : [null, null];
  const rows = await ctx.db.rows<RunRow>(
    `SELECT ${RUN} FROM harvest_runs n WHERE n.source_id = $1 AND ($2::timestamptz IS NULL OR (n.started_at, n.id) < ($2, $3::uuid))
     ORDER BY n.started_at DESC, n.id DESC LIMIT $4`,
    [sourceId, after[0], after[1], first + 1],
  );
  return toPage(sealer, rows, first, (row) => [row.started_at, row.id], toRun, page.after !== null);
}

interface NoteRow {
  id: string;
  kind: HarvestNote;
  identifier: string;
  detail: string;
  resource_id: string | null;
}

/** What is told of the records of a run, in its order. @throws Refusal where the viewer may not change registers */
export async function harvestNotes(
  ctx: Context,
  runId: string,
  page: { first: number; after: string | null },
): Promise<Page<HarvestNoteType>> {
  authorize(ctx.viewer, 'register.change', {});
  const run = fromGlobalId(runId, 'HarvestRun');
  if (!run) throw new Refusal('NOT_FOUND');
  const first = pageSize(page.first);
  const sealer = cursors(ctx.config.secrets[0] ?? '');
  const rows = await ctx.db.rows<NoteRow>(
    'SELECT id, kind, identifier, detail, resource_id FROM harvest_notes WHERE run_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3',
    [run.id, page.after ? sealer.open(page.after)[0] : null, first + 1],
  );
  const toNote = ({ id, kind, identifier, detail, resource_id: resourceId }: NoteRow): HarvestNoteType => ({
    id: toGlobalId('HarvestNote', id),
    ...{ kind, identifier, detail, resourceId },
  });
  return toPage(sealer, rows, first, (row) => [row.id], toNote, page.after !== null);
}

interface ProvenanceRow {
  resource_id: string;
  name: string;
  url: string;
  identifier: string;
  locked_fields: LockableField[];
}

const provenance: Loader<string, ProvenanceRow | null> = async (ctx, ids) => {
  const rows = await ctx.db.rows<ProvenanceRow>(
    'SELECT h.resource_id, s.name, h.url, h.identifier, h.locked_fields FROM harvested_records h JOIN library_sources s ON s.id = h.source_id WHERE h.resource_id = ANY($1)',
    [ids],
  );
  const found = new Map(rows.map((row) => [row.resource_id, row]));
  return ids.map((id) => found.get(id) ?? null);
};

/** Where a resource was harvested from; null for what was written here. */
export async function sourceOf(ctx: Context, { row: { id } }: ResourceType): Promise<ResourceSourceType | null> {
  const row = await ctx.load(provenance, id);
  if (!row) return null;
  const viewerCanLock = allows(ctx.viewer, 'register.change', {});
  return {
    name: row.name,
    url: row.url === '' ? null : row.url,
    identifier: row.identifier,
    lockedFields: viewerCanLock ? row.locked_fields : [],
    viewerCanLock,
  };
}
