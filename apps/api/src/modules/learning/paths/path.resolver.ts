import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { PersonType } from '../../accounts/index.js';
import { canReadVersions, ResourceOwner, resourceOwner } from '../../resources/index.js';
import { followPath, markStep, showOnPath } from './follow.commands.js';
import { createPath, discardPath, publishPath, returnPath, savePath, submitPath, takeBackPath, withdrawPath } from './path.commands.js';
import {
  CreatePathInput,
  FollowPathInput,
  MarkStepInput,
  PathActInput,
  PathPayload,
  ReturnPathInput,
  SavePathInput,
  ShowOnPathInput,
} from './path.inputs.js';
import { canEditPath, canIssueCertificates, canReviewPath } from './path.policy.js';
import { followedPaths, learningPath, learningPaths, ownEnrolment, ownPaths, pathFigures, pathsToReview } from './path.queries.js';
import { LearningPathConnection, LearningPathType, PathEnrolmentType, PathStepType, PathViewerCan } from './path.types.js';
import { pathSteps, peersOnStep } from './step.queries.js';

@Resolver(() => LearningPathType)
export class PathResolver {
  @Query(() => LearningPathType, { nullable: true, description: 'By exactly one of slug and id; null where the viewer may not read it' })
  @Policy('public.read')
  learningPath(
    @Ctx() ctx: Context,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
  ): Promise<LearningPathType | null> {
    return learningPath(ctx, { slug: slug ?? null, id: id ?? null });
  }

