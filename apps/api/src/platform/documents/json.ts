import { prepare, type Document } from './document.js';

/** Raised whenever a reader of the JSON form would have to change. */
const DOCUMENT_VERSION = 1;

/**
 * Writes the model itself: numbers are numbers, days are ISO strings, text is as it was typed.
 *
 * @throws InvalidDocumentError
 */
export async function writeJson(document: Document): Promise<Buffer> {
  return await Promise.resolve(Buffer.from(`${JSON.stringify({ version: DOCUMENT_VERSION, ...prepare(document) }, null, 2)}\n`, 'utf8'));
}
