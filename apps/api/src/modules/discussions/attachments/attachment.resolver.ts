import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { PostType } from '../post.type.js';
import { PostAttachmentType, PostUploadsType } from './attachment.types.js';
import { attachmentsOfPost, postUploads } from './attachments.queries.js';

@Resolver(() => PostType)
export class AttachmentResolver {
  @FieldResolver(() => [PostAttachmentType], { description: 'Its files in their order; empty where the viewer may not read the text' })
  async attachments(@Root() post: PostType, @Ctx() ctx: Context): Promise<PostAttachmentType[]> {
    return post.body === null || post.row.attachments_count === 0 ? [] : ctx.load(attachmentsOfPost, post.row.id);
  }

  @Query(() => PostUploadsType, { description: 'What the viewer has sent to a thread, network or post and not yet posted there' })
  @Policy('profile.own')
  postUploads(@Arg('placeId', () => ID) placeId: string, @Ctx() ctx: Context): Promise<PostUploadsType> {
    return postUploads(ctx, placeId);
  }
}
