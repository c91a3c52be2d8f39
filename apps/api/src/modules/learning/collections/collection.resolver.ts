import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { ResourceType } from '../../resources/index.js';
import {
  collectResource,
  copyCollection,
  createCollection,
  deleteCollection,
  saveCollection,
  showCollection,
} from './collection.commands.js';
import { collection, collections, itemsOf, ownCollectionsWith, ownsCollection } from './collection.queries.js';
import {
  CollectionActInput,
  CollectionConnection,
  CollectionItemType,
  CollectionPayload,
  CollectionType,
  CollectResourceInput,
  CopyCollectionInput,
  CreateCollectionInput,
  SaveCollectionInput,
  ShowCollectionInput,
} from './collection.types.js';

@Resolver(() => CollectionType)
export class CollectionResolver {
  @Query(() => CollectionType, { nullable: true, description: 'Null where the viewer may not read it' })
  @Policy('public.read')
  collection(@Ctx() ctx: Context, @Arg('slug', () => String) slug: string): Promise<CollectionType | null> {
    return collection(ctx, slug);
  }

  @Query(() => CollectionConnection, { description: 'Collections that everybody may read, the last changed first' })
  @Policy('public.read')
  collections(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<CollectionType>> {
    return collections(ctx, { own: false, first, after: after ?? null });
  }

  @Query(() => CollectionConnection, { description: "The viewer's own, the last changed first" })
  @Policy('resource.propose')
  ownCollections(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<CollectionType>> {
    return collections(ctx, { own: true, first, after: after ?? null });
  }

  @FieldResolver(() => [CollectionItemType], { description: 'What of it the viewer may read, in order' })
  async items(@Root() { row }: CollectionType, @Ctx() ctx: Context): Promise<CollectionItemType[]> {
    return (await itemsOf(ctx, row)).items;
  }

  @FieldResolver(() => Int, { description: 'How much of it its owner may not read any more; for others 0' })
  async closedCount(@Root() { row }: CollectionType, @Ctx() ctx: Context): Promise<number> {
    return (await itemsOf(ctx, row)).closed;
  }

  @FieldResolver(() => Boolean, { description: "Whether it is the viewer's own" })
  isOwn(@Root() { row }: CollectionType, @Ctx() { viewer }: Context): boolean {
    return ownsCollection(viewer, row);
  }

  @Mutation(() => CollectionPayload)
  @Policy('resource.propose')
  createCollection(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateCollectionInput) input: CreateCollectionInput,
  ): Promise<CollectionPayload> {
    return createCollection(ctx, input);
  }

  @Mutation(() => CollectionPayload)
  @Policy('resource.propose')
  saveCollection(@Ctx() ctx: Context, @Arg('input', () => SaveCollectionInput) input: SaveCollectionInput): Promise<CollectionPayload> {
    return saveCollection(ctx, input);
  }

  @Mutation(() => CollectionPayload, { description: 'Lets everybody read it, or its owner alone' })
  @Policy('resource.propose')
  showCollection(@Ctx() ctx: Context, @Arg('input', () => ShowCollectionInput) input: ShowCollectionInput): Promise<CollectionPayload> {
    return showCollection(ctx, input);
  }

  @Mutation(() => CollectionPayload)
  @Policy('resource.propose')
  deleteCollection(@Ctx() ctx: Context, @Arg('input', () => CollectionActInput) input: CollectionActInput): Promise<CollectionPayload> {
    return deleteCollection(ctx, input);
  }

  @Mutation(() => CollectionPayload, { description: "Makes one of the viewer's own from one that they may read" })
  @Policy('resource.propose')
  copyCollection(@Ctx() ctx: Context, @Arg('input', () => CopyCollectionInput) input: CopyCollectionInput): Promise<CollectionPayload> {
    return copyCollection(ctx, input);
  }

  @Mutation(() => CollectionPayload, { description: 'Puts a resource into a collection, or takes it out' })
  @Policy('resource.propose')
  collectResource(@Ctx() ctx: Context, @Arg('input', () => CollectResourceInput) input: CollectResourceInput): Promise<CollectionPayload> {
    return collectResource(ctx, input);
  }
}

@Resolver(() => ResourceType)
export class CollectedResolver {
  @FieldResolver(() => [ID], { description: "The viewer's own collections that hold it" })
  async ownCollectionIds(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<string[]> {
    return ctx.viewer.personId === null ? [] : ctx.load(ownCollectionsWith, row.id);
  }
}
