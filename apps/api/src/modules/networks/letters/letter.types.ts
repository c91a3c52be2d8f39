import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Payload } from '../../../platform/graphql/types.js';

@InputType()
export class WriteToMembersInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String, { description: 'Plain text; empty lines part paragraphs' })
  body!: string;

  @Field(() => String, { description: 'Language of the text: en, el, pl or ru' })
  lang!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class WriteToMembersPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'To how many members it goes' })
  recipients?: number | null;
}
