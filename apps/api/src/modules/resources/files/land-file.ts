import { createReadStream } from 'node:fs';
import type { Tx } from '../../../platform/database/database.js';
import type { StoredContent } from '../../../platform/files/content-store.js';
import { recordFile } from '../../../platform/files/records.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import { keepFile, named, type KeptFile } from '../../../platform/uploads/finish-upload.js';
import { PREVIEW_TYPE } from '../../../platform/uploads/pictures.js';
import { RESOURCE_PURPOSE } from './resource-purpose.js';

/** A file on the disk of the server. */
export interface FileOnDisk {
  path: string;
  name: string;
  size: number;
}

/** A file that was kept and belongs to nothing yet, with the keys of its contents. */
export interface LandedFile extends KeptFile {
  name: string;
  keys: string[];
}

/**
 * Keeps a file that an operator gives, looked at like one that was uploaded: what lies of its kind or is not taken is refused.
 * @throws UploadRefused
 */
export async function keepFromDisk(services: Pick<Services, 'files' | 'config'>, file: FileOnDisk): Promise<LandedFile> {
  const { files } = services;
  const made: StoredContent[] = [];
  const sent = await files.put(createReadStream(file.path));
  try {
    const kept = await keepFile(services, { ...file, purpose: RESOURCE_PURPOSE }, [{ storage_key: sent.key, size: sent.size }], made);
    const keys = [kept.main.key, ...(kept.preview ? [kept.preview.key] : [])];
    return { ...kept, name: kept.name ?? named(file.name, kept.mime), keys };
  } catch (error) {
    for (const { key } of made) await files.delete(key);
    throw error;
  } finally {
    await files.delete(sent.key);
  }
}

/** Makes a file that was kept one of a resource, whose version names it by `id`. */
export async function landFile(tx: Tx, to: { resourceId: string; id: string; at: Date }, file: LandedFile): Promise<void> {
  const owner = { subjectType: 'Resource', subjectId: to.resourceId, createdBy: null, at: to.at };
  const fileId = await recordFile(tx, file.main, { ...owner, name: file.name, mime: file.mime });
  const previewId = file.preview && (await recordFile(tx, file.preview, { ...owner, name: `${file.name}.webp`, mime: PREVIEW_TYPE }));
  await tx.row(
    `INSERT INTO resource_files (id, resource_id, file_id, preview_id, name, mime, size, width, height, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, $10)`,
    [to.id, to.resourceId, fileId, previewId, file.name, file.mime, file.main.size, file.width, file.height, to.at],
  );
  await publish(tx, 'ResourceFilesLanded', { resourceId: to.resourceId });
}
