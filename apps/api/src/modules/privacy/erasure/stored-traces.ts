import { TextDecoder } from 'node:util';
import { Refusal } from '../../../platform/errors.js';
import type { Tx } from '../../../platform/database/database.js';
import { seeing } from '../../../platform/database/sight.js';
import type { Services } from '../../../platform/services.js';
import { removeAllUploads } from '../../../platform/uploads/remove-uploads.js';
import { lettersNaming } from '../../appointments/index.js';
import { restartExports } from '../../reports/index.js';
import { storedFiles } from '../files.queries.js';

/**
 * Removes what lies outside the database: a person's files, kept mails, letters, and imported and exported files in which they stand. Repeating it is safe.
 * @returns the ids of the files of exports and imports that were looked at
 */
export async function removeStoredTraces(services: Services, personId: string, words: readonly string[]): Promise<string[]> {
  const copies = await workingCopies(services);
  const named = await copiesNaming(services, copies, [...words, personId]);
  await removeAllUploads(services, personId);
  const own = await storedFiles(services.db, personId);
  const letters = await lettersNaming(services.db, personId, words);
  for (const { id, storage_key: key } of [...own, ...named, ...letters]) {
    await services.files.delete(key);
    await seeing(services.db, 'files', (tx) =>
      tx.row('UPDATE files SET removed_at = coalesce(removed_at, $2) WHERE id = $1', [id, services.clock.now()]),
    );
    await services.db.row(`UPDATE exports SET state = 'FAILED', error_code = 'REMOVED', file_id = NULL WHERE file_id = $1`, [id]);
  }
  await services.mailer.forget(words);
  return copies.map(({ id }) => id);
}

/**
 * Asks, inside the transaction that erases, whether a copy was finished since the others were looked at. Exports that are still being
 * written begin anew after it, since they may have read the person already. The transaction sees files.
 * @throws FinishedMeanwhile
 */
export async function assertAllLookedAt(tx: Tx, looked: readonly string[]): Promise<void> {
  await restartExports(tx);
  const missed = await tx.row(`SELECT 1 FROM (${COPIES}) c WHERE id <> ALL($1)`, [looked]);
  if (missed) throw new FinishedMeanwhile();
}

/** A file was finished between looking at the others and erasing: all must be looked at again. */
export class FinishedMeanwhile extends Error {}

interface WorkingCopy {
  id: string;
  storage_key: string;
  encoding: string;
  is_text: boolean;
}

/** Files of imports and exports. They are working copies: the import's result stays, and whoever needs an export again asks for it. */
const COPIES = `
  SELECT f.id, f.storage_key, coalesce(r.encoding, '') AS encoding, r.id IS NOT NULL OR f.mime ~ '^(text/|application/json)' AS is_text
  FROM files f LEFT JOIN import_runs r ON f.subject_type = 'ImportRun' AND f.subject_id = r.id
  WHERE f.removed_at IS NULL AND (r.finished_at IS NOT NULL OR f.subject_type = 'Export')`;

const workingCopies = ({ db }: Services) => seeing(db, 'files', (tx) => tx.rows<WorkingCopy>(`${COPIES} ORDER BY f.id`));

/** Those in which one of the words stands. What is packed (PDF, office formats, archives) cannot be searched and goes with them. */
async function copiesNaming(services: Services, files: readonly WorkingCopy[], words: readonly string[]): Promise<WorkingCopy[]> {
  const naming: WorkingCopy[] = [];
  for (const file of files) if (!file.is_text || (await names(services, file, words).catch(isLost))) naming.push(file);
  return naming;
}

/** True where the store has lost the content, which must not keep anybody from being erased. @throws what else went wrong */
function isLost(error: unknown): true {
  if (error instanceof Refusal && error.code === 'NOT_FOUND') return true;
  throw error;
}

/** Reads a file through once, keeping as much of what came before as the longest word needs. */
async function names(services: Services, { storage_key: key, encoding }: WorkingCopy, words: readonly string[]): Promise<boolean> {
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
