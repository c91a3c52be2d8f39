import { RETENTION_NAMES } from '@stoa/domain';
import { newId } from '../../../platform/ids.js';
import { factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { previewRetention } from './retention.js';
import { applyRetention } from './runs.js';

describe('retention', () => {
  let world: World;
  let personId: string;
  beforeAll(async () => {
    world = await startWorld();
    const { db, files } = world.services;
    const make = factories(db);
    personId = await make.person();
    const session = (age: string) =>
      db.row(
        `INSERT INTO sessions (id, token_hash, person_id, created_at, last_seen_at, expires_at)
         VALUES ($1, $2, $3, now() - interval '1 year', now() - interval '1 year', now() - $4::interval)`,
        [newId(), Buffer.from(newId()), personId, age],
      );
    await session('89 days');
    await session('91 days');
    await session('200 days');
    for (const [id, finished] of [
      ['old', '2026-11-16T06:00:00Z'],
      ['new', '2026-11-18T08:00:00Z'],
    ] as const) {
      const stored = await files.put(
        (async function* () {
          yield Buffer.from(id);
        })(),
      );
      const exportId = newId();
      const fileId = await make.insert('files', {
        id: newId(),
        storage_key: stored.key,
        name: `${id}.zip`,
        mime: 'application/zip',
        size: 3,
        sha256: 'x',
        subject_type: 'Export',
        subject_id: exportId,
        created_by: personId,
        created_at: finished,
      });
      await make.insert('exports', {
        id: exportId,
        kind: 'PERSONAL',
        params: '{}',
        state: 'DONE',
        file_id: fileId,
        requested_by: personId,
        requested_at: finished,
        finished_at: finished,
      });
    }
    const sheet = await files.put(
      (async function* () {
        yield Buffer.from('name;email');
      })(),
    );
    const runId = newId();
    const fileId = await make.insert('files', {
      id: newId(),
      storage_key: sheet.key,
      name: 'people.csv',
      mime: 'text/csv',
      size: 3,
      sha256: 'x',
      subject_type: 'ImportRun',
      subject_id: runId,
      created_by: personId,
      created_at: '2026-10-01T08:00:00Z',
    });
    await make.insert('import_runs', {
      id: runId,
      kind: 'PEOPLE',
      state: 'DONE',
      file_id: fileId,
      encoding: 'utf-8',
      separator: ';',
      headers: '{"names": ["a"], "preview": [["Ann"]]}',
      requested_by: personId,
      requested_at: '2026-10-01T08:00:00Z',
      finished_at: '2026-10-01T09:00:00Z',
    });
  });
  afterAll(() => world.close());

  it('shows what would go and how old it is, and touches nothing', async () => {
    const before = await previewRetention(world.services);
    expect(before.map(({ name, rows }) => [name, rows])).toEqual([
      ['sessions', 2],
      ['links', 0],
      ['exports', 1],
      ['importFiles', 1],
      ['drafts', 0],
      ['notices', 0],
      ['digests', 0],
      ['repeatedRequests', 0],
      ['limits', 0],
    ]);
    expect(before.find(({ name }) => name === 'exports')?.oldest).toBe('2026-11-16T06:00:00Z');
    expect(await previewRetention(world.services)).toEqual(before);
  });

  it('takes just that, content too, and nothing more the second time', async () => {
    const { db } = world.services;
    await db.row(`SELECT graphile_worker.add_job('retentionApplied', '{}'::json)`);
    await world.runJobs();
    expect(await db.rows('SELECT name, removed_at IS NULL AS kept FROM files ORDER BY name')).toEqual([
      { name: 'new.zip', kept: true },
      { name: 'people.csv', kept: false },
    ]);
    expect(await db.row('SELECT count(*)::int AS n FROM sessions')).toEqual({ n: 1 });
    expect(await db.row('SELECT headers FROM import_runs')).toEqual({ headers: { names: ['a'] } });
    expect(Object.values(await applyRetention(world.services))).toEqual(RETENTION_NAMES.map(() => 0));
  });
});
