import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { readableResources, resourceById, resourceOwner, ResourceOwner, ResourceType, toResource } from '../resources/index.js';
import { addLibrarySource, cancelHarvest, changeLibrarySource, lockHarvestedFields, runHarvest } from './commands/source-commands.js';
import {
  harvestNotes,
  lastRun,
  librarySource,
  librarySources,
  resourceCount,
  runsOf,
  sourceIdOf,
  sourceOf,
} from './harvest/source.queries.js';
import {
  AddLibrarySourceInput,
  ChangeLibrarySourceInput,
  HarvestInput,
  HarvestNoteConnection,
  HarvestNoteType,
  HarvestRunConnection,
  HarvestRunType,
  LibrarySourceConnection,
  LibrarySourcePayload,
  LibrarySourceType,
  LockHarvestedFieldsInput,
  LockHarvestedFieldsPayload,
  ResourceSourceType,
} from './harvest/source.type.js';

@Resolver(() => LibrarySourceType)
export class LibrarySourceResolver {
  @Query(() => LibrarySourceType, { nullable: true })
  @Policy('register.change')
  librarySource(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<LibrarySourceType | null> {
    return librarySource(ctx, id);
  }

  @Query(() => LibrarySourceConnection, { description: 'Repositories that the library is filled from, by name' })
  @Policy('register.change')
  librarySources(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<LibrarySourceType>> {
    return librarySources(ctx, { first, after: after ?? null });
  }

  @Query(() => HarvestNoteConnection, { description: 'What could not be taken, or was here already, of one run' })
  @Policy('register.change')
  harvestNotes(
    @Ctx() ctx: Context,
    @Arg('runId', () => ID) runId: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<HarvestNoteType>> {
    return harvestNotes(ctx, runId, { first, after: after ?? null });
  }

  @FieldResolver(() => ResourceOwner, { nullable: true })
  owner(@Root() { ownerColumns }: LibrarySourceType, @Ctx() ctx: Context): Promise<ResourceOwner | null> {
    return resourceOwner(ctx, ownerColumns);
  }

  @FieldResolver(() => HarvestRunType, { nullable: true })
  lastRun(@Root() { id }: LibrarySourceType, @Ctx() ctx: Context): Promise<HarvestRunType | null> {
    return ctx.load(lastRun, sourceIdOf(id));
  }

  @FieldResolver(() => HarvestRunConnection)
  runs(
    @Root() { id }: LibrarySourceType,
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<HarvestRunType>> {
    return runsOf(ctx, sourceIdOf(id), { first, after: after ?? null });
  }

  @FieldResolver(() => Int)
  resourceCount(@Root() { id }: LibrarySourceType, @Ctx() ctx: Context): Promise<number> {
    return ctx.load(resourceCount, sourceIdOf(id));
  }

  @Mutation(() => LibrarySourcePayload)
  @Policy('register.change')
  addLibrarySource(
    @Ctx() ctx: Context,
    @Arg('input', () => AddLibrarySourceInput) input: AddLibrarySourceInput,
  ): Promise<LibrarySourcePayload> {
    return addLibrarySource(ctx, input);
  }

  @Mutation(() => LibrarySourcePayload)
  @Policy('register.change')
  changeLibrarySource(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeLibrarySourceInput) input: ChangeLibrarySourceInput,
  ): Promise<LibrarySourcePayload> {
    return changeLibrarySource(ctx, input);
  }

  @Mutation(() => LibrarySourcePayload, { description: 'Begins a harvest, or goes on with one that failed' })
  @Policy('register.change')
  runHarvest(@Ctx() ctx: Context, @Arg('input', () => HarvestInput) input: HarvestInput): Promise<LibrarySourcePayload> {
    return runHarvest(ctx, input);
  }

  @Mutation(() => LibrarySourcePayload, { description: 'Stops a harvest; what it has brought stays' })
  @Policy('register.change')
  cancelHarvest(@Ctx() ctx: Context, @Arg('input', () => HarvestInput) input: HarvestInput): Promise<LibrarySourcePayload> {
    return cancelHarvest(ctx, input);
  }

  @Mutation(() => LockHarvestedFieldsPayload, { description: 'Keeps fields of a harvested resource as they are, whatever its source says' })
  @Policy('register.change')
  lockHarvestedFields(
    @Ctx() ctx: Context,
    @Arg('input', () => LockHarvestedFieldsInput) input: LockHarvestedFieldsInput,
  ): Promise<LockHarvestedFieldsPayload> {
    return lockHarvestedFields(ctx, input);
  }
}

@Resolver(() => HarvestNoteType)
export class HarvestNoteResolver {
  @FieldResolver(() => ResourceType, { nullable: true })
  async resource(@Root() { resourceId }: HarvestNoteType, @Ctx() ctx: Context): Promise<ResourceType | null> {
    if (resourceId === null || !(await readableResources(ctx, [resourceId])).has(resourceId)) return null;
    const row = await ctx.load(resourceById, resourceId);
    return row && toResource(row);
  }
}

@Resolver(() => ResourceType)
export class ResourceSourceResolver {
  @FieldResolver(() => ResourceSourceType, { nullable: true, description: 'Where it was harvested from; null for what was written here' })
  source(@Root() root: ResourceType, @Ctx() ctx: Context): Promise<ResourceSourceType | null> {
    return sourceOf(ctx, root);
  }
}
