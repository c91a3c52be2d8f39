import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { STEP_METHODS, type StepMethod } from './factors/factors.js';
import { ViewerType } from './viewer.type.js';

registerEnumType(STEP_METHODS, { name: 'SecondStepMethod', description: 'How the second step of a sign-in is taken' });

@InputType()
export class SignInInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;
}

@InputType()
export class FinishSignInInput {
  @Field(() => STEP_METHODS, { description: 'CODE or RECOVERY_CODE; a passkey goes to signInWithPasskey' })
  method!: StepMethod;

  @Field(() => String)
  code!: string;
}

@InputType()
export class PasskeyInput {
  @Field(() => String, { description: 'JSON of what the browser made from passkeySignInOptions' })
  response!: string;
}

/** What is left of a sign-in that asks for a second factor. */
@ObjectType()
@Policy(WITH_RECORD)
export class SecondStep {
  @Field(() => [STEP_METHODS])
  methods!: StepMethod[];
}

@ObjectType()
@Policy(WITH_RECORD)
export class SignInPayload extends Payload {
  @Field(() => ViewerType, { nullable: true })
  viewer?: ViewerType | null;

  @Field(() => SecondStep, {
    nullable: true,
    description: 'Present where a second factor is asked for; until it was shown, nobody is signed in',
  })
  secondStep?: SecondStep | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class SignOutPayload extends Payload {
  @Field(() => Boolean)
  signedOut!: boolean;
}
