import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { createPortfolioLink, endPortfolioLink, portfolioLinks } from './link.commands.js';
import { ownPortfolio, sharedPortfolio } from './portfolio.queries.js';
import {
  CreatePortfolioLinkInput,
  EndPortfolioLinkInput,
  PortfolioLinksPayload,
  PortfolioLinkType,
  PortfolioType,
} from './portfolio.types.js';

@Resolver(() => PortfolioType)
export class PortfolioResolver {
  @Query(() => PortfolioType, { description: "The viewer's own" })
  @Policy('profile.own')
  portfolio(@Ctx() ctx: Context): Promise<PortfolioType> {
    return ownPortfolio(ctx);
  }

  @Query(() => PortfolioType, { nullable: true, description: 'What a secret link shows; null where there is none, or it has ended' })
  @Policy('public.read')
  sharedPortfolio(@Ctx() ctx: Context, @Arg('token', () => String) token: string): Promise<PortfolioType | null> {
    return sharedPortfolio(ctx, token);
  }

  @Query(() => [PortfolioLinkType])
  @Policy('profile.own')
  portfolioLinks(@Ctx() ctx: Context): Promise<PortfolioLinkType[]> {
    return portfolioLinks(ctx);
  }

  @Mutation(() => PortfolioLinksPayload)
  @Policy('profile.own')
  createPortfolioLink(
    @Ctx() ctx: Context,
    @Arg('input', () => CreatePortfolioLinkInput) input: CreatePortfolioLinkInput,
  ): Promise<PortfolioLinksPayload> {
    return createPortfolioLink(ctx, input);
  }

  @Mutation(() => PortfolioLinksPayload, { description: 'Ends a link, for good' })
  @Policy('profile.own')
  endPortfolioLink(
    @Ctx() ctx: Context,
    @Arg('input', () => EndPortfolioLinkInput) input: EndPortfolioLinkInput,
  ): Promise<PortfolioLinksPayload> {
    return endPortfolioLink(ctx, input);
  }
}
