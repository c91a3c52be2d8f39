import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { PostLinkPreviewsType } from './link-preview.types.js';
import { linkPreviews } from './link-previews.queries.js';

@Resolver()
export class LinkPreviewResolver {
  @Query(() => [PostLinkPreviewsType], { description: 'Of those posts that the viewer may read and whose links have something to show' })
  @Policy('discussion.read')
  linkPreviews(
    @Arg('postIds', () => [ID], { description: '100 at most' }) postIds: string[],
    @Ctx() ctx: Context,
  ): Promise<PostLinkPreviewsType[]> {
    return linkPreviews(ctx, postIds);
  }
}
