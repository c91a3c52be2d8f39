import { Field, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';

/** A place in a thread with its time, for moving through a long one. */
@ObjectType('ThreadMark')
@Policy(WITH_RECORD)
export class ThreadMarkType {
  @Field(() => Int, { description: 'Number of a post' })
  no!: number;

  @Field(() => String, { description: 'When that was written, ISO 8601' })
  at!: string;
}
