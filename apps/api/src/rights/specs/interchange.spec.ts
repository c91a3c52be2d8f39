import { newId } from '../../platform/ids.js';
import type { Spec, Specs } from '../operation.js';
import { EDGES, gid, holds, next, sql, version } from './helpers.js';
import { aResource } from './resources.spec.js';

type Ground = Parameters<Spec['make']>[0];

/** What administrators alone see and do. */
const administers = (make: Spec['make']): Spec => ({ act: 'register.change', on: 'none', make });

const FIELDS = {
  url: 'https://library.example/oai',
  metadataPrefix: 'oai_dc',
  set: '',
  kind: 'GUIDE',
  lang: 'en',
  licence: null,
  schedule: 'NEVER',
};

async function aSource(ground: Ground): Promise<string> {
  const id = newId();
  await sql(
    ground,
    `INSERT INTO library_sources (id, name, url, metadata_prefix, territory_id, defaults, schedule, created_at) VALUES ($1, $2, $3, 'oai_dc', $4, $5, 'NEVER', now())`,
    // Before all others by name, so that it stands on the first page of the list.
    [id, `A library ${String(next())}`, FIELDS.url, ground.home.countyId, JSON.stringify({ kind: 'GUIDE', lang: 'en', licence: null })],
  );
  return id;
}

async function aRun(ground: Ground, sourceId: string): Promise<string> {
  const id = newId();
  await sql(ground, `INSERT INTO harvest_runs (id, source_id, state, started_at) VALUES ($1, $2, 'RUNNING', now())`, [id, sourceId]);
  return id;
}

/** Sources of the library and their harvests. */
export const interchange: Specs = {
  librarySource: administers(async (ground) => ({ id: gid('LibrarySource', await aSource(ground)) })),
  librarySources: {
    ...administers(async (ground) => ({ first: 100, seek: gid('LibrarySource', await aSource(ground)) })),
    fields: EDGES,
    sees: (page: Parameters<typeof holds>[0], { seek }) => holds(page, seek),
  },
  harvestNotes: {
    ...administers(async (ground) => {
      const runId = await aRun(ground, await aSource(ground));
      const id = newId();
      await sql(ground, `INSERT INTO harvest_notes (id, run_id, kind, identifier) VALUES ($1, $2, 'FAILED', 'a')`, [id, runId]);
      return { first: 5, runId: gid('HarvestRun', runId), seek: gid('HarvestNote', id) };
    }),
    fields: EDGES,
    sees: (page: Parameters<typeof holds>[0], { seek }) => holds(page, seek),
  },
  addLibrarySource: administers((ground) => ({
    input: { ...FIELDS, name: `A library ${String(next())}`, ownerType: 'COUNTY', ownerId: gid('Territory', ground.home.countyId) },
  })),
  changeLibrarySource: administers(async (ground) => {
    const id = await aSource(ground);
    const expectedVersion = await version(ground, 'library_sources', id);
    return { input: { ...FIELDS, name: 'Renamed', id: gid('LibrarySource', id), expectedVersion } };
  }),
  runHarvest: administers(async (ground) => ({ input: { id: gid('LibrarySource', await aSource(ground)) } })),
  cancelHarvest: administers(async (ground) => {
    const id = await aSource(ground);
    await aRun(ground, id);
    return { input: { id: gid('LibrarySource', id) } };
  }),
  lockHarvestedFields: administers(async (ground) => {
    const [sourceId, resourceId] = [await aSource(ground), await aResource(ground, 'county', 'PUBLISHED', null)];
    await sql(ground, `INSERT INTO harvested_records (source_id, identifier, resource_id) VALUES ($1, 'a', $2)`, [sourceId, resourceId]);
    return { input: { id: gid('Resource', resourceId), fields: ['title'] } };
  }),
};
