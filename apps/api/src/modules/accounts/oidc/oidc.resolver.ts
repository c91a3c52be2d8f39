import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import type { Context } from '../../../platform/context.js';
import { beginIdentityLink, beginProviderSignIn } from '../commands/begin-provider-sign-in.js';
import { proveAccount } from '../commands/prove-account.js';
import { signUpByProvider } from '../commands/sign-up-by-provider.js';
import { unlinkIdentity } from '../commands/unlink-identity.js';
import { accountLimits } from '../limits.js';
import { ViewerType } from '../viewer.type.js';
import { identities, signInProviders, voucher } from './oidc.queries.js';
import {
  EnteredPayload,
  IdentityType,
  IdentityUnlinkedPayload,
  ProveAccountInput,
  ProviderAddressPayload,
  ProviderInput,
  SignInProvider,
  SignUpByProviderInput,
  UnlinkIdentityInput,
  Voucher,
} from './oidc.types.js';

@Resolver(() => ViewerType)
export class OidcResolver {
  @Query(() => [SignInProvider], { description: 'Who else may vouch for people; empty where the operator named nobody' })
  @Policy('public.read')
  signInProviders(@Ctx() ctx: Context): SignInProvider[] {
    return signInProviders(ctx);
  }

  @Query(() => Voucher, { nullable: true, description: 'Whom a provider sent here with this browser and whom no account names yet' })
  @Policy('public.read')
  voucher(@Ctx() ctx: Context): Promise<Voucher | null> {
    return voucher(ctx);
  }

  @FieldResolver(() => [IdentityType], { description: 'Providers by which the viewer signs in' })
  @Policy(WITH_RECORD)
  identities(@Ctx() ctx: Context): Promise<IdentityType[]> {
    return identities(ctx);
  }

  @Mutation(() => ProviderAddressPayload)
  @Policy('public.read')
  beginProviderSignIn(@Arg('input', () => ProviderInput) input: ProviderInput, @Ctx() ctx: Context): Promise<ProviderAddressPayload> {
    return beginProviderSignIn(ctx, input);
  }

  @Mutation(() => ProviderAddressPayload)
  @Policy('profile.own')
  beginIdentityLink(@Arg('input', () => ProviderInput) input: ProviderInput, @Ctx() ctx: Context): Promise<ProviderAddressPayload> {
    return beginIdentityLink(ctx, input);
  }

  @Mutation(() => EnteredPayload, { description: 'Joins whom a provider vouched for to the account of the same address' })
  @Policy('public.read')
  proveAccount(@Arg('input', () => ProveAccountInput) input: ProveAccountInput, @Ctx() ctx: Context): Promise<EnteredPayload> {
    return proveAccount(ctx, accountLimits(ctx.db.pool), input);
  }

  @Mutation(() => EnteredPayload)
  @Policy('public.read')
  signUpByProvider(@Arg('input', () => SignUpByProviderInput) input: SignUpByProviderInput, @Ctx() ctx: Context): Promise<EnteredPayload> {
    return signUpByProvider(ctx, input);
  }

  @Mutation(() => IdentityUnlinkedPayload)
  @Policy('profile.own')
  unlinkIdentity(
    @Arg('input', () => UnlinkIdentityInput) input: UnlinkIdentityInput,
    @Ctx() ctx: Context,
  ): Promise<IdentityUnlinkedPayload> {
    return unlinkIdentity(ctx, input);
  }
}
