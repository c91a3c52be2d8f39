import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.js';
import { Policy } from '../../platform/authorize.js';
import { accountToken } from './account-token.queries.js';
import {
  AcceptInvitationInput,
  AccountToken,
  AccountTokenKind,
  ChangePasswordInput,
  ConfirmSignUpInput,
  MailRequestedPayload,
  RequestPasswordResetInput,
  ResetPasswordInput,
  SessionsEndedPayload,
  SignedInPayload,
  SignUpInput,
  TokenInput,
} from './account.types.js';
import { acceptInvitation } from './commands/accept-invitation.js';
import { changePassword } from './commands/change-password.js';
import { confirmSignUp } from './commands/confirm-sign-up.js';
import { requestNewLink } from './commands/request-new-link.js';
import { requestPasswordReset } from './commands/request-password-reset.js';
import { resetPassword } from './commands/reset-password.js';
import { signIn } from './commands/sign-in.js';
import { signOut } from './commands/sign-out.js';
import { signUp } from './commands/sign-up.js';
import { demoAccounts } from './demo.queries.js';
import { DemoAccount } from './demo.types.js';
import { accountLimits } from './limits.js';
import { SignInInput, SignInPayload, SignOutPayload } from './sign-in.types.js';
import type { TokenKind } from './tokens.js';

@Resolver()
export class AccountsResolver {
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

  @Mutation(() => MailRequestedPayload)
  @Policy('public.read')
  signUp(@Arg('input', () => SignUpInput) input: SignUpInput, @Ctx() ctx: Context): Promise<MailRequestedPayload> {
    return signUp(ctx, accountLimits(ctx.db.pool), input);
  }

  @Mutation(() => SignedInPayload)
  @Policy('public.read')
  confirmSignUp(@Arg('input', () => ConfirmSignUpInput) input: ConfirmSignUpInput, @Ctx() ctx: Context): Promise<SignedInPayload> {
    return confirmSignUp(ctx, input);
  }

  @Mutation(() => SignedInPayload)
  @Policy('public.read')
  acceptInvitation(@Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput, @Ctx() ctx: Context): Promise<SignedInPayload> {
    return acceptInvitation(ctx, input);
  }

  @Mutation(() => MailRequestedPayload, { description: 'A new link to the same address in place of one that expired' })
  @Policy('public.read')
  requestNewLink(@Arg('input', () => TokenInput) input: TokenInput, @Ctx() ctx: Context): Promise<MailRequestedPayload> {
    return requestNewLink(ctx, accountLimits(ctx.db.pool), input);
  }

  @Mutation(() => MailRequestedPayload)
  @Policy('public.read')
  requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput) input: RequestPasswordResetInput,
    @Ctx() ctx: Context,
  ): Promise<MailRequestedPayload> {
    return requestPasswordReset(ctx, accountLimits(ctx.db.pool), input);
  }

  @Mutation(() => SignedInPayload)
  @Policy('public.read')
  resetPassword(@Arg('input', () => ResetPasswordInput) input: ResetPasswordInput, @Ctx() ctx: Context): Promise<SignedInPayload> {
    return resetPassword(ctx, input);
  }

  @Mutation(() => SessionsEndedPayload)
  @Policy('profile.own')
  changePassword(@Arg('input', () => ChangePasswordInput) input: ChangePasswordInput, @Ctx() ctx: Context): Promise<SessionsEndedPayload> {
    return changePassword(ctx, accountLimits(ctx.db.pool), input);
  }

  @Query(() => AccountToken, { description: 'What a mailed link is for and whether it still works' })
  @Policy('public.read')
  accountToken(
    @Arg('kind', () => AccountTokenKind) kind: TokenKind,
    @Arg('token', () => String) token: string,
    @Ctx() ctx: Context,
  ): Promise<AccountToken> {
    return accountToken(ctx, kind, token);
  }

  @Query(() => [DemoAccount], { description: 'Cards of the sign-in page of a demo; empty where there is none' })
  @Policy('public.read')
  demoAccounts(@Ctx() ctx: Context): Promise<DemoAccount[]> {
    return demoAccounts(ctx);
  }
}
