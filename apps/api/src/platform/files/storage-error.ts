import { Refusal } from '../errors.js';

/**
 * Turns the system's errors into refusals that may be shown: a full disk or an exhausted quota is STORAGE_FULL (nothing was kept,
 * it works again when there is room), a missing file is NOT_FOUND. Others pass unchanged.
 */
export function storageError(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('STORAGE_FULL');
  if (code === 'ENOENT') return new Refusal('NOT_FOUND');
  return error;
}
