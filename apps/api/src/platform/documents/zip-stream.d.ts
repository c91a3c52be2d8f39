/** The part of zip-stream 7.0.5 that Stoa uses; the package brings no types. */
declare module 'zip-stream' {
  import type { Transform } from 'node:stream';

  export default class ZipStream extends Transform {
    constructor(options?: { level?: number; forceZip64?: boolean });
    entry(source: Buffer | NodeJS.ReadableStream, data: { name: string; date: Date }, callback: (error?: Error | null) => void): this;
    finalize(): void;
  }
}
