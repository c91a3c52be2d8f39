import { isPublished, legalActs, RESOURCE, type ResourceKind } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { topicById, toTopic, TopicType } from '../centres/index.js';
import { confirmCurrent, markOutdated, promoteResource, restoreResource, withdrawResource } from './commands/change-state.js';
import { createResource } from './commands/create-resource.js';
import { discardDraft, publishResource, returnResource, submitResource, takeBackResource } from './commands/review-resource.js';
import { saveResource } from './commands/save-resource.js';
import { ResourceKindEnum } from './enums.js';
import { resourceOwners } from './own-owners.queries.js';
import { resourceOwner } from './owners.js';
import { canReadVersions, canReviewResource, canWriteResource } from './resource.policy.js';
import {
  CreateResourceInput,
  PromoteResourceInput,
  ResourceActInput,
  ResourcePayload,
  ReturnResourceInput,
  SaveResourceInput,
} from './resource.inputs.js';
import { promotedResources, ownResources, resource, resourcesOf, resourcesToReview } from './resource.queries.js';
import {
  ResourceConnection,
  ResourceOwner,
  ResourceRemarkType,
  ResourceType,
  ResourceVersionType,
  ResourceViewerCan,
} from './resource.type.js';
import { topicsOf } from './topics.js';
import { openVersionFor, publishedVersions, shownVersion } from './version.queries.js';

@Resolver(() => ResourceType)
export class ResourceResolver {
  @Query(() => ResourceType, { nullable: true, description: 'By exactly one of slug and id; null where the viewer may not read it' })
  @Policy('public.read')
  resource(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
  ): Promise<ResourceType | null> {
    return resource(ctx, { slug: slug ?? null, id: id ?? null });
  }

