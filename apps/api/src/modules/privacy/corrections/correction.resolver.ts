import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { decideCorrection } from '../commands/decide-correction.js';
import { requestCorrection } from '../commands/request-correction.js';
import { corrections, ownCorrections } from './correction.queries.js';
import {
  CorrectionConnection,
  CorrectionPayload,
  DecideCorrectionInput,
  RequestCorrectionInput,
  type CorrectionType,
} from './correction.types.js';

@Resolver()
export class CorrectionResolver {
  @Query(() => CorrectionConnection, { description: 'What the viewer asked to have corrected, the latest first' })
  @Policy('profile.own')
  ownCorrections(
    @Arg('first', () => Int) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<CorrectionType>> {
    return ownCorrections(ctx, { first, after: after ?? null });
  }

  @Query(() => CorrectionConnection, { description: 'Requests that wait, oldest first, or those that were decided, the latest first' })
  @Policy('correction.read')
  corrections(
    @Arg('first', () => Int) first: number,
    @Arg('decided', () => Boolean) decided: boolean,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<CorrectionType>> {
    return corrections(ctx, { first, decided, after: after ?? null });
  }

  @Mutation(() => CorrectionPayload, { description: 'Asks to have something corrected that one cannot change oneself' })
  @Policy('profile.own')
  requestCorrection(
    @Arg('input', () => RequestCorrectionInput) input: RequestCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<CorrectionPayload> {
    return requestCorrection(ctx, input);
  }

  @Mutation(() => CorrectionPayload, { description: 'Says that something was corrected, or why it was not' })
  @Policy('correction.decide')
  decideCorrection(
    @Arg('input', () => DecideCorrectionInput) input: DecideCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<CorrectionPayload> {
    return decideCorrection(ctx, input);
  }
}
