import type { Database, Sql } from '../database/database.js';
import type { StoredContent } from '../files/content-store.js';

/** So many uploads one person may have open, whatever for. */
const MOST_OPEN = 60;

/** A file on its way, or arrived and not yet used. `touched_at` is real time, ISO text. */
export interface UploadRow {
  id: string;
  person_id: string;
  purpose: string;
  place: string;
  place_id: string;
  name: string;
  size: number;
  received: number;
  state: 'RECEIVING' | 'READY';
  file_id: string | null;
  preview_id: string | null;
  mime: string | null;
  width: number | null;
  height: number | null;
  touched_at: string;
}

/** A stretch of a file as it came. */
export interface UploadPart {
  storage_key: string;
  size: number;
}

type Raw = Omit<UploadRow, 'size' | 'received'> & { size: string; received: string };
const COLUMNS =
  'id, person_id, purpose, place, place_id, name, size, received, state, file_id, preview_id, mime, width, height, touched_at';
const read = (row: Raw): UploadRow => ({ ...row, size: Number(row.size), received: Number(row.received) });

/** Notes that somebody is about to send a file. @returns false where as many of theirs wait already */
export async function addUpload(
  sql: Sql,
  upload: Pick<UploadRow, 'id' | 'person_id' | 'purpose' | 'place' | 'place_id' | 'name' | 'size'>,
  most: number,
): Promise<boolean> {
  // What never began is no file: a line that broke before the first byte leaves a row behind.
  const row = await sql.row(
    `INSERT INTO uploads (id, person_id, purpose, place, place_id, name, size, touched_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, clock_timestamp()
     WHERE (SELECT count(*) FROM uploads WHERE person_id = $2) < ${MOST_OPEN}
       AND (SELECT count(*) FROM uploads WHERE person_id = $2 AND purpose = $3 AND place = $4 AND place_id = $5 AND received > 0) < $8::int RETURNING 1`,
    [upload.id, upload.person_id, upload.purpose, upload.place, upload.place_id, upload.name, upload.size, most],
  );
  return row !== null;
}

/** An upload by id, or null. @param personId whose it must be */
export async function uploadRow(sql: Sql, id: string, personId: string): Promise<UploadRow | null> {
  const row = await sql.row<Raw>(`SELECT ${COLUMNS} FROM uploads WHERE id = $1 AND person_id = $2`, [id, personId]);
  return row && read(row);
}

/** What somebody has waiting at a place, in the order in which they began. */
export async function uploadsAt(sql: Sql, personId: string, at: { purpose: string; place: string; placeId: string }): Promise<UploadRow[]> {
  const rows = await sql.rows<Raw>(
    `SELECT ${COLUMNS} FROM uploads WHERE person_id = $1 AND purpose = $2 AND place = $3 AND place_id = $4 AND received > 0 ORDER BY id`,
    [personId, at.purpose, at.place, at.placeId],
  );
  return rows.map(read);
}

/** Uploads that have arrived, locked so that they are used once. What is not somebody's own, or not ready, is left out. */
export async function lockReadyUploads(tx: Sql, personId: string, purpose: string, ids: readonly string[]): Promise<UploadRow[]> {
  const rows = await tx.rows<Raw>(
    `SELECT ${COLUMNS} FROM uploads WHERE id = ANY($1::uuid[]) AND person_id = $2 AND purpose = $3 AND state = 'READY' ORDER BY id FOR UPDATE`,
    [ids, personId, purpose],
  );
  return rows.map(read);
}

/**
 * Takes a stretch in if it goes on where the file ends by now. Of two that began at the same place, on whatever nodes, the second is not taken.
 * @returns whether it was
 */
export async function takePart(sql: Sql, id: string, at: number, { key, size }: StoredContent): Promise<boolean> {
  const row = await sql.row(
    `WITH grown AS (
       UPDATE uploads SET received = received + $3::bigint, touched_at = clock_timestamp()
       WHERE id = $1 AND received = $2::bigint AND state = 'RECEIVING' AND received + $3::bigint <= size RETURNING id
     )
     INSERT INTO upload_parts (upload_id, at, size, storage_key) SELECT id, $2::bigint, $3::bigint, $4 FROM grown RETURNING 1`,
    [id, at, size, key],
  );
  return row !== null;
}

/** The stretches of uploads, in their order. */
export async function partsOf(sql: Sql, ids: readonly string[]): Promise<UploadPart[]> {
  const rows = await sql.rows<{ storage_key: string; size: string }>(
    'SELECT storage_key, size FROM upload_parts WHERE upload_id = ANY($1::uuid[]) ORDER BY upload_id, at',
    [ids],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

/** What a file turned out to be. */
export interface Arrived {
  fileId: string;
  previewId: string | null;
  name: string;
  mime: string;
  size: number;
  width: number | null;
  height: number | null;
}

/** Notes that a file has arrived. @returns false where that was noted before, or the upload is gone */
export async function markReady(tx: Sql, id: string, arrived: Arrived): Promise<boolean> {
  const row = await tx.row(
    `UPDATE uploads SET state = 'READY', file_id = $2, preview_id = $3, mime = $4, size = $5, received = $5, width = $6, height = $7, touched_at = clock_timestamp()
     WHERE id = $1 AND state = 'RECEIVING' RETURNING 1`,
    [id, arrived.fileId, arrived.previewId, arrived.mime, arrived.size, arrived.width, arrived.height],
  );
  if (row) await tx.row('DELETE FROM upload_parts WHERE upload_id = $1', [id]);
  return row !== null;
}

/** Uploads that nobody goes on with: unfinished for so many hours, or arrived and unused for so many days. */
export async function abandonedUploads(db: Database, hours: number, days: number): Promise<{ id: string; person_id: string }[]> {
  return db.rows(
    `SELECT id, person_id FROM uploads
     WHERE touched_at < clock_timestamp() - CASE state WHEN 'READY' THEN make_interval(days => $2) ELSE make_interval(hours => $1) END ORDER BY id LIMIT 500`,
    [hours, days],
  );
}
