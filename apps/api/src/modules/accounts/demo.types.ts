import { Field, ID, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';

/** An account of the demo, as a card of its sign-in page. */
@ObjectType()
@Policy(WITH_RECORD)
export class DemoAccount {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => String, { description: 'Key of what the account is, which the interface has words for' })
  roleKey!: string;
}

/** A message that a demo keeps instead of sending it. */
@ObjectType()
@Policy(WITH_RECORD)
export class KeptMailType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'ISO 8601' })
  at!: string;

  @Field(() => String)
  to!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  text!: string;
}
