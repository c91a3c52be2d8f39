import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { SessionsEndedPayload } from './account.types.js';
import { confirmCodeApp, renewCodes, startCodeApp, turnOffCodeApp } from './commands/change-factors.js';
import { addPasskey, removePasskey, renamePasskey } from './commands/change-passkeys.js';
import { signOutElsewhere } from './commands/end-sessions.js';
import { finishSignIn, signInWithPasskey } from './commands/finish-sign-in.js';
import { prove } from './commands/prove.js';
import { accountLimits } from './limits.js';
import { PasskeyPurpose, ProofMethod, ProvedPayload, ProveInput } from './proof.types.js';
import { passkeyOptions, passkeySignInOptions, proofMethods, security } from './security.queries.js';
import {
  AddPasskeyInput,
  CodeAppStartedPayload,
  CodeInput,
  FactorsChangedPayload,
  RemovePasskeyInput,
  RenamePasskeyInput,
  SecurityType,
} from './security.types.js';
import { FinishSignInInput, PasskeyInput, SignInPayload } from './sign-in.types.js';
import { ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class SecurityResolver {
  @FieldResolver(() => SecurityType)
  @Policy(WITH_RECORD)
  security(@Ctx() ctx: Context): Promise<SecurityType> {
    return security(ctx);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether an appointment gives its rights only once the viewer signs in with a second factor',
  })
  @Policy(WITH_RECORD)
  rightsWithheld(@Ctx() ctx: Context): boolean {
    return ctx.me?.rightsWithheld ?? false;
  }

  @FieldResolver(() => [ProofMethod], { description: 'How the viewer can prove to be who they are, for acts that answer PROOF_REQUIRED' })
  @Policy(WITH_RECORD)
  proofMethods(@Ctx() ctx: Context): Promise<(keyof typeof ProofMethod)[]> {
    return proofMethods(ctx);
  }

  @Mutation(() => SignInPayload, { description: 'The second step of the sign-in that this browser began' })
  @Policy('public.read')
  finishSignIn(@Arg('input', () => FinishSignInInput) input: FinishSignInInput, @Ctx() ctx: Context): Promise<SignInPayload> {
    return finishSignIn(ctx, accountLimits(ctx.db.pool), input);
  }

  @Query(() => String, { description: 'JSON with which the browser asks for a passkey to sign in' })
  @Policy('public.read')
  passkeySignInOptions(@Ctx() ctx: Context): Promise<string> {
    return passkeySignInOptions(ctx);
  }

  @Mutation(() => SignInPayload, { description: 'Signs in without a password, or takes the second step' })
  @Policy('public.read')
  signInWithPasskey(@Arg('input', () => PasskeyInput) input: PasskeyInput, @Ctx() ctx: Context): Promise<SignInPayload> {
    return signInWithPasskey(ctx, input);
  }

  @Mutation(() => ProvedPayload, { description: 'Lets the session do for some minutes what answers PROOF_REQUIRED' })
  @Policy('profile.own')
  prove(@Arg('input', () => ProveInput) input: ProveInput, @Ctx() ctx: Context): Promise<ProvedPayload> {
    return prove(ctx, accountLimits(ctx.db.pool), input);
  }

  @Query(() => String, { description: 'JSON with which the browser makes or asks for a passkey' })
  @Policy('profile.own')
  passkeyOptions(@Arg('purpose', () => PasskeyPurpose) purpose: keyof typeof PasskeyPurpose, @Ctx() ctx: Context): Promise<string> {
    return passkeyOptions(ctx, purpose);
  }

  @Mutation(() => FactorsChangedPayload)
  @Policy('profile.own')
  addPasskey(@Arg('input', () => AddPasskeyInput) input: AddPasskeyInput, @Ctx() ctx: Context): Promise<FactorsChangedPayload> {
    return addPasskey(ctx, input);
  }

  @Mutation(() => FactorsChangedPayload)
  @Policy('profile.own')
  renamePasskey(@Arg('input', () => RenamePasskeyInput) input: RenamePasskeyInput, @Ctx() ctx: Context): Promise<FactorsChangedPayload> {
    return renamePasskey(ctx, input);
  }

  @Mutation(() => FactorsChangedPayload)
  @Policy('profile.own')
  removePasskey(@Arg('input', () => RemovePasskeyInput) input: RemovePasskeyInput, @Ctx() ctx: Context): Promise<FactorsChangedPayload> {
    return removePasskey(ctx, input);
  }

  @Mutation(() => CodeAppStartedPayload, { description: 'A secret for an app that writes codes; confirmCodeApp turns it on' })
  @Policy('profile.own')
  startCodeApp(@Ctx() ctx: Context): Promise<CodeAppStartedPayload> {
    return startCodeApp(ctx);
  }

  @Mutation(() => FactorsChangedPayload)
  @Policy('profile.own')
  confirmCodeApp(@Arg('input', () => CodeInput) input: CodeInput, @Ctx() ctx: Context): Promise<FactorsChangedPayload> {
    return confirmCodeApp(ctx, input);
  }

  @Mutation(() => FactorsChangedPayload)
  @Policy('profile.own')
  turnOffCodeApp(@Ctx() ctx: Context): Promise<FactorsChangedPayload> {
    return turnOffCodeApp(ctx);
  }

  @Mutation(() => FactorsChangedPayload, { description: 'Ten new recovery codes in place of those before' })
  @Policy('profile.own')
  renewRecoveryCodes(@Ctx() ctx: Context): Promise<FactorsChangedPayload> {
    return renewCodes(ctx);
  }

  @Mutation(() => SessionsEndedPayload, { description: 'Ends every session but the one that asks' })
  @Policy('profile.own')
  signOutElsewhere(@Ctx() ctx: Context): Promise<SessionsEndedPayload> {
    return signOutElsewhere(ctx);
  }
}
