/** Why a backup cannot be made, read or restored, in one line for the operator. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** The file is not a whole and unaltered backup. */
export function damaged(why: string): BackupError {
  return new BackupError(`The file is no whole backup of Stoa: ${why}. Nothing was changed.`);
}
