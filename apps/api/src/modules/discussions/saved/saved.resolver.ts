import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { PostPayload } from '../discussions.inputs.js';
import { PostConnection, PostType } from '../post.type.js';
import { savePost } from './save-post.js';
import { SavePostInput } from './saved.types.js';
import { savedByViewer, savedPosts } from './saved-posts.queries.js';

@Resolver(() => PostType)
export class SavedResolver {
  @Query(() => PostConnection, { description: 'Posts that the viewer saved and may read now, the last saved first' })
  @Policy('discussion.read')
  savedPosts(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<PostType>> {
    return savedPosts(ctx, { first, after });
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer keeps it at hand' })
  saved(@Root() post: PostType, @Ctx() ctx: Context): Promise<boolean> {
    return ctx.load(savedByViewer, post.row.id);
  }

  @Mutation(() => PostPayload)
  @Policy('discussion.read')
  savePost(@Arg('input', () => SavePostInput) input: SavePostInput, @Ctx() ctx: Context): Promise<PostPayload> {
    return savePost(ctx, input);
  }
}