  @Query(() => ResourceConnection, { description: 'What the viewer has proposed, the last one first' })
  @Policy('resource.propose')
  ownResources(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<ResourceType>> {
    return ownResources(ctx, { first, after: after ?? null });
  }

  @Query(() => ResourceConnection, { description: 'What waits for the viewer as a reviewer, the longest waiting first' })
  @Policy('resource.review')
  resourcesToReview(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<ResourceType>> {
    return resourcesToReview(ctx, { first, after: after ?? null });
  }

  @Query(() => ResourceConnection, {
    description: 'Published resources of a network, structure, centre or school that the viewer may read, the newest first',
  })
  @Policy('public.read')
  ownerResources(
    @Ctx() ctx: Context,
    @Arg('ownerId', () => ID) ownerId: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('kind', () => ResourceKindEnum, { nullable: true }) kind?: ResourceKind | null,
  ): Promise<Page<ResourceType>> {
    return resourcesOf(ctx, ownerId, { first, after: after ?? null, kind: kind ?? null });
  }

  @Query(() => [ResourceType], { description: 'Published resources within a territory that were put forward, the latest first' })
  @Policy('public.read')
  promotedResources(
    @Ctx() ctx: Context,
    @Arg('territoryId', () => ID) territoryId: string,
    @Arg('first', () => Int, { description: '1 to 100' }) first: number,
  ): Promise<ResourceType[]> {
    return promotedResources(ctx, territoryId, first);
  }

  @Query(() => [ResourceOwner], {
    description: 'Where the viewer may propose a resource: what they have to do with; counties by name where something is searched for',
  })
  @Policy('resource.propose')
  resourceOwners(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('search', () => String, { nullable: true }) search?: string | null,
  ): Promise<ResourceOwner[]> {
    return resourceOwners(ctx, { first, search: search ?? null });
  }

  @FieldResolver(() => ResourceOwner, { nullable: true, description: 'What it belongs to' })
  owner(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<ResourceOwner | null> {
    return resourceOwner(ctx, row);
  }

  @FieldResolver(() => [TopicType])
  async topics(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<TopicType[]> {
    const topics = await ctx.loadMany(topicById, await ctx.load(topicsOf, row.id));
    return topics.flatMap((topic) => (topic ? [toTopic(ctx, topic)] : []));
  }

  @FieldResolver(() => ResourceVersionType, { nullable: true, description: 'All that the version says that is shown' })
  shown(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<ResourceVersionType | null> {
    return shownVersion(ctx, row);
  }

  @FieldResolver(() => ResourceVersionType, {
    nullable: true,
    description: 'The version that is being written or reviewed; null for those who do neither',
  })
  open(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<ResourceVersionType | null> {
    return openVersionFor(ctx, row);
  }

  @FieldResolver(() => [ResourceVersionType], { description: 'Versions that were published, the newest first' })
  versions(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<ResourceVersionType[]> {
    return publishedVersions(ctx, row);
  }

  @FieldResolver(() => ResourceViewerCan)
  viewerCan(@Root() { row }: ResourceType, @Ctx() { viewer }: Context): ResourceViewerCan {
    const write = canWriteResource(viewer, row);
    const review = canReviewResource(viewer, row);
    const inside = canReadVersions(viewer, row);
    const acts = legalActs(RESOURCE, row.state);
    return {
      edit: write && row.state !== 'WITHDRAWN' && row.open_state !== 'SUBMITTED',
      submit: write && row.open_state === 'DRAFT',
      takeBack: inside && row.open_state === 'SUBMITTED' && [row.proposed_by, row.open_submitted_by].includes(viewer.personId ?? ''),
      review: review && row.open_state === 'SUBMITTED',
      outdate: (inside && acts.includes('OUTDATE')) || (review && acts.includes('CONFIRM')),
      promote: review && (row.state === 'PUBLISHED' || row.promoted_at !== null),
      withdraw: inside && isPublished(row.state),
      restore: review && acts.includes('RESTORE'),
      discard: write && row.open_state === 'DRAFT',
    };
  }

  @Mutation(() => ResourcePayload, { description: 'Begins a draft that only its writer sees' })
  @Policy('resource.propose')
  createResource(@Ctx() ctx: Context, @Arg('input', () => CreateResourceInput) input: CreateResourceInput): Promise<ResourcePayload> {
    return createResource(ctx, input);
  }

  @Mutation(() => ResourcePayload, { description: 'Keeps the draft, or begins a new version of what is published' })
  @Policy('resource.propose')
  saveResource(@Ctx() ctx: Context, @Arg('input', () => SaveResourceInput) input: SaveResourceInput): Promise<ResourcePayload> {
    return saveResource(ctx, input);
  }

  @Mutation(() => ResourcePayload)
  @Policy('resource.propose')
  submitResource(@Ctx() ctx: Context, @Arg('input', () => ResourceActInput) input: ResourceActInput): Promise<ResourcePayload> {
    return submitResource(ctx, input);
  }

  @Mutation(() => ResourcePayload)
  @Policy('resource.propose')
  takeBackResource(@Ctx() ctx: Context, @Arg('input', () => ResourceActInput) input: ResourceActInput): Promise<ResourcePayload> {
    return takeBackResource(ctx, input);
  }

  @Mutation(() => ResourcePayload, { description: 'Deletes the draft; a resource of which nothing was published goes with it' })
  @Policy('resource.propose')
  discardDraft(@Ctx() ctx: Context, @Arg('input', () => ResourceActInput) input: ResourceActInput): Promise<ResourcePayload> {
    return discardDraft(ctx, input);
  }

  @Mutation(() => ResourcePayload, { description: 'Gives it back with remarks in their places' })
  @Policy('resource.review')
  returnResource(@Ctx() ctx: Context, @Arg('input', () => ReturnResourceInput) input: ReturnResourceInput): Promise<ResourcePayload> {
    return returnResource(ctx, input);
  }

  @Mutation(() => ResourcePayload)
  @Policy('resource.review')
  publishResource(@Ctx() ctx: Context, @Arg('input', () => ResourceActInput) input: ResourceActInput): Promise<ResourcePayload> {
    return publishResource(ctx, input);
  }

  @Mutation(() => ResourcePayload, { description: 'Warns readers that it no longer holds' })
  @Policy('resource.propose')
  markOutdated(@Ctx() ctx: Context, @Arg('input', () => ResourceActInput) input: ResourceActInput): Promise<ResourcePayload> {
    return markOutdated(ctx, input);
  }

  @Mutation(() => ResourcePayload, { description: 'Takes that warning back' })
  @Policy('resource.review')
  confirmCurrent(@Ctx() ctx: Context, @Arg('input', () => ResourceActInput) input: ResourceActInput): Promise<ResourcePayload> {
    return confirmCurrent(ctx, input);
  }

  @Mutation(() => ResourcePayload)
  @Policy('resource.propose')
  withdrawResource(@Ctx() ctx: Context, @Arg('input', () => ResourceActInput) input: ResourceActInput): Promise<ResourcePayload> {
    return withdrawResource(ctx, input);
  }

  @Mutation(() => ResourcePayload)
  @Policy('resource.review')
  restoreResource(@Ctx() ctx: Context, @Arg('input', () => ResourceActInput) input: ResourceActInput): Promise<ResourcePayload> {
    return restoreResource(ctx, input);
  }
}

@Resolver(() => ResourceVersionType)
export class ResourceVersionResolver {
  @FieldResolver(() => [TopicType])
  async topics(@Root() { row }: ResourceVersionType, @Ctx() ctx: Context): Promise<TopicType[]> {
    const topics = await ctx.loadMany(topicById, row.content.topicIds);
    return topics.flatMap((topic) => (topic ? [toTopic(ctx, topic)] : []));
  }

  @FieldResolver(() => [ResourceRemarkType], { description: 'Of the last reviewer who gave it back; empty once it is published' })
  remarks(@Root() { row }: ResourceVersionType): ResourceRemarkType[] {
    return row.state === 'DRAFT' ? row.remarks : [];
  }

  @Mutation(() => ResourcePayload, { description: 'Puts it forward to others, or does so no more' })
  @Policy('resource.review')
  promoteResource(@Ctx() ctx: Context, @Arg('input', () => PromoteResourceInput) input: PromoteResourceInput): Promise<ResourcePayload> {
    return promoteResource(ctx, input);
  }
}
