import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { ThreadType } from './thread.type.js';
import { postPreview, similarThreads } from './writing.queries.js';

/** What helps while somebody writes. */
@Resolver()
export class WritingResolver {
  @Query(() => String, { description: 'The HTML that a text would have as a post of this network' })
  @Policy('profile.own')
  postPreview(
    @Arg('network', () => String, { description: 'Slug of the network' }) network: string,
    @Arg('text', () => String, { description: 'Markdown' }) text: string,
    @Ctx() ctx: Context,
  ): Promise<string> {
    return postPreview(ctx, network, text);
  }

  @Query(() => [ThreadType], {
    description: 'Threads of a network that have words in common with a title, the most alike first; 5 at most',
  })
  @Policy('discussion.read')
  similarThreads(
    @Arg('network', () => String, { description: 'Slug of the network' }) network: string,
    @Arg('title', () => String) title: string,
    @Ctx() ctx: Context,
  ): Promise<ThreadType[]> {
    return similarThreads(ctx, network, title);
  }
}
