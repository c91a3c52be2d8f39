import { authorName, resources, type DemoResource } from '@stoa/demo';
import type { ResourceFileContent } from '@stoa/domain';
import { addResourceFiles } from '../modules/resources/files/change-files.js';
import { RESOURCE_PURPOSE } from '../modules/resources/files/resource-purpose.js';
import { dateIn } from '../platform/clock.js';
import type { Context } from '../platform/context.js';
import { formats } from '../platform/documents/formats.js';
import { markdownBlocks } from '../platform/documents/markdown-blocks.js';
import { fromGlobalId, newId, toGlobalId } from '../platform/ids.js';
import { finishUpload } from '../platform/uploads/finish-upload.js';
import { addUpload, takePart, uploadRow } from '../platform/uploads/upload-rows.js';
import { done } from './stage.js';

/** What is printed comes as a document that can be changed, what is shown as one that cannot. */
const FORMATS = { WORKSHEET: 'DOCX', PRESENTATION: 'PDF' } as const;

/** The first of each kind in each language have a file: enough to look at, and little to wait for. */
const WITH_FILES: ReadonlySet<DemoResource> = new Set(
  ['en', 'el', 'pl', 'ru'].flatMap((lang) =>
    Object.keys(FORMATS).flatMap(
      (kind) => resources.find((each) => each.lang === lang && each.kind === kind && each.visibility === 'PUBLIC') ?? [],
    ),
  ),
);

async function* only(content: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}

/** Sends the file of a resource the way a browser does, a stretch at a time, and makes it one of the resource. */
async function send(ctx: Context, resourceId: string, name: string, content: Buffer): Promise<string> {
  const personId = ctx.viewer.personId ?? '';
  const upload = { id: newId(), person_id: personId, purpose: RESOURCE_PURPOSE, place: 'RESOURCE', place_id: resourceId };
  await addUpload(ctx.db, { ...upload, name, size: content.length }, 1);
  await takePart(ctx.db, upload.id, 0, await ctx.files.put(only(content)));
  const row = await uploadRow(ctx.db, upload.id, personId);
  if (!row) throw new Error(`The demo cannot send ${name}`);
  await finishUpload(ctx, row);
  const id = toGlobalId('Resource', resourceId);
  await done(`file ${name}`, addResourceFiles(ctx, { id, uploadIds: [toGlobalId('Upload', upload.id)] }));
  return upload.id;
}

/**
 * The file of a resource of the demo, where it is to have one: its words laid out as a document, sent and kept like any other.
 * @param globalId of the resource
 * @returns what its version says of files
 */
export async function filesOf(ctx: Context, data: DemoResource, globalId: string): Promise<ResourceFileContent[]> {
  const format = WITH_FILES.has(data) ? FORMATS[data.kind as keyof typeof FORMATS] : null;
  const resourceId = fromGlobalId(globalId, 'Resource')?.id;
  if (!format || resourceId === undefined) return [];
  const { title, lang, body } = data;
  const date = dateIn(ctx.clock.now(), ctx.config.timeZone);
  const content = await formats[format].write({ title, lang, date, author: authorName(data), blocks: markdownBlocks(body, lang) });
  const name = `${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.${formats[format].extension}`;
  return [{ id: await send(ctx, resourceId, name, content), title, alt: '', role: 'MATERIAL', lang: null }];
}
