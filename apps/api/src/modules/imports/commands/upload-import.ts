import type { ImportKindName } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { CsvError, type ImportParams } from '../../../platform/csv/index.js';
import { audit } from '../../../platform/database/audit.js';
import { recordFile } from '../../../platform/files/records.js';
import { newId } from '../../../platform/ids.js';
import { mayImport } from '../import.queries.js';
import { publishImport } from './change-import.js';

/** A file as it arrives. */
export interface Upload {
  kind: ImportKindName;
  name: string;
  params: ImportParams;
  content: AsyncIterable<Uint8Array>;
}

/**
 * Keeps a file and queues its first look-through. Nothing of it is kept where it is too large.
 * @returns the id of the import
 * @throws CsvError FILE_TOO_LARGE, StorageError STORAGE_FULL, Refusal
 */
export async function uploadImport(ctx: Context, { kind, name, params, content }: Upload): Promise<string> {
  const actorId = mayImport(ctx);
  const stored = await ctx.files.put(limited(content, ctx.config.maxImportBytes));
  const id = newId();
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const fileId = await recordFile(tx, stored, {
      name,
      mime: 'text/csv',
      subjectType: 'ImportRun',
      subjectId: id,
      createdBy: actorId,
      at: now,
    });
    await tx.row(
      `INSERT INTO import_runs (id, kind, state, file_id, encoding, separator, headers, params, requested_by, requested_at) VALUES ($1, $2, 'CHECKING', $3, '', '', '{}', $4, $5, $6)`,
      [id, kind, fileId, params, actorId, now],
    );
    await audit(tx, {
      actorId,
      act: 'import.upload',
      subjectType: 'ImportRun',
      subjectId: id,
      at: now,
      requestId: ctx.requestId,
      detail: { kind },
    });
    await publishImport(tx, id);
  });
  return id;
}

async function* limited(content: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > limit) throw new CsvError('FILE_TOO_LARGE', { limit });
    yield chunk;
  }
}
