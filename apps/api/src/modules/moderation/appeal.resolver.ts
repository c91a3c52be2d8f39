import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import {
  AppealItemConnection,
  AppealPayload,
  AppealType,
  DecideAppealInput,
  MakeAppealInput,
  OwnDecisionConnection,
  type OwnDecisionType,
} from './appeal.types.js';
import { appeals, decisionsOnViewer, type AppealItem } from './appeals.queries.js';
import { decideAppeal } from './commands/decide-appeal.js';
import { makeAppeal } from './commands/make-appeal.js';

/** Appeals against decisions: making, reading and answering them. */
@Resolver(() => AppealType)
export class AppealResolver {
  @Query(() => AppealItemConnection, { description: 'Open appeals that the viewer may decide, longest waiting first' })
  @Policy('appeal.decide')
  appeals(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<AppealItem>> {
    return appeals(ctx, { first, after });
  }

  @Query(() => OwnDecisionConnection, {
    description: 'Decisions of moderators on what the viewer wrote, or on their membership, newest first',
  })
  @Policy('appeal.make')
  decisionsOnViewer(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<OwnDecisionType>> {
    return decisionsOnViewer(ctx, { first, after });
  }

  @Mutation(() => AppealPayload, { description: 'Appeals, once, against a decision that took something from the viewer' })
  @Policy('appeal.make')
  makeAppeal(@Arg('input', () => MakeAppealInput) input: MakeAppealInput, @Ctx() ctx: Context): Promise<AppealPayload> {
    return makeAppeal(ctx, input);
  }

  @Mutation(() => AppealPayload, { description: 'Answers an appeal; never by who decided first' })
  @Policy('appeal.decide')
  decideAppeal(@Arg('input', () => DecideAppealInput) input: DecideAppealInput, @Ctx() ctx: Context): Promise<AppealPayload> {
    return decideAppeal(ctx, input);
  }
}
