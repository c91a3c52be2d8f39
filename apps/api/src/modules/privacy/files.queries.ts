import type { Database } from '../../platform/database/database.js';
import { seeing } from '../../platform/database/sight.js';
import { LEAVING_RESOURCES, SENT_FOR_RESOURCES } from '../resources/index.js';
import { personCondition } from './classification.js';
import { classification } from './columns/index.js';

/** A file of a person whose content is still there. */
export interface StoredFile {
  id: string;
  storage_key: string;
  name: string;
}

const OWN_FILES = classification['files'] ? personCondition(classification['files']) : 'false';

const found = (db: Database, condition: string, personId: string): Promise<StoredFile[]> =>
  seeing(db, 'files', (tx) =>
    tx.rows<StoredFile>(`SELECT id, storage_key, name FROM files WHERE ${condition} AND removed_at IS NULL ORDER BY id`, [personId]),
  );

/** The files that go with a person: their own, and those that they sent for the library where nothing that stays shows them. */
export function storedFiles(db: Database, personId: string): Promise<StoredFile[]> {
  return found(db, `(${OWN_FILES} OR subject_type = 'Resource' AND ${LEAVING_RESOURCES})`, personId);
}

/** What a person is given of their files: an export would hold the one before, so those are left out. */
export function filesToExport(db: Database, personId: string): Promise<StoredFile[]> {
  return found(db, `(${OWN_FILES} OR subject_type = 'Resource' AND ${SENT_FOR_RESOURCES}) AND subject_type <> 'Export'`, personId);
}
