import { TextDecoder } from 'node:util';
import type { Services } from '../../../platform/services.js';
import { storedFiles } from '../files.queries.js';

/** Removes what lies outside the database: a person's files, kept mails, and imported files in which they stand. Repeating it is safe. */
export async function removeStoredTraces(services: Services, personId: string, words: readonly string[]): Promise<void> {
  const named = await importsNaming(services, words);
  const own = await storedFiles(services.db, personId);
  for (const { id, storage_key: key } of [...own, ...named]) {
    await services.files.delete(key);
    await services.db.row('UPDATE files SET removed_at = coalesce(removed_at, $2) WHERE id = $1', [id, services.clock.now()]);
  }
  await services.mailer.forget(words);
}

interface ImportFile {
  id: string;
  storage_key: string;
  encoding: string;
}

/** Files of imports in whose text one of the words stands: they are working copies, and the import's result stays. */
async function importsNaming(services: Services, words: readonly string[]): Promise<ImportFile[]> {
  const files = await services.db.rows<ImportFile>(
    `SELECT f.id, f.storage_key, r.encoding FROM files f JOIN import_runs r ON f.subject_type = 'ImportRun' AND f.subject_id = r.id
     WHERE f.removed_at IS NULL AND r.finished_at IS NOT NULL ORDER BY f.id`,
  );
  const naming: ImportFile[] = [];
  for (const file of files) if (await names(services, file, words)) naming.push(file);
  return naming;
}

/** Reads a file through once, keeping as much of what came before as the longest word needs. */
async function names(services: Services, { storage_key: key, encoding }: ImportFile, words: readonly string[]): Promise<boolean> {
  const decoder = new TextDecoder(encoding || 'utf-8');
  const keep = Math.max(...words.map(({ length }) => length));
  let tail = '';
  for await (const chunk of (await services.files.get(key)) as AsyncIterable<Uint8Array>) {
    const text = tail + decoder.decode(chunk, { stream: true });
    if (words.some((word) => text.includes(word))) return true;
    tail = text.slice(-keep);
  }
  return false;
}
