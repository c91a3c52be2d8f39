import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { PostPayload } from '../discussions.inputs.js';
import { PostType } from '../post.type.js';
import { react } from './react.js';
import { PostReactionsType, ReactInput, ReactorType } from './reaction.types.js';
import { NO_REACTIONS, reactionsTo, reactorsTo } from './reactions.queries.js';

@Resolver(() => PostType)
export class ReactionResolver {
  @FieldResolver(() => PostReactionsType)
  async reactions(@Root() post: PostType, @Ctx() ctx: Context): Promise<PostReactionsType> {
    return post.body === null ? NO_REACTIONS : ctx.load(reactionsTo, post.row.id);
  }

  @FieldResolver(() => [ReactorType], {
    description: 'Who reacted, the latest first, 100 at most; empty where the viewer may not read the text',
  })
  async reactors(@Root() post: PostType, @Ctx() ctx: Context): Promise<ReactorType[]> {
    return post.body === null ? [] : ctx.load(reactorsTo, post.row.id);
  }

  @Mutation(() => PostPayload)
  @Policy('discussion.write')
  react(@Arg('input', () => ReactInput) input: ReactInput, @Ctx() ctx: Context): Promise<PostPayload> {
    return react(ctx, input);
  }
}
