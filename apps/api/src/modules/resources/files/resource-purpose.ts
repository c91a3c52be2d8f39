import { endingOf, RESOURCE_LIMITS } from '@stoa/domain';
import type { Context } from '../../../platform/context.js';
import { Refusal } from '../../../platform/errors.js';
import type { UploadPurpose } from '../../../platform/uploads/purposes.js';
import { UploadRefused } from '../../../platform/uploads/upload-refused.js';
import { authorizeResource, canWriteResource } from '../resource.policy.js';
import { resourceById, resourceIdOf } from '../resource.queries.js';
import type { ResourceRow } from '../resource.statement.js';
import { writeSubtitles } from './subtitles.js';

/** The name under which files of resources are uploaded. */
export const RESOURCE_PURPOSE = 'resource';

/** The type of subtitles once they were written anew. */
export const SUBTITLES_TYPE = 'text/vtt; charset=utf-8';
/** Five hours of talk take a tenth of it. */
const MOST_SUBTITLE_BYTES = 4 * 1024 * 1024;

/** The resource of a global id. @throws Refusal NOT_FOUND */
export async function placedAt(ctx: Context, globalId: string): Promise<ResourceRow> {
  const row = await ctx.load(resourceById, resourceIdOf(globalId));
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

/** Files of resources: sent by whoever may write a version of it. Subtitles are written anew, so that no mark of theirs is left. */
export const resourceUploadPurpose: UploadPurpose = {
  name: RESOURCE_PURPOSE,
  maxBytes: ({ uploads }) => uploads.resourceFileBytes,
  most: () => RESOURCE_LIMITS.files,
  async placeOf(ctx, globalId) {
    const row = await placedAt(ctx, globalId);
    authorizeResource(ctx.viewer, row, canWriteResource(ctx.viewer, row));
    return { place: 'RESOURCE', placeId: row.id };
  },
  remake({ name, mime }) {
    if (!['vtt', 'srt'].includes(endingOf(name))) return null;
    if (!mime.startsWith('text/')) throw new UploadRefused('FILE_LIES');
    return {
      maxBytes: MOST_SUBTITLE_BYTES,
      make(content) {
        const written = writeSubtitles(content);
        if (written === null) throw new UploadRefused('SUBTITLES_BROKEN');
        return { content: Buffer.from(written), mime: SUBTITLES_TYPE, name: name.replace(/\.srt$/iu, '.vtt') };
      },
    };
  },
};
