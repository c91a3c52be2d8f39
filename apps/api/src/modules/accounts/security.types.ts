import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Node, Payload } from '../../platform/graphql/types.js';

/** A passkey of the viewer. */
@ObjectType('Passkey', { implements: Node })
@Policy(WITH_RECORD)
export class PasskeyType extends Node {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'ISO 8601' })
  createdAt!: string;

  @Field(() => String, { nullable: true, description: 'ISO 8601' })
  lastUsedAt!: string | null;

  @Field(() => Int, { description: 'For expectedVersion of a new name' })
  version!: number;
}

/** How the viewer signs in beyond the password. */
@ObjectType('SignInSecurity')
@Policy(WITH_RECORD)
export class SecurityType {
  @Field(() => String, { nullable: true, description: 'Since when an app writes codes, ISO 8601; null where none does' })
  codeAppSince!: string | null;

  @Field(() => [PasskeyType], { description: 'At most 20' })
  passkeys!: PasskeyType[];

  @Field(() => Int)
  recoveryCodesLeft!: number;
}

@InputType()
export class CodeInput {
  @Field(() => String)
  code!: string;
}

@InputType()
export class AddPasskeyInput {
  @Field(() => String, { description: 'How the person calls it' })
  name!: string;

  @Field(() => String, { description: 'JSON of what the browser made from passkeyOptions(purpose: ADD)' })
  response!: string;
}

@InputType()
export class RenamePasskeyInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class RemovePasskeyInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class CodeAppStartedPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'To be typed where no picture can be read' })
  secret?: string | null;

  @Field(() => String, { nullable: true, description: 'What the picture holds' })
  uri?: string | null;

  @Field(() => String, { nullable: true, description: 'A data URL' })
  picture?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class FactorsChangedPayload extends Payload {
  @Field(() => Boolean, { nullable: true })
  done?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'New recovery codes, shown this once' })
  recoveryCodes?: string[] | null;
}
