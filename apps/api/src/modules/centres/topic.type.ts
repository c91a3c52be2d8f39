import { TOPIC_STATES, type TopicState } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf, Node, Payload } from '../../platform/graphql/types.js';
import { LocalName } from '../territories/index.js';
import { LocalTextInput } from './card.types.js';

const TopicStateEnum = enumOf(TOPIC_STATES);
registerEnumType(TopicStateEnum, { name: 'TopicState' });

/** The public face of a topic. */
@ObjectType('Topic', { implements: Node })
@Policy(WITH_RECORD)
export class TopicType extends Node {
  @Field(() => String)
  slug!: string;

  @Field(() => LocalName)
  name!: LocalName;

  @Field(() => [LocalName])
  names!: LocalName[];

  @Field(() => [LocalName], { description: 'Other words for it, by which it is found' })
  synonyms!: LocalName[];

  @Field(() => TopicStateEnum)
  state!: TopicState;

  @Field(() => Int)
  version!: number;

  /** Not in the schema; the resolver loads the parent by it. */
  parentId!: string | null;
}

export const TopicConnection = connectionOf('Topic', () => TopicType);

@InputType()
export class CreateTopicInput {
  @Field(() => [LocalTextInput])
  names!: LocalTextInput[];

  @Field(() => [LocalTextInput], { description: 'One word or phrase each; a language may occur more than once' })
  synonyms!: LocalTextInput[];

  @Field(() => ID, { nullable: true })
  parent?: string | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class EditTopicInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => [LocalTextInput])
  names!: LocalTextInput[];

  @Field(() => [LocalTextInput])
  synonyms!: LocalTextInput[];

  @Field(() => ID, { nullable: true })
  parent?: string | null;
}

@InputType()
export class RetireTopicInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => Boolean, { description: 'false brings a retired topic back' })
  retired!: boolean;
}

@ObjectType()
@Policy(WITH_RECORD)
export class TopicPayload extends Payload {
  @Field(() => TopicType, { nullable: true })
  topic?: TopicType | null;
}
