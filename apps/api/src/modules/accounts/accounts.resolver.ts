import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.js';
import { Policy } from '../../platform/authorize.js';
import { signIn } from './commands/sign-in.js';
import { signOut } from './commands/sign-out.js';
import { accountLimits } from './limits.js';
import { SignInInput, SignInPayload, SignOutPayload } from './sign-in.types.js';
import { viewer } from './viewer.queries.js';
import { ViewerType } from './viewer.type.js';

@Resolver()
export class AccountsResolver {
  @Query(() => ViewerType, { nullable: true })
  @Policy('public.read')
  viewer(@Ctx() ctx: Context): Promise<ViewerType | null> {
    return viewer(ctx);
  }

  @Mutation(() => SignInPayload)
  @Policy('public.read')
  signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() ctx: Context): Promise<SignInPayload> {
    return signIn(ctx, accountLimits(ctx.db.pool), input);
  }

  @Mutation(() => SignOutPayload)
  @Policy('public.read')
  signOut(@Ctx() ctx: Context): Promise<SignOutPayload> {
    return signOut(ctx);
  }
}
