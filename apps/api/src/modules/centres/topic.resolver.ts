import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { createTopic, editTopic, retireTopic } from './commands/edit-topic.js';
import { parentTopic, topic, topics } from './topic.queries.js';
import { CreateTopicInput, EditTopicInput, RetireTopicInput, TopicConnection, TopicPayload, TopicType } from './topic.type.js';

@Resolver(() => TopicType)
export class TopicResolver {
  @Query(() => TopicType, { nullable: true, description: 'By id or slug' })
  @Policy('public.read')
  topic(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
  ): Promise<TopicType | null> {
    return topic(ctx, { id: id ?? null, slug: slug ?? null });
  }

  @Query(() => TopicConnection, { description: 'Topics by name; `search` looks in names and synonyms of four languages' })
  @Policy('public.read')
  topics(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('search', () => String, { nullable: true }) search?: string | null,
    @Arg('includeRetired', () => Boolean, { nullable: true }) includeRetired?: boolean | null,
  ): Promise<Page<TopicType>> {
    return topics(ctx, { first, after: after ?? null, search: search ?? null, includeRetired: includeRetired ?? false });
  }

  @FieldResolver(() => TopicType, { nullable: true })
  parent(@Root() root: TopicType, @Ctx() ctx: Context): Promise<TopicType | null> {
    return parentTopic(ctx, root);
  }

  @Mutation(() => TopicPayload)
  @Policy('topic.edit')
  createTopic(@Arg('input', () => CreateTopicInput) input: CreateTopicInput, @Ctx() ctx: Context): Promise<TopicPayload> {
    return createTopic(ctx, input);
  }

  @Mutation(() => TopicPayload)
  @Policy('topic.edit')
  editTopic(@Arg('input', () => EditTopicInput) input: EditTopicInput, @Ctx() ctx: Context): Promise<TopicPayload> {
    return editTopic(ctx, input);
  }

  @Mutation(() => TopicPayload)
  @Policy('topic.edit')
  retireTopic(@Arg('input', () => RetireTopicInput) input: RetireTopicInput, @Ctx() ctx: Context): Promise<TopicPayload> {
    return retireTopic(ctx, input);
  }
}
