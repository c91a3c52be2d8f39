import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import type { Page } from '../../platform/graphql/types.js';
import { MailRequestedPayload, SessionsEndedPayload, TokenInput } from './account.types.js';
import { confirmEmailChange, undoEmailChange } from './commands/change-email.js';
import { deactivateAccount } from './commands/deactivate.js';
import { revokeSession, signOutEverywhere } from './commands/end-sessions.js';
import { requestEmailChange } from './commands/request-email-change.js';
import { updatePreferences } from './commands/update-preferences.js';
import { updateProfile } from './commands/update-profile.js';
import { keptMails } from './demo.queries.js';
import { KeptMailType } from './demo.types.js';
import { EmailChangedPayload, EmailChangeInput } from './email-change.types.js';
import { accountLimits } from './limits.js';
import { UpdatePreferencesInput, UpdateProfileInput, ViewerChangedPayload } from './profile.types.js';
import { sessions } from './session.queries.js';
import { RevokeSessionInput, SessionConnection, type SessionType } from './session.types.js';
import { viewer } from './viewer.queries.js';
import { ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true })
  @Policy('public.read')
  viewer(@Ctx() ctx: Context): Promise<ViewerType | null> {
    return viewer(ctx);
  }

  @FieldResolver(() => SessionConnection, { description: 'Sign-ins that still hold, the newest first' })
  @Policy(WITH_RECORD)
  sessions(
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Page<SessionType>> {
    return sessions(ctx, first, after);
  }

  @Mutation(() => ViewerChangedPayload)
  @Policy('profile.own')
  updatePreferences(
    @Arg('input', () => UpdatePreferencesInput) input: UpdatePreferencesInput,
    @Ctx() ctx: Context,
  ): Promise<ViewerChangedPayload> {
    return updatePreferences(ctx, input);
  }

  @Mutation(() => ViewerChangedPayload)
  @Policy('profile.own')
  updateProfile(@Arg('input', () => UpdateProfileInput) input: UpdateProfileInput, @Ctx() ctx: Context): Promise<ViewerChangedPayload> {
    return updateProfile(ctx, input);
  }

  @Mutation(() => SessionsEndedPayload)
  @Policy('profile.own')
  revokeSession(@Arg('input', () => RevokeSessionInput) input: RevokeSessionInput, @Ctx() ctx: Context): Promise<SessionsEndedPayload> {
    return revokeSession(ctx, input);
  }

  @Mutation(() => SessionsEndedPayload)
  @Policy('profile.own')
  signOutEverywhere(@Ctx() ctx: Context): Promise<SessionsEndedPayload> {
    return signOutEverywhere(ctx);
  }

  @Mutation(() => MailRequestedPayload, { description: 'Sends a link to a new address; nothing changes until it was followed' })
  @Policy('profile.own')
  requestEmailChange(@Arg('input', () => EmailChangeInput) input: EmailChangeInput, @Ctx() ctx: Context): Promise<MailRequestedPayload> {
    return requestEmailChange(ctx, accountLimits(ctx.db.pool), input);
  }

  @Mutation(() => EmailChangedPayload)
  @Policy('public.read')
  confirmEmailChange(@Arg('input', () => TokenInput) input: TokenInput, @Ctx() ctx: Context): Promise<EmailChangedPayload> {
    return confirmEmailChange(ctx, input);
  }

  @Mutation(() => EmailChangedPayload, { description: 'Gives an account its old address back, by the link that the old address got' })
  @Policy('public.read')
  undoEmailChange(@Arg('input', () => TokenInput) input: TokenInput, @Ctx() ctx: Context): Promise<EmailChangedPayload> {
    return undoEmailChange(ctx, input);
  }

  @Mutation(() => SessionsEndedPayload, { description: 'Closes the viewer’s own account; a new password opens it again' })
  @Policy('profile.own')
  deactivateAccount(@Ctx() ctx: Context): Promise<SessionsEndedPayload> {
    return deactivateAccount(ctx);
  }

  @Query(() => [KeptMailType], {
    nullable: true,
    description: 'Messages that a demo keeps instead of sending; null where mail really leaves',
  })
  @Policy('register.change')
  keptMails(@Arg('first', () => Int) first: number, @Ctx() ctx: Context): Promise<KeptMailType[] | null> {
    return keptMails(ctx, first);
  }
}
