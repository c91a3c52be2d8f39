import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { search } from './search.queries.js';
import { SearchResult } from './search.types.js';

@Resolver()
export class SearchResolver {
  @Query(() => SearchResult, { description: 'Everything of a name that the viewer may read, grouped by kind' })
  @Policy('public.read')
  search(
    @Arg('query', () => String) query: string,
    @Arg('first', () => Int, { description: 'At most so many of each kind, 1 to 100' }) first: number,
    @Ctx() ctx: Context,
  ): Promise<SearchResult> {
    return search(ctx, query, first);
  }
}
