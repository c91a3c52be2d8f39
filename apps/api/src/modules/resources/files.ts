import type { ResourceFileContent } from '@stoa/domain';
import type { Tx } from '../../platform/database/database.js';
import { reject } from '../../platform/errors.js';

/** Asks that every file that a version names is one of its resource. @throws UserErrors */
export async function keepsFiles(_tx: Tx, _resourceId: string, files: readonly ResourceFileContent[]): Promise<void> {
  if (files.length > 0) reject('INVALID_CHOICE', ['content', 'files']);
  return Promise.resolve();
}
