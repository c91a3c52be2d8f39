import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { WriteToMembersInput, WriteToMembersPayload } from './letters/letter.types.js';
import { writeToMembers } from './letters/write-to-members.js';
import { putWelcomeAside, setWelcome } from './welcome/set-welcome.js';
import { networkWelcome } from './welcome/welcome.queries.js';
import { NetworkWelcomeType, PutWelcomeAsideInput, SetWelcomeInput, WelcomePayload } from './welcome/welcome.types.js';

/** What a network says to its members: to each who joins, and to all at once. */
@Resolver()
export class GreetingResolver {
  @Query(() => NetworkWelcomeType, { nullable: true, description: 'Null where the viewer does not read what members read' })
  @Policy('discussion.read')
  networkWelcome(
    @Arg('network', () => String, { description: 'Slug of the network' }) network: string,
    @Ctx() ctx: Context,
  ): Promise<NetworkWelcomeType | null> {
    return networkWelcome(ctx, network);
  }

  @Mutation(() => WelcomePayload)
  @Policy('network.edit')
  setWelcome(@Arg('input', () => SetWelcomeInput) input: SetWelcomeInput, @Ctx() ctx: Context): Promise<WelcomePayload> {
    return setWelcome(ctx, input);
  }

  @Mutation(() => WelcomePayload)
  @Policy('discussion.read')
  putWelcomeAside(@Arg('input', () => PutWelcomeAsideInput) input: PutWelcomeAsideInput, @Ctx() ctx: Context): Promise<WelcomePayload> {
    return putWelcomeAside(ctx, input);
  }

  @Mutation(() => WriteToMembersPayload, { description: 'One mail to each member' })
  @Policy('network.message')
  writeToMembers(@Arg('input', () => WriteToMembersInput) input: WriteToMembersInput, @Ctx() ctx: Context): Promise<WriteToMembersPayload> {
    return writeToMembers(ctx, input);
  }
}
