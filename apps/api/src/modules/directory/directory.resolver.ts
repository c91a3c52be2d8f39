import type { Audience } from '@stoa/domain';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { AudienceEnum, topicById, TopicType, toTopic } from '../centres/index.js';
import { territoryById, TerritoryType, toTerritory } from '../territories/index.js';
import { HelpAnswerConnection, HelpAnswerType, PlaceConnection, PlaceType } from './directory.type.js';
import { helpAnswers } from './help.queries.js';
import { place, places } from './place.queries.js';

async function territoryOf(ctx: Context, id: string): Promise<TerritoryType> {
  const row = await ctx.load(territoryById, id);
  if (!row) throw new Error('a register refers to a territory that exists');
  return toTerritory(ctx, row);
}

@Resolver(() => PlaceType)
export class PlaceResolver {
  @Query(() => PlaceType, { nullable: true })
  @Policy('public.read')
  place(@Arg('key', () => String) key: string, @Ctx() ctx: Context): Promise<PlaceType | null> {
    return place(ctx, key);
  }

  @Query(() => PlaceConnection, { description: 'Municipalities, counties and schools by the words typed, for a picker' })
  @Policy('public.read')
  places(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('search', () => String) search: string,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<PlaceType>> {
    return places(ctx, { first, after: after ?? null, search });
  }

  @FieldResolver(() => TerritoryType)
  county(@Root() root: PlaceType, @Ctx() ctx: Context): Promise<TerritoryType> {
    return territoryOf(ctx, root.countyId);
  }

  @FieldResolver(() => TerritoryType, { nullable: true })
  municipality(@Root() root: PlaceType, @Ctx() ctx: Context): Promise<TerritoryType> | null {
    return root.municipalityId ? territoryOf(ctx, root.municipalityId) : null;
  }
}

@Resolver(() => HelpAnswerType)
export class HelpResolver {
  @Query(() => HelpAnswerConnection, { description: 'Who helps with a topic near a place: best match first, then nearest' })
  @Policy('public.read')
  helpAnswers(
    @Ctx() ctx: Context,
    @Arg('first', () => Int) first: number,
    @Arg('topic', () => String, { nullable: true, description: 'Slug of a topic' }) topic?: string | null,
    @Arg('place', () => String, { nullable: true, description: 'Key of a place' }) placeKey?: string | null,
    @Arg('audience', () => AudienceEnum, { nullable: true }) audience?: Audience | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Page<HelpAnswerType>> {
    return helpAnswers(ctx, { first, after: after ?? null, topic: topic ?? null, place: placeKey ?? null, audience: audience ?? null });
  }

  @FieldResolver(() => TopicType, { nullable: true, description: 'The topic by which it answers' })
  async topic(@Root() root: HelpAnswerType, @Ctx() ctx: Context): Promise<TopicType | null> {
    const row = root.topicId ? await ctx.load(topicById, root.topicId) : null;
    return row && toTopic(ctx, row);
  }

  @FieldResolver(() => TerritoryType, { description: 'Its municipality, or what its centre works for' })
  where(@Root() root: HelpAnswerType, @Ctx() ctx: Context): Promise<TerritoryType> {
    return territoryOf(ctx, root.whereId);
  }
}
