import type { ThreadKind } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Payload } from '../../../platform/graphql/types.js';
import { DecisionType } from '../../moderation/index.js';
import { ThreadKindEnum, ThreadType } from '../thread.type.js';

/** What every arrangement of threads asks for. */
@InputType()
class ArrangeInput {
  @Field(() => ID)
  threadId!: string;

  @Field(() => String, { description: 'As the author will read it' })
  reason!: string;

  @Field(() => Int, { description: 'Number of decisions on the thread that the moderator saw; another number is a CONFLICT' })
  expectedSeq!: number;
}

@InputType()
export class MoveThreadInput extends ArrangeInput {
  @Field(() => String, { description: 'Slug of the network to which it goes; the viewer moderates both' })
  network!: string;
}

@InputType()
export class SplitThreadInput extends ArrangeInput {
  @Field(() => [ID], { description: 'Posts of the thread, never the one that opens it; 100 at most' })
  postIds!: string[];

  @Field(() => String, { description: 'Title of the new thread' })
  title!: string;

  @Field(() => ThreadKindEnum)
  kind!: ThreadKind;
}

@InputType()
export class MergeThreadsInput extends ArrangeInput {
  @Field(() => ID, { description: 'The thread of the same network into which it goes' })
  into!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ArrangeThreadPayload extends Payload {
  @Field(() => ThreadType, { nullable: true, description: 'Where the posts are now' })
  thread?: ThreadType | null;

  @Field(() => DecisionType, { nullable: true, description: 'The decision on the thread that was arranged, for taking it back' })
  decision?: DecisionType | null;
}

/** Where a thread, or a post of it, is now. */
@ObjectType('MovedThread')
@Policy(WITH_RECORD)
export class MovedThreadType {
  @Field(() => String, { description: 'Slug of the network' })
  network!: string;

  @Field(() => Int)
  no!: number;

  @Field(() => String)
  slug!: string;

  @Field(() => Int, { nullable: true, description: 'Number of the post there' })
  post!: number | null;
}
