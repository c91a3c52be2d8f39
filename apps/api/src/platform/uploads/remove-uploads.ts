import { seeing } from '../database/sight.js';
import type { Services } from '../services.js';
import { abandonedUploads, partsOf } from './upload-rows.js';

/** Removes uploads of a person with all that was kept of them. Contents go first: whoever is stopped between finds the rows again. */
export async function removeUploads(
  { db, files }: Pick<Services, 'db' | 'files'>,
  personId: string,
  ids: readonly string[],
): Promise<void> {
  const kept = await seeing(db, 'files', (tx) =>
    tx.rows<{ storage_key: string }>(
      `SELECT f.storage_key FROM uploads u JOIN files f ON f.id IN (u.file_id, u.preview_id) WHERE u.id = ANY($1::uuid[]) AND u.person_id = $2`,
      [ids, personId],
    ),
  );
  for (const { storage_key: key } of [...(await partsOf(db, ids)), ...kept]) await files.delete(key);
  await seeing(db, 'files', async (tx) => {
    const gone = await tx.rows<{ file_id: string | null; preview_id: string | null }>(
      'DELETE FROM uploads WHERE id = ANY($1::uuid[]) AND person_id = $2 RETURNING file_id, preview_id',
      [ids, personId],
    );
    await tx.row('DELETE FROM files WHERE id = ANY($1::uuid[])', [
      gone.flatMap((each) => [each.file_id, each.preview_id].filter((id) => id !== null)),
    ]);
  });
}

/** Removes every upload of a person who goes for good. */
export async function removeAllUploads(services: Pick<Services, 'db' | 'files'>, personId: string): Promise<void> {
  const rows = await services.db.rows<{ id: string }>('SELECT id FROM uploads WHERE person_id = $1', [personId]);
  if (rows.length > 0)
    await removeUploads(
      services,
      personId,
      rows.map(({ id }) => id),
    );
}

/**
 * Removes what nobody goes on with: unfinished uploads that stood still for the hours of the configuration, and what arrived and was not used.
 * @param readyDays for so long what arrived waits
 */
export async function removeAbandonedUploads(services: Services, readyDays: number): Promise<void> {
  for (;;) {
    const rows = await abandonedUploads(services.db, services.config.uploads.hours, readyDays);
    for (const { id, person_id: personId } of rows) await removeUploads(services, personId, [id]);
    if (rows.length === 0) break;
  }
  await removeOrphans(services, UNUSED);
}

/** Files whose upload is gone: somebody was stopped while removing it. */
const UNUSED = `f.subject_type = 'Upload' AND NOT EXISTS (SELECT 1 FROM uploads u WHERE u.id = f.subject_id)`;

/** Removes files that belong to nothing any more, content first. @param orphan the condition on `files f` under which that is so */
export async function removeOrphans({ db, files }: Pick<Services, 'db' | 'files'>, orphan: string): Promise<void> {
  for (;;) {
    const rows = await seeing(db, 'files', (tx) =>
      tx.rows<{ id: string; storage_key: string }>(`SELECT f.id, f.storage_key FROM files f WHERE ${orphan} ORDER BY f.id LIMIT 500`),
    );
    for (const { id, storage_key: key } of rows) {
      await files.delete(key);
      await seeing(db, 'files', (tx) => tx.row('DELETE FROM files WHERE id = $1', [id]));
    }
    if (rows.length === 0) break;
  }
}
