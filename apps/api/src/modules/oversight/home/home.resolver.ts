import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { snoozeHomeItem, visitHome } from '../commands/home-commands.js';
import { home } from './home.queries.js';
import { HomePayload, HomeType, SnoozeHomeItemInput } from './home.types.js';

@Resolver()
export class HomeResolver {
  @Query(() => HomeType, { description: 'What needs the signed-in person today' })
  @Policy('profile.own')
  home(@Ctx() ctx: Context): Promise<HomeType> {
    return home(ctx);
  }

  @Mutation(() => HomePayload)
  @Policy('profile.own')
  snoozeHomeItem(@Arg('input', () => SnoozeHomeItemInput) input: SnoozeHomeItemInput, @Ctx() ctx: Context): Promise<HomePayload> {
    return snoozeHomeItem(ctx, input);
  }

  @Mutation(() => HomePayload, { description: 'Notes that the person is at home, so that the next visit shows what is new since' })
  @Policy('profile.own')
  visitHome(@Ctx() ctx: Context): Promise<HomePayload> {
    return visitHome(ctx);
  }
}
