import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { threadCategories } from './categories.queries.js';
import { ArrangeThreadPayload } from '../arranging/arranging.types.js';
import { categoriseThread } from './categorise-thread.js';
import {
  CategoriseThreadInput,
  OrderThreadCategoriesInput,
  SaveThreadCategoryInput,
  ThreadCategoriesPayload,
  ThreadCategoriesType,
  ThreadCategoryPayload,
} from './category.types.js';
import { orderThreadCategories, saveThreadCategory } from './save-category.js';

/** Categories of a network's threads, kept by those who moderate it. */
@Resolver()
export class CategoryResolver {
  @Query(() => ThreadCategoriesType, { nullable: true, description: 'Null where the viewer does not read the network’s discussions' })
  @Policy('discussion.read')
  threadCategories(
    @Arg('network', () => String, { description: 'Its slug' }) network: string,
    @Ctx() ctx: Context,
  ): Promise<ThreadCategoriesType | null> {
    return threadCategories(ctx, network);
  }

  @Mutation(() => ThreadCategoryPayload)
  @Policy('moderation.configure')
  saveThreadCategory(
    @Arg('input', () => SaveThreadCategoryInput) input: SaveThreadCategoryInput,
    @Ctx() ctx: Context,
  ): Promise<ThreadCategoryPayload> {
    return saveThreadCategory(ctx, input);
  }

  @Mutation(() => ThreadCategoriesPayload)
  @Policy('moderation.configure')
  orderThreadCategories(
    @Arg('input', () => OrderThreadCategoriesInput) input: OrderThreadCategoriesInput,
    @Ctx() ctx: Context,
  ): Promise<ThreadCategoriesPayload> {
    return orderThreadCategories(ctx, input);
  }

  @Mutation(() => ArrangeThreadPayload, { description: 'Puts a thread into another category of its network' })
  @Policy('moderation.decide')
  categoriseThread(
    @Arg('input', () => CategoriseThreadInput) input: CategoriseThreadInput,
    @Ctx() ctx: Context,
  ): Promise<ArrangeThreadPayload> {
    return categoriseThread(ctx, input);
  }
}
