import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { SecondStep } from './sign-in.types.js';
import { ViewerType } from './viewer.type.js';

@InputType()
export class SignUpInput {
  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { description: 'en, el, pl or ru: of the mail and of the account' })
  lang!: string;
}

@InputType()
export class ConfirmSignUpInput {
  @Field(() => String)
  token!: string;

  @Field(() => String)
  password!: string;

  @Field(() => [ID], { nullable: true, description: 'Versions of `consentTexts` that the person agrees to: all of them' })
  agreesTo?: string[] | null;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String)
  token!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  password!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => [ID], { nullable: true, description: 'Versions of `consentTexts` that the person agrees to: all of them' })
  agreesTo?: string[] | null;
}

@InputType()
export class RequestPasswordResetInput {
  @Field(() => String)
  email!: string;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String)
  token!: string;

  @Field(() => String)
  password!: string;
}

@InputType()
export class TokenInput {
  @Field(() => String)
  token!: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  currentPassword!: string;

  @Field(() => String)
  newPassword!: string;
}

/** The answer is the same whether or not the address is known. */
@ObjectType()
@Policy(WITH_RECORD)
export class MailRequestedPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True also where no mail was sent, so that nobody learns who has an account' })
  requested?: boolean | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class SignedInPayload extends Payload {
  @Field(() => ViewerType, { nullable: true })
  viewer?: ViewerType | null;

  @Field(() => SecondStep, { nullable: true, description: 'Present where a second factor is asked for before anybody is signed in' })
  secondStep?: SecondStep | null;

  @Field(() => String, { nullable: true, description: 'Where the interface leads next: a path without the language' })
  landing?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class SessionsEndedPayload extends Payload {
  @Field(() => Boolean, { nullable: true })
  done?: boolean | null;
}

export const AccountTokenState = { OPEN: 'OPEN', USED: 'USED', EXPIRED: 'EXPIRED', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(AccountTokenState, { name: 'AccountTokenState', description: 'UNKNOWN also for a link that was cut off or forged' });

export const AccountTokenKind = {
  SIGN_UP: 'SIGN_UP',
  INVITATION: 'INVITATION',
  RESET: 'RESET',
  EMAIL_CHANGE: 'EMAIL_CHANGE',
  EMAIL_UNDO: 'EMAIL_UNDO',
} as const;
registerEnumType(AccountTokenKind, { name: 'AccountTokenKind' });

/** What the page behind a mailed link needs; only whoever has the mail can ask for it. */
@ObjectType()
@Policy(WITH_RECORD)
export class AccountToken {
  @Field(() => AccountTokenState)
  state!: keyof typeof AccountTokenState;

  @Field(() => String, { nullable: true, description: 'The address that the mail went to; only while the link is open' })
  email!: string | null;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  lang!: string | null;

  @Field(() => String, { nullable: true, description: 'What an invitation is for, a sentence in the reader’s language' })
  reason!: string | null;
}
