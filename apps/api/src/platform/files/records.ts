import type { Database, Sql } from '../database/database.js';
import { seeing } from '../database/sight.js';
import { newId } from '../ids.js';
import type { Context } from '../context.js';
import type { StoredContent } from './content-store.js';

/** What the database knows of a stored file. */
export interface FileRecord {
  id: string;
  storage_key: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  subject_type: string;
  subject_id: string;
  created_by: string | null;
}

/** Who may read the files of a subject type; asked at each download. */
export type FilePolicy = (ctx: Context, file: FileRecord) => Promise<boolean>;

/** Whose file it is and what it is called. */
export interface FileOwner {
  name: string;
  mime: string;
  subjectType: string;
  subjectId: string;
  createdBy: string | null;
  at: Date;
}

/** Writes the record of stored content. @returns the file's id */
export async function recordFile(tx: Sql, stored: StoredContent, owner: FileOwner): Promise<string> {
  const id = newId();
  await tx.row(
    `INSERT INTO files (id, storage_key, name, mime, size, sha256, subject_type, subject_id, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, stored.key, owner.name, owner.mime, stored.size, stored.sha256, owner.subjectType, owner.subjectId, owner.createdBy, owner.at],
  );
  return id;
}

/** The record of a file, or null; also where its content was removed. */
export async function fileRecord(db: Database, id: string): Promise<FileRecord | null> {
  const row = await seeing(db, 'files', (tx) =>
    tx.row<Omit<FileRecord, 'size'> & { size: string }>(
      'SELECT id, storage_key, name, mime, size, sha256, subject_type, subject_id, created_by FROM files WHERE id = $1 AND removed_at IS NULL',
      [id],
    ),
  );
  return row && { ...row, size: Number(row.size) };
}

/** The path under which a file is downloaded. */
export function filePath(file: Pick<FileRecord, 'id' | 'name'>): string {
  return `/files/${file.id}/${encodeURIComponent(file.name)}`;
}
