import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { Services } from '../services.js';
import { removeUploads } from './remove-uploads.js';
import { takePart, type UploadRow } from './upload-rows.js';

/**
 * What the protocol's server keeps uploads in: each request's bytes as one stretch in the store of all files, and a row that says how far a file
 * has come. So any node goes on with what another began, and a line that breaks loses nothing that arrived.
 */
export class StretchStore extends DataStore {
  /** @param rowOf reads an upload of whoever asks, who was asked for before */
  constructor(
    private readonly services: Services,
    private readonly rowOf: (id: string) => Promise<UploadRow | null>,
  ) {
    super();
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
  }

  /** The row was written when the right was asked. */
  override create(upload: Upload): Promise<Upload> {
    return Promise.resolve(upload);
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await this.rowOf(id);
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({ id, size: row.size, offset: row.received });
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const { files, db } = this.services;
    const line: { broken?: unknown } = {};
    const stored = await files.put(whatCame(readable, line));
    if (stored.size > 0 && (await takePart(db, id, offset, stored))) {
      if ('broken' in line) throw line.broken;
      return offset + stored.size;
    }
    await files.delete(stored.key);
    if ('broken' in line) throw line.broken;
    if (stored.size > 0) throw ERRORS.INVALID_OFFSET;
    return offset;
  }

  override async remove(id: string): Promise<void> {
    const row = await this.rowOf(id);
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    await removeUploads(this.services, row.person_id, [id]);
  }
}

/** A stream that ends where its line breaks, so that what came is kept. */
async function* whatCame(readable: Readable, line: { broken?: unknown }): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of readable as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    line.broken = error;
  }
}
