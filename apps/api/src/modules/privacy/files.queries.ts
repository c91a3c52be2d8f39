import type { Database } from '../../platform/database/database.js';
import { seeing } from '../../platform/database/sight.js';
import { personCondition } from './classification.js';
import { classification } from './columns/index.js';

/** A file of a person whose content is still there. */
export interface StoredFile {
  id: string;
  storage_key: string;
  name: string;
}

const OWN_FILES = classification['files'] ? personCondition(classification['files']) : 'false';

/** The files of a person, exports aside unless they are asked for: an export would else hold the one before. */
export function storedFiles(db: Database, personId: string, withoutExports?: string): Promise<StoredFile[]> {
  return seeing(db, 'files', (tx) =>
    tx.rows<StoredFile>(
      `SELECT id, storage_key, name FROM files WHERE ${OWN_FILES} AND removed_at IS NULL AND ($2::text IS NULL OR subject_type <> 'Export') ORDER BY id`,
      [personId, withoutExports ?? null],
    ),
  );
}
