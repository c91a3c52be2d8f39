import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { LibraryFilter, LibraryPage, LibraryReason, LibrarySuggestion } from './library.types.js';
import { library } from './queries/library.queries.js';
import { libraryReasons } from './queries/reasons.js';
import { librarySuggestions } from './queries/suggestions.js';

@Resolver()
export class LibraryResolver {
  @Query(() => LibraryPage, { description: 'Published resources that the viewer may read, sought by words and narrowed by facets' })
  @Policy('public.read')
  library(
    @Arg('first', () => Int, { description: '1 to 100' }) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('query', () => String, { nullable: true, description: 'Empty: the newest' }) query?: string | null,
    @Arg('filter', () => LibraryFilter, { nullable: true }) filter?: LibraryFilter | null,
  ): Promise<LibraryPage> {
    return library(ctx, { first, after: after ?? null, query: query ?? '', filter: filter ?? {} });
  }

  @Query(() => [LibraryReason], {
    description: 'Resources by the topics of networks that the viewer takes part in; none where the viewer does not want them',
  })
  @Policy('profile.own')
  libraryReasons(@Ctx() ctx: Context): Promise<LibraryReason[]> {
    return libraryReasons(ctx);
  }

  @Query(() => [LibrarySuggestion], { description: 'Topics and titles that begin with what somebody types' })
  @Policy('public.read')
  librarySuggestions(
    @Arg('query', () => String) query: string,
    @Arg('first', () => Int, { description: '1 to 100' }) first: number,
    @Ctx() ctx: Context,
  ): Promise<LibrarySuggestion[]> {
    return librarySuggestions(ctx, query, first);
  }
}
