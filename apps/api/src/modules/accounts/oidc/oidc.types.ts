import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Payload } from '../../../platform/graphql/types.js';

/** Who else may vouch for people, as a button of the sign-in page. */
@ObjectType()
@Policy(WITH_RECORD)
export class SignInProvider {
  @Field(() => String, { description: 'Its short name, for operations' })
  key!: string;

  @Field(() => String, { description: 'A name of its own, the same in every language' })
  label!: string;
}

/** A way of signing in that a provider vouches for. */
@ObjectType()
@Policy(WITH_RECORD)
export class IdentityType {
  @Field(() => ID)
  id!: string;

  @Field(() => SignInProvider)
  provider!: SignInProvider;

  @Field(() => String, { description: 'ISO 8601' })
  linkedAt!: string;

  @Field(() => String, { nullable: true, description: 'ISO 8601, of the latest sign-in' })
  lastUsedAt!: string | null;
}

export const VouchedNext = { PROVE_ACCOUNT: 'PROVE_ACCOUNT', SIGN_UP: 'SIGN_UP' } as const;
registerEnumType(VouchedNext, {
  name: 'VouchedNext',
  description: 'PROVE_ACCOUNT: the address has an account, whose password proves it; SIGN_UP: there is none',
});

/** Somebody whom a provider sent here and whom no account names yet; only the browser that came back sees it. */
@ObjectType()
@Policy(WITH_RECORD)
export class Voucher {
  @Field(() => SignInProvider)
  provider!: SignInProvider;

  @Field(() => VouchedNext)
  next!: keyof typeof VouchedNext;

  @Field(() => String)
  email!: string;

  @Field(() => String, { description: 'As the provider has it' })
  name!: string;
}

@InputType()
export class ProviderInput {
  @Field(() => String)
  provider!: string;

  @Field(() => String, { nullable: true, description: 'Where the interface leads in the end: a path with the language' })
  returnTo?: string | null;
}

@InputType()
export class ProveAccountInput {
  @Field(() => String)
  password!: string;
}

@InputType()
export class SignUpByProviderInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'en, el, pl or ru' })
  lang!: string;

  @Field(() => [ID], { nullable: true, description: 'Versions of `consentTexts` that the person agrees to: all of them' })
  agreesTo?: string[] | null;
}

@InputType()
export class UnlinkIdentityInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ProviderAddressPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Where the browser goes now: the provider’s own sign-in' })
  address?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class EnteredPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Where the interface leads next: a path with the language' })
  landing?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class IdentityUnlinkedPayload extends Payload {
  @Field(() => ID, { nullable: true })
  id?: string | null;
}
