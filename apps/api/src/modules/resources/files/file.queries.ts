import { allows, isShownInPlace, RESOURCE_LIMITS, type ResourceFileContent } from '@stoa/domain';
import { signedIn } from '../../../platform/authorize.js';
import { byId, type Context, type Loader } from '../../../platform/context.js';
import type { FilePolicy } from '../../../platform/files/records.js';
import { toGlobalId } from '../../../platform/ids.js';
import { fileUrl, previewUrl, toUpload } from '../../../platform/uploads/upload.types.js';
import { uploadsAt } from '../../../platform/uploads/upload-rows.js';
import { authorizeResource, canReadResource, canReadVersions, canWriteResource, resourceTarget } from '../resource.policy.js';
import { resourceById } from '../resource.queries.js';
import type { ResourceRow } from '../resource.statement.js';
import type { ResourceFileType, ResourceUploadsType } from './file.types.js';
import { placedAt, RESOURCE_PURPOSE, SUBTITLES_TYPE } from './resource-purpose.js';

/** A row of a resource's files. */
export interface ResourceFileRow {
  id: string;
  resource_id: string;
  file_id: string;
  preview_id: string | null;
  name: string;
  mime: string;
  size: string;
  width: number | null;
  height: number | null;
}

const COLUMNS = 'id, resource_id, file_id, preview_id, name, mime, size, width, height';

/** Files by id, whatever the viewer's rights: whoever loads one asks whether a version that the viewer reads names it. */
export const resourceFileById: Loader<string, ResourceFileRow | null> = byId(
  (asked) => `SELECT ${COLUMNS} FROM resource_files WHERE id ${asked}`,
);

/** The files that a version names, in its order. What was removed with its person is left out. */
export async function filesOfVersion(ctx: Context, resourceId: string, files: readonly ResourceFileContent[]): Promise<ResourceFileType[]> {
  const rows = await ctx.loadMany(
    resourceFileById,
    files.map(({ id }) => id),
  );
  return files.flatMap((said, at) => {
    const row = rows[at];
    return row?.resource_id === resourceId ? [toFile(row, said)] : [];
  });
}

/** All files of a resource, the first one first; for who may read what is not published. */
export async function filesOfResource(ctx: Context, resource: ResourceRow): Promise<ResourceFileType[]> {
  if (!canReadVersions(ctx.viewer, resource)) return [];
  const rows = await ctx.db.rows<ResourceFileRow>(`SELECT ${COLUMNS} FROM resource_files WHERE resource_id = $1 ORDER BY id`, [
    resource.id,
  ]);
  return rows.map((row) => toFile(row));
}

/** @param said what a version says of it */
function toFile(row: ResourceFileRow, said?: ResourceFileContent): ResourceFileType {
  const { name, mime, width, height } = row;
  const url = fileUrl(row.file_id);
  return {
    id: toGlobalId('ResourceFile', row.id),
    title: said?.title ?? '',
    alt: said?.alt ?? '',
    role: said?.role ?? (mime === SUBTITLES_TYPE ? 'SUBTITLES' : 'MATERIAL'),
    lang: said?.lang ?? null,
    name,
    mime,
    size: Number(row.size),
    width,
    height,
    url,
    viewUrl: isShownInPlace(mime) ? `${url}?inline` : null,
    previewUrl: previewUrl(row.preview_id),
  };
}

/**
 * Who may have a file of a resource: whoever may read a version that names it, as they read versions: what is published with the resource,
 * former versions as they were published, and the rest whoever writes or reviews it.
 */
export const resourceFilePolicy: FilePolicy = async (ctx, file) => {
  const row = await ctx.load(resourceById, file.subject_id);
  if (!row || !canReadResource(ctx.viewer, row)) return false;
  const found = await ctx.db.row<{ visibilities: string[] }>(
    `SELECT array(
       SELECT v.content ->> 'visibility' FROM resource_versions v WHERE v.resource_id = a.resource_id AND v.state IN ('PUBLISHED', 'SUPERSEDED')
         AND v.content -> 'files' @> jsonb_build_array(jsonb_build_object('id', a.id))
     ) AS visibilities
     FROM resource_files a WHERE a.resource_id = $1 AND $2 IN (a.file_id, a.preview_id)`,
    [row.id, file.id],
  );
  if (!found) return false;
  if (canReadVersions(ctx.viewer, row)) return true;
  if (found.visibilities.includes('PUBLIC')) return true;
  return found.visibilities.length > 0 && allows(ctx.viewer, 'discussion.read', resourceTarget(row));
};

/** What the viewer has sent for a resource and not yet given to it; their own alone. @throws Refusal */
export async function resourceUploads(ctx: Context, globalId: string): Promise<ResourceUploadsType> {
  const me = signedIn(ctx.viewer);
  const row = await placedAt(ctx, globalId);
  authorizeResource(ctx.viewer, row, canWriteResource(ctx.viewer, row));
  const rows = await uploadsAt(ctx.db, me, { purpose: RESOURCE_PURPOSE, place: 'RESOURCE', placeId: row.id });
  return { most: RESOURCE_LIMITS.files, maxBytes: ctx.config.uploads.resourceFileBytes, uploads: rows.map(toUpload) };
}
