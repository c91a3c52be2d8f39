import { authorize } from '../../../platform/authorize.js';
import { Refusal } from '../../../platform/errors.js';
import type { UploadPurpose } from '../../../platform/uploads/purposes.js';
import { draftPlaceOf } from '../drafts/drafts.queries.js';
import { writtenAt } from '../drafts/written-at.js';

/** The name under which files of posts are uploaded. */
export const POST_PURPOSE = 'post';

/** Files of posts: sent by whoever may write there now, to where their draft is. */
export const postUploadPurpose: UploadPurpose = {
  name: POST_PURPOSE,
  maxBytes: ({ uploads }) => uploads.attachmentBytes,
  most: ({ uploads }) => uploads.attachmentsPerPost,
  async placeOf(ctx, globalId) {
    const at = draftPlaceOf(globalId);
    if (!at) throw new Refusal('NOT_FOUND');
    const { act, target } = await writtenAt(ctx, at);
    authorize(ctx.viewer, act, target, 'discussion.read');
    return { place: at.place, placeId: at.id };
  },
};
