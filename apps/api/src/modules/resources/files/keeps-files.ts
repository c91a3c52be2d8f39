import type { ResourceFileContent } from '@stoa/domain';
import type { Tx } from '../../../platform/database/database.js';
import { reject } from '../../../platform/errors.js';

/** Asks that every file that a version names is one of its resource, and named once. @throws UserErrors */
export async function keepsFiles(tx: Tx, resourceId: string, files: readonly ResourceFileContent[]): Promise<void> {
  if (files.length === 0) return;
  // They stay while the version is written: whoever removes one meanwhile waits, and finds it named.
  const known = await tx.rows('SELECT id FROM resource_files WHERE resource_id = $1 AND id = ANY($2::uuid[]) FOR KEY SHARE', [
    resourceId,
    files.map(({ id }) => id),
  ]);
  if (known.length < files.length) reject('INVALID_CHOICE', ['content', 'files']);
}