  @Query(() => LearningPathConnection, { description: 'Published paths that the viewer may read, the newest first' })
  @Policy('public.read')
  learningPaths(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<LearningPathType>> {
    return learningPaths(ctx, { first, after: after ?? null });
  }

  @Query(() => LearningPathConnection, { description: 'What the viewer has written, the last one first' })
  @Policy('resource.propose')
  ownPaths(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<LearningPathType>> {
    return ownPaths(ctx, { first, after: after ?? null });
  }

  @Query(() => LearningPathConnection, { description: 'Paths that the viewer follows or has completed, and may read' })
  @Policy('resource.propose')
  followedPaths(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<LearningPathType>> {
    return followedPaths(ctx, { first, after: after ?? null });
  }

  @Query(() => LearningPathConnection, { description: 'What waits for the viewer as a reviewer, the longest waiting first' })
  @Policy('resource.review')
  pathsToReview(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<LearningPathType>> {
    return pathsToReview(ctx, { first, after: after ?? null });
  }

  @FieldResolver(() => ResourceOwner, { nullable: true, description: 'What it belongs to' })
  owner(@Root() { row }: LearningPathType, @Ctx() ctx: Context): Promise<ResourceOwner | null> {
    return resourceOwner(ctx, row);
  }

  @FieldResolver(() => [PathStepType])
  steps(@Root() { row }: LearningPathType, @Ctx() ctx: Context): Promise<PathStepType[]> {
    return pathSteps(ctx, row);
  }

  @FieldResolver(() => PathEnrolmentType, { nullable: true, description: "The viewer's way along it; null where they do not follow it" })
  async enrolment(@Root() { row }: LearningPathType, @Ctx() ctx: Context): Promise<PathEnrolmentType | null> {
    return ctx.viewer.personId === null ? null : ctx.load(ownEnrolment, row.id);
  }

  @FieldResolver(() => [PersonType], { description: "Others on the viewer's step who wish to be seen; empty for who does not follow it" })
  peers(@Root() { row }: LearningPathType, @Ctx() ctx: Context): Promise<PersonType[]> {
    return peersOnStep(ctx, row);
  }

  @FieldResolver(() => Int, { description: 'How many follow it or have completed it' })
  async followersCount(@Root() { row }: LearningPathType, @Ctx() ctx: Context): Promise<number> {
    return (await ctx.load(pathFigures, row.id)).follow;
  }

  @FieldResolver(() => Int)
  async completionsCount(@Root() { row }: LearningPathType, @Ctx() ctx: Context): Promise<number> {
    return (await ctx.load(pathFigures, row.id)).completed;
  }

  @FieldResolver(() => String, { description: 'Of the reviewer who gave it back, for its writer; else empty' })
  remarks(@Root() { row }: LearningPathType, @Ctx() { viewer }: Context): string {
    return row.state === 'DRAFT' && canReadVersions(viewer, row) ? row.remarks : '';
  }

  @FieldResolver(() => PathViewerCan)
  viewerCan(@Root() { row }: LearningPathType, @Ctx() { viewer }: Context): PathViewerCan {
    const [edit, review, inside] = [canEditPath(viewer, row), canReviewPath(viewer, row), canReadVersions(viewer, row)];
    const own = row.proposed_by !== null && row.proposed_by === viewer.personId;
    return {
      edit,
      submit: inside && row.state === 'DRAFT' && !row.awaits_review,
      takeBack: own && row.awaits_review,
      review: review && (row.awaits_review || row.state === 'WITHDRAWN'),
      withdraw: inside && row.state === 'PUBLISHED',
      discard: edit && row.state === 'DRAFT' && !row.awaits_review,
      enrol: viewer.personId !== null && row.state === 'PUBLISHED',
      certificates: canIssueCertificates(viewer, row),
    };
  }

  @Mutation(() => PathPayload, { description: 'Begins a draft that only its writer sees' })
  @Policy('resource.propose')
  createPath(@Ctx() ctx: Context, @Arg('input', () => CreatePathInput) input: CreatePathInput): Promise<PathPayload> {
    return createPath(ctx, input);
  }

  @Mutation(() => PathPayload)
  @Policy('resource.propose')
  savePath(@Ctx() ctx: Context, @Arg('input', () => SavePathInput) input: SavePathInput): Promise<PathPayload> {
    return savePath(ctx, input);
  }

  @Mutation(() => PathPayload)
  @Policy('resource.propose')
  submitPath(@Ctx() ctx: Context, @Arg('input', () => PathActInput) input: PathActInput): Promise<PathPayload> {
    return submitPath(ctx, input);
  }

  @Mutation(() => PathPayload)
  @Policy('resource.propose')
  takeBackPath(@Ctx() ctx: Context, @Arg('input', () => PathActInput) input: PathActInput): Promise<PathPayload> {
    return takeBackPath(ctx, input);
  }

  @Mutation(() => PathPayload, { description: 'Gives it back to its writer' })
  @Policy('resource.review')
  returnPath(@Ctx() ctx: Context, @Arg('input', () => ReturnPathInput) input: ReturnPathInput): Promise<PathPayload> {
    return returnPath(ctx, input);
  }

  @Mutation(() => PathPayload, { description: 'Publishes what was submitted, or anew what was withdrawn' })
  @Policy('resource.review')
  publishPath(@Ctx() ctx: Context, @Arg('input', () => PathActInput) input: PathActInput): Promise<PathPayload> {
    return publishPath(ctx, input);
  }

  @Mutation(() => PathPayload)
  @Policy('resource.propose')
  withdrawPath(@Ctx() ctx: Context, @Arg('input', () => PathActInput) input: PathActInput): Promise<PathPayload> {
    return withdrawPath(ctx, input);
  }

  @Mutation(() => PathPayload, { description: 'Deletes a draft' })
  @Policy('resource.propose')
  discardPath(@Ctx() ctx: Context, @Arg('input', () => PathActInput) input: PathActInput): Promise<PathPayload> {
    return discardPath(ctx, input);
  }

  @Mutation(() => PathPayload, { description: 'Follows a path, or follows it no more' })
  @Policy('resource.propose')
  followPath(@Ctx() ctx: Context, @Arg('input', () => FollowPathInput) input: FollowPathInput): Promise<PathPayload> {
    return followPath(ctx, input);
  }

  @Mutation(() => PathPayload, { description: 'Whether others on the same step see the viewer' })
  @Policy('resource.propose')
  showOnPath(@Ctx() ctx: Context, @Arg('input', () => ShowOnPathInput) input: ShowOnPathInput): Promise<PathPayload> {
    return showOnPath(ctx, input);
  }

  @Mutation(() => PathPayload, { description: 'Notes that the viewer has done a task, or takes that back' })
  @Policy('resource.propose')
  markStep(@Ctx() ctx: Context, @Arg('input', () => MarkStepInput) input: MarkStepInput): Promise<PathPayload> {
    return markStep(ctx, input);
  }
}
