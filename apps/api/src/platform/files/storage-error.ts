/** `STORAGE_FULL`: no room left, nothing was kept, try again when space is freed. `STORAGE_MISSING`: no such content. */
export type StorageErrorCode = 'STORAGE_FULL' | 'STORAGE_MISSING';

/** A failure of the store that somebody can act on. It names no path. */
export class StorageError extends Error {
  constructor(
    readonly code: StorageErrorCode,
    options?: ErrorOptions,
  ) {
    super(code === 'STORAGE_FULL' ? 'no space left for files' : 'no such content', options);
  }
}

/** Turns the system's errors into coded ones: a full disk, an exhausted quota, a missing file; others pass unchanged. */
export function storageError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageError('STORAGE_FULL', { cause: error });
  if (code === 'ENOENT') return new StorageError('STORAGE_MISSING', { cause: error });
  return error;
}
