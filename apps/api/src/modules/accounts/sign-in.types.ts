import { Field, InputType, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { ViewerType } from './viewer.type.js';

@InputType()
export class SignInInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class SignInPayload extends Payload {
  @Field(() => ViewerType, { nullable: true })
  viewer?: ViewerType | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class SignOutPayload extends Payload {
  @Field(() => Boolean)
  signedOut!: boolean;
}
