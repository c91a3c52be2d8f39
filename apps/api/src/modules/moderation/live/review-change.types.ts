import { Field, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';

/** Which lists of what waits may not be as they were. */
@ObjectType('ReviewChange')
@Policy(WITH_RECORD)
export class ReviewChangeType {
  @Field(() => Boolean, { description: '`reviewQueue`, with who looks at what' })
  queue!: boolean;

  @Field(() => Boolean, { description: '`appeals`' })
  appeals!: boolean;
}
