/** The part of pg-copy-streams 7.0.0 that Stoa uses; the package brings no types. */
declare module 'pg-copy-streams' {
  import type { Submittable } from 'pg';
  import type { Readable, Writable } from 'node:stream';

  type Copying = Submittable & { rowCount: number };
  /** A stream into `COPY … FROM STDIN`. */
  export function from(sql: string): Writable & Copying;
  /** A stream out of `COPY … TO STDOUT`. */
  export function to(sql: string): Readable & Copying;
}
