import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import type { Page } from '../../../platform/graphql/types.js';
import { giveConsents, publishConsentText, withdrawConsent } from './change-consents.js';
import { consentsAsked, consentTexts, ownConsents, publishedConsentTexts } from './consent.queries.js';
import {
  ConsentConnection,
  ConsentsPayload,
  ConsentTextType,
  GiveConsentsInput,
  PublishConsentTextInput,
  PublishedConsentTextConnection,
  PublishedConsentTextPayload,
  WithdrawConsentInput,
  type ConsentType,
  type PublishedConsentText,
} from './consent.types.js';

@Resolver()
export class ConsentResolver {
  @Query(() => [ConsentTextType], { description: 'What everybody is asked to agree to now; at most one version of each kind' })
  @Policy('public.read')
  consentTexts(@Ctx() ctx: Context): Promise<ConsentTextType[]> {
    return consentTexts(ctx);
  }

  @Query(() => [ConsentTextType], { description: 'What of it the viewer did not agree to yet' })
  @Policy('profile.own')
  consentsAsked(@Ctx() ctx: Context): Promise<ConsentTextType[]> {
    return consentsAsked(ctx);
  }

  @Query(() => ConsentConnection, { description: 'What the viewer agreed to and took back, the latest first' })
  @Policy('profile.own')
  ownConsents(
    @Arg('first', () => Int) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<ConsentType>> {
    return ownConsents(ctx, { first, after: after ?? null });
  }

  @Query(() => PublishedConsentTextConnection, { description: 'Every version, the latest first' })
  @Policy('consent.publish')
  publishedConsentTexts(
    @Arg('first', () => Int) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<PublishedConsentText>> {
    return publishedConsentTexts(ctx, { first, after: after ?? null });
  }

  @Mutation(() => ConsentsPayload)
  @Policy('profile.own')
  giveConsents(@Arg('input', () => GiveConsentsInput) input: GiveConsentsInput, @Ctx() ctx: Context): Promise<ConsentsPayload> {
    return giveConsents(ctx, input);
  }

  @Mutation(() => ConsentsPayload)
  @Policy('profile.own')
  withdrawConsent(@Arg('input', () => WithdrawConsentInput) input: WithdrawConsentInput, @Ctx() ctx: Context): Promise<ConsentsPayload> {
    return withdrawConsent(ctx, input);
  }

  @Mutation(() => PublishedConsentTextPayload)
  @Policy('consent.publish')
  publishConsentText(
    @Arg('input', () => PublishConsentTextInput) input: PublishConsentTextInput,
    @Ctx() ctx: Context,
  ): Promise<PublishedConsentTextPayload> {
    return publishConsentText(ctx, input);
  }
}
