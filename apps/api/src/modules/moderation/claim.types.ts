import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';

/** Who looks at an item of the review queue now. */
@ObjectType('ReviewClaim')
@Policy(WITH_RECORD)
export class ClaimType {
  @Field(() => PersonType)
  by!: PersonType;

  @Field(() => String, { description: 'ISO 8601; then it is free again' })
  until!: string;

  @Field(() => Boolean, { description: 'Whether it is the viewer' })
  mine!: boolean;
}

@InputType()
export class ClaimReviewInput {
  @Field(() => ID)
  subjectId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Gives the viewer’s own claim up instead' })
  release?: boolean | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ClaimReviewPayload extends Payload {
  @Field(() => ClaimType, { nullable: true, description: 'The claim in force, of whomever it is' })
  claim?: ClaimType | null;
}
