/** A file that does its reader harm, or tries to. */
export interface HostileDocument {
  what: string;
  name: string;
  content: Buffer;
  /** The code with which it is not taken; null for what is kept. */
  refused: string | null;
  /** What becomes of its text; null where none is looked for, ANY where the reader may find some or give up, but comes to an end. */
  text: 'TAKEN' | 'FAILED' | 'SKIPPED' | 'ANY' | null;
}

/** An archive of several entries. @param entries contents by their names */
export function archiveOf(entries: Readonly<Record<string, Buffer | string>>): Buffer;

/** Documents, recordings, subtitles and names made to do harm, each to be sent as a file of a resource. */
export function hostileDocuments(): HostileDocument[];
