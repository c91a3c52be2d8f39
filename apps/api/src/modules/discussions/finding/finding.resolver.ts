import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { FoundPostConnection, PostSearchInput, type FoundPostType } from './found-post.types.js';
import { searchPosts } from './search-posts.js';

@Resolver()
export class FindingResolver {
  @Query(() => FoundPostConnection, {
    description: 'Posts that the viewer may read and that hold all words of the query, the newest first',
  })
  @Policy('discussion.read')
  searchPosts(
    @Ctx() ctx: Context,
    @Arg('search', () => PostSearchInput) search: PostSearchInput,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<FoundPostType>> {
    return searchPosts(ctx, search, { first, after });
  }
}
