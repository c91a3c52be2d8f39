import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { ResourceType } from '../../resources/index.js';
import { markDone, saveNote, startResource } from './study.commands.js';
import { ownNote, ownStudies, ownStudy, toStudy } from './study.queries.js';
import {
  MarkDoneInput,
  ResourceStudyConnection,
  ResourceStudyType,
  SaveNoteInput,
  StudyPayload,
  StudyResourceInput,
} from './study.types.js';

@Resolver(() => ResourceType)
export class StudyResolver {
  @FieldResolver(() => ResourceStudyType, { nullable: true, description: "The viewer's own study of it" })
  async study(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<ResourceStudyType | null> {
    const own = ctx.viewer.personId === null ? null : await ctx.load(ownStudy, row.id);
    return own && toStudy(ctx, own);
  }

  @FieldResolver(() => String, { description: "The viewer's own note on it, Markdown; empty where there is none" })
  async ownNote(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<string> {
    return ctx.viewer.personId === null ? '' : ctx.load(ownNote, row.id);
  }

  @Query(() => ResourceStudyConnection, { description: 'What the viewer studies, or has finished, the last first' })
  @Policy('resource.propose')
  ownStudies(
    @Ctx() ctx: Context,
    @Arg('done', () => Boolean) done: boolean,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<ResourceStudyType>> {
    return ownStudies(ctx, { done, first, after: after ?? null });
  }

  @Mutation(() => StudyPayload, { description: 'Notes that the viewer has begun a resource, or how far they are' })
  @Policy('resource.propose')
  startResource(@Ctx() ctx: Context, @Arg('input', () => StudyResourceInput) input: StudyResourceInput): Promise<StudyPayload> {
    return startResource(ctx, input);
  }

  @Mutation(() => StudyPayload, { description: 'Notes that the viewer has finished a resource, or takes that back' })
  @Policy('resource.propose')
  markDone(@Ctx() ctx: Context, @Arg('input', () => MarkDoneInput) input: MarkDoneInput): Promise<StudyPayload> {
    return markDone(ctx, input);
  }

  @Mutation(() => StudyPayload, { description: "Keeps the viewer's own note on a resource" })
  @Policy('resource.propose')
  saveNote(@Ctx() ctx: Context, @Arg('input', () => SaveNoteInput) input: SaveNoteInput): Promise<StudyPayload> {
    return saveNote(ctx, input);
  }
}
