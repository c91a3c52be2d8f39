import type { FileRefusal } from '@stoa/domain';

/** A file is not taken; the code says why, and who sent it can mend that. */
export class UploadRefused extends Error {
  constructor(readonly code: FileRefusal) {
    super(code);
  }
}
