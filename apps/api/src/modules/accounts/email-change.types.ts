import { Field, InputType, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';

@InputType()
export class EmailChangeInput {
  @Field(() => String, { description: 'The new address' })
  email!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class EmailChangedPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The address that the account has now' })
  email?: string | null;
}
