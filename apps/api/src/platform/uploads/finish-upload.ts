import { buffer } from 'node:stream/consumers';
import { endingOf, PICTURE_TYPES } from '@stoa/domain';
import { Refusal } from '../errors.js';
import type { ContentStore, StoredContent } from '../files/content-store.js';
import { recordFile } from '../files/records.js';
import type { Services } from '../services.js';
import { HEAD_BYTES, kindOf } from './kinds.js';
import { uploadPurpose } from './purposes.js';
import { makePicture, MOST_PICTURE_BYTES, PREVIEW_TYPE } from './pictures.js';
import { removeUploads } from './remove-uploads.js';
import { UploadRefused } from './upload-refused.js';
import { markReady, partsOf, type Arrived, type UploadPart, type UploadRow } from './upload-rows.js';

/** The subject of a file that has arrived and belongs to nothing yet: nobody but its sender may have it. */
export const UPLOAD_SUBJECT = 'Upload';

/** Content as it is kept, with what it is. */
export interface KeptFile {
  main: StoredContent;
  preview: StoredContent | null;
  /** Where it is not that of the upload. */
  name?: string;
  mime: string;
  width: number | null;
  height: number | null;
}

/**
 * Looks at a file that has come whole, and keeps it: a picture written anew with a small one beside it, anything else as it came. Doing it twice, on
 * whatever nodes, keeps it once. What is not taken is gone.
 * @throws UploadRefused
 */
export async function finishUpload(services: Services, upload: UploadRow): Promise<void> {
  const { files } = services;
  const parts = await partsOf(services.db, [upload.id]);
  const made: StoredContent[] = [];
  try {
    const looked = await keepFile(services, upload, parts, made);
    const isFirst = await record(services, upload, looked);
    const kept = isFirst ? [looked.main.key, looked.preview?.key] : [];
    for (const key of [...parts.map((part) => part.storage_key), ...made.map((each) => each.key)])
      if (isFirst ? !kept.includes(key) : made.some((each) => each.key === key)) await files.delete(key);
  } catch (error) {
    for (const { key } of made) await files.delete(key);
    const refused = refusalOf(error);
    // A store that is full may have room soon; all others stay what they are.
    if (refused && refused.code !== 'STORAGE_FULL') await removeUploads(services, upload.person_id, [upload.id]);
    throw refused ?? error;
  }
}

function refusalOf(error: unknown): UploadRefused | null {
  if (error instanceof UploadRefused) return error;
  if (!(error instanceof Refusal)) return null;
  return error.code === 'STORAGE_FULL'
    ? new UploadRefused('STORAGE_FULL')
    : error.code === 'NOT_FOUND'
      ? new UploadRefused('UPLOAD_GONE')
      : null;
}

/**
 * Looks at a file whose stretches are stored, and keeps it as it is to be kept.
 * @param made is given what was stored on the way, so that whoever calls can remove it
 * @throws UploadRefused
 */
export async function keepFile(
  { files, config }: Pick<Services, 'files' | 'config'>,
  upload: Pick<UploadRow, 'name' | 'size' | 'purpose'>,
  parts: readonly UploadPart[],
  made: StoredContent[],
): Promise<KeptFile> {
  const keep = async (content: AsyncIterable<Uint8Array>): Promise<StoredContent> => {
    const stored = await files.put(content);
    made.push(stored);
    return stored;
  };
  const mime = await kindOf(upload.name, await headOf(files, parts));
  const remake = PICTURE_TYPES.includes(mime) ? null : (uploadPurpose(upload.purpose)?.remake?.({ name: upload.name, mime }) ?? null);
  if (remake) {
    if (upload.size > remake.maxBytes) throw new UploadRefused('FILE_TOO_LARGE');
    const anew = remake.make(await buffer(joined(files, parts)));
    return { main: await keep(only(anew.content)), preview: null, name: anew.name, mime: anew.mime, width: null, height: null };
  }
  if (!PICTURE_TYPES.includes(mime)) return { main: await keep(joined(files, parts)), preview: null, mime, width: null, height: null };
  if (upload.size > MOST_PICTURE_BYTES) throw new UploadRefused('PICTURE_TOO_LARGE');
  const { content, preview, width, height } = await makePicture(await buffer(joined(files, parts)), mime, config.uploads.mostPixels);
  return { main: await keep(only(content)), preview: await keep(only(preview)), mime, width, height };
}

async function record({ db, clock }: Services, upload: UploadRow, looked: KeptFile): Promise<boolean> {
  const owner = { subjectType: UPLOAD_SUBJECT, subjectId: upload.id, createdBy: upload.person_id, at: clock.now() };
  const name = looked.name ?? named(upload.name, looked.mime);
  return db
    .transaction(async (tx) => {
      const fileId = await recordFile(tx, looked.main, { ...owner, name, mime: looked.mime });
      const previewId = looked.preview && (await recordFile(tx, looked.preview, { ...owner, name: `${name}.webp`, mime: PREVIEW_TYPE }));
      const { mime, width, height } = looked;
      const arrived: Arrived = { fileId, previewId, name, mime, size: looked.main.size, width, height };
      if (await markReady(tx, upload.id, arrived)) return true;
      throw new FinishedBefore();
    })
    .catch((error: unknown) => {
      if (error instanceof FinishedBefore) return false;
      throw error;
    });
}

/** Somebody else noted it first; nothing of this attempt is kept. */
class FinishedBefore extends Error {}

/** The name of a kept file: a picture without an ending gets one, so that programs know it when it was saved. */
export function named(name: string, mime: string): string {
  return endingOf(name) === '' && PICTURE_TYPES.includes(mime) ? `${name}.${mime.slice('image/'.length).replace('jpeg', 'jpg')}` : name;
}

async function headOf(files: ContentStore, parts: readonly UploadPart[]): Promise<Buffer> {
  const head: Buffer[] = [];
  let length = 0;
  for (const { storage_key: key, size } of parts) {
    const end = Math.min(size, HEAD_BYTES - length) - 1;
    head.push(await buffer(await files.get(key, { start: 0, end })));
    length += end + 1;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(head);
}

async function* joined(files: ContentStore, parts: readonly UploadPart[]): AsyncGenerator<Uint8Array> {
  for (const { storage_key: key } of parts) yield* (await files.get(key)) as AsyncIterable<Uint8Array>;
}

async function* only(content: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}
