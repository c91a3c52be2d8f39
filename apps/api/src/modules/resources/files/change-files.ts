import { signedIn } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { lookAt } from '../../../platform/database/sight.js';
import { Refusal, reject } from '../../../platform/errors.js';
import { mutate } from '../../../platform/graphql/mutate.js';
import { fromGlobalId } from '../../../platform/ids.js';
import { lockReadyUploads, type UploadRow } from '../../../platform/uploads/upload-rows.js';
import { authorizeResource, canWriteResource } from '../resource.policy.js';
import { lockResource, resourceById, resourceIdOf } from '../resource.queries.js';
import { filesOfResource } from './file.queries.js';
import type { AddResourceFilesInput, RemoveResourceFileInput, ResourceFilesPayload } from './file.types.js';
import { RESOURCE_PURPOSE } from './resource-purpose.js';

/** So many a resource may have, those of all its versions together. */
const MOST_FILES = 400;

/** A condition on `resource_files a`: some version names it. */
export const IS_NAMED = `EXISTS (SELECT 1 FROM resource_versions v WHERE v.resource_id = a.resource_id AND v.content -> 'files' @> jsonb_build_array(jsonb_build_object('id', a.id)))`;

/** A condition on `files f`: stored for a resource that has them no more. */
export const NO_LONGER_OF_RESOURCE = `f.subject_type = 'Resource' AND NOT EXISTS (SELECT 1 FROM resource_files a WHERE a.resource_id = f.subject_id AND f.id IN (a.file_id, a.preview_id))`;

/**
 * Makes uploads of the viewer that have arrived files of a resource; a version shows them once it names them.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND, FORBIDDEN
 */
export async function addResourceFiles(ctx: Context, input: AddResourceFilesInput): Promise<ResourceFilesPayload> {
  const id = resourceIdOf(input.id);
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const row = await lockResource(tx, id);
    authorizeResource(ctx.viewer, row, canWriteResource(ctx.viewer, row));
    const ids = [...new Set(input.uploadIds.map((each) => fromGlobalId(each, 'Upload')?.id ?? ''))];
    const uploads = ids.includes('') ? [] : await lockReadyUploads(tx, me, RESOURCE_PURPOSE, ids);
    if (uploads.length < ids.length || uploads.some(({ place_id: place }) => place !== id)) reject('UPLOAD_GONE', 'uploadIds');
    const had = await tx.row<{ n: number }>('SELECT count(*)::int AS n FROM resource_files WHERE resource_id = $1', [id]);
    if ((had?.n ?? 0) + uploads.length > MOST_FILES) reject('TOO_MANY_FILES', 'uploadIds');
    if (uploads.length > 0) await takeOver(tx, { id, personId: me, at: ctx.clock.now() }, uploads);
    await audit(tx, {
      actorId: me,
      act: 'addResourceFiles',
      subjectType: 'Resource',
      subjectId: id,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return { id };
  });
  return payload(ctx, outcome);
}

/** Uploads become files of the resource. They are a part of the work: whose they were stands with it, not with the stored file. */
async function takeOver(tx: Tx, to: { id: string; personId: string; at: Date }, uploads: readonly UploadRow[]): Promise<void> {
  const ids = uploads.map((upload) => upload.id);
  await lookAt(tx, 'files');
  // The file's own name: subtitles that were written anew have another ending than what was sent.
  await tx.row(
    `INSERT INTO resource_files (id, resource_id, file_id, preview_id, name, mime, size, width, height, created_by, created_at)
     SELECT u.id, $1, u.file_id, u.preview_id, f.name, u.mime, u.size, u.width, u.height, $2, $3
     FROM uploads u JOIN files f ON f.id = u.file_id WHERE u.id = ANY($4::uuid[])`,
    [to.id, to.personId, to.at, ids],
  );
  await tx.row(`UPDATE files SET subject_type = 'Resource', subject_id = $1, created_by = NULL WHERE id = ANY($2::uuid[])`, [
    to.id,
    uploads.flatMap(({ file_id: file, preview_id: preview }) => [file, preview].filter((each) => each !== null)),
  ]);
  await tx.row('DELETE FROM uploads WHERE id = ANY($1::uuid[])', [ids]);
}

/**
 * Takes a file from a resource that no version names; its content goes by night.
 * @throws Refusal UNAUTHENTICATED, NOT_FOUND, FORBIDDEN
 */
export async function removeResourceFile(ctx: Context, input: RemoveResourceFileInput): Promise<ResourceFilesPayload> {
  const fileId = fromGlobalId(input.id, 'ResourceFile')?.id;
  if (fileId === undefined) throw new Refusal('NOT_FOUND');
  const outcome = await mutate(ctx, async (tx) => {
    const me = signedIn(ctx.viewer);
    const file = await tx.row<{ resource_id: string }>('SELECT resource_id FROM resource_files WHERE id = $1', [fileId]);
    if (!file) throw new Refusal('NOT_FOUND');
    const row = await lockResource(tx, file.resource_id);
    // Who may not read its versions does not learn that there is such a file.
    if (!canWriteResource(ctx.viewer, row)) throw new Refusal('NOT_FOUND');
    const gone = await tx.row(`DELETE FROM resource_files a WHERE a.id = $1 AND NOT ${IS_NAMED} RETURNING 1`, [fileId]);
    if (!gone) reject('FILE_IN_USE', 'id');
    await audit(tx, {
      actorId: me,
      act: 'removeResourceFile',
      subjectType: 'Resource',
      subjectId: row.id,
      at: ctx.clock.now(),
      requestId: ctx.requestId,
    });
    return { id: row.id };
  });
  return payload(ctx, outcome);
}

async function payload(
  ctx: Context,
  outcome: { id?: string | undefined; userErrors: ResourceFilesPayload['userErrors'] },
): Promise<ResourceFilesPayload> {
  const row = outcome.id === undefined ? null : await ctx.load(resourceById, outcome.id);
  return { files: row && (await filesOfResource(ctx, row)), userErrors: outcome.userErrors };
}
