import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { ResourcePayload, ResourceType } from '../../resources/index.js';
import { saveQuiz, submitQuiz } from './quiz.commands.js';
import { quizDraft, shownQuiz } from './quiz.queries.js';
import { QuizDraftType, QuizPayload, ResourceQuizType, SaveQuizInput, SubmitQuizInput } from './quiz.types.js';

@Resolver(() => ResourceType)
export class QuizResolver {
  @FieldResolver(() => ResourceQuizType, { nullable: true, description: 'Its self-check, without the answers' })
  quiz(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<ResourceQuizType | null> {
    return shownQuiz(ctx, row);
  }

  @FieldResolver(() => QuizDraftType, { nullable: true, description: 'Its self-check with the answers, for those who write or review it' })
  quizDraft(@Root() { row }: ResourceType, @Ctx() ctx: Context): Promise<QuizDraftType | null> {
    return quizDraft(ctx, row);
  }

  @Mutation(() => ResourcePayload, { description: 'Keeps the self-check of the version that is being written' })
  @Policy('resource.propose')
  saveQuiz(@Ctx() ctx: Context, @Arg('input', () => SaveQuizInput) input: SaveQuizInput): Promise<ResourcePayload> {
    return saveQuiz(ctx, input);
  }

  @Mutation(() => QuizPayload, { description: 'Grades an attempt of the viewer' })
  @Policy('resource.propose')
  submitQuiz(@Ctx() ctx: Context, @Arg('input', () => SubmitQuizInput) input: SubmitQuizInput): Promise<QuizPayload> {
    return submitQuiz(ctx, input);
  }
}
