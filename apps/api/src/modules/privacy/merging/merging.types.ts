import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf, Node, Payload } from '../../../platform/graphql/types.js';
import { PersonType } from '../../accounts/index.js';
import { MERGE_HINDRANCES, type MergeHindrance } from './hindrances.js';

/** Why two people may be one. */
export const DOUBLE_REASONS = ['SAME_NAME', 'SAME_MAILBOX', 'SAME_SCHOOL'] as const;
export type DoubleReason = (typeof DOUBLE_REASONS)[number];

export const DoubleReasonEnum = enumOf(DOUBLE_REASONS);
registerEnumType(DoubleReasonEnum, {
  name: 'DoubleReason',
  description:
    'SAME_NAME: whatever the accents, the alphabet and the order of its words. SAME_MAILBOX: but for case and what follows a plus',
});

export const MergeHindranceEnum = enumOf(MERGE_HINDRANCES);
registerEnumType(MergeHindranceEnum, { name: 'MergeHindrance', description: 'What keeps two people from being merged' });

/** Two people who are likely one. */
@ObjectType('PersonDouble', { implements: Node })
@Policy(WITH_RECORD)
export class PersonDoubleType extends Node {
  @Field(() => PersonType, { description: 'Known for longer' })
  first!: PersonType;

  @Field(() => PersonType)
  second!: PersonType;

  @Field(() => [DoubleReasonEnum])
  reasons!: DoubleReason[];
}

export const PersonDoubleConnection = connectionOf('PersonDouble', () => PersonDoubleType);

/** One of two people who may be merged. */
@ObjectType()
@Policy(WITH_RECORD)
export class MergeSide {
  @Field(() => PersonType)
  person!: PersonType;

  @Field(() => Int, { description: 'Of the account, to be sent with the command' })
  version!: number;

  @Field(() => [String], { description: 'Names of networks with an open membership' })
  networks!: string[];

  @Field(() => Int)
  threads!: number;

  @Field(() => Int)
  posts!: number;

  @Field(() => Int, { description: 'Annual reports begun or submitted' })
  reports!: number;
}

/** What ends with the account that goes. */
@ObjectType()
@Policy(WITH_RECORD)
export class MergeEnds {
  @Field(() => Int)
  sessions!: number;

  @Field(() => Boolean)
  password!: boolean;

  @Field(() => Int, { description: 'Apps for codes and passkeys' })
  factors!: number;

  @Field(() => Int, { description: 'Accounts with providers' })
  identities!: number;

  @Field(() => Int, { description: 'Links sent by mail' })
  links!: number;
}

/** How many records of one purpose move. */
@ObjectType()
@Policy(WITH_RECORD)
export class MergeMoves {
  @Field(() => String)
  purpose!: string;

  @Field(() => Int)
  count!: number;
}

/** What merging two people would do. */
@ObjectType()
@Policy(WITH_RECORD)
export class PersonMerge {
  @Field(() => MergeSide)
  keep!: MergeSide;

  @Field(() => MergeSide)
  away!: MergeSide;

  @Field(() => [MergeMoves], { description: 'What moves, by purpose' })
  moves!: MergeMoves[];

  @Field(() => MergeEnds)
  ends!: MergeEnds;

  @Field(() => [MergeHindranceEnum], { description: 'Empty where they can be merged' })
  hindrances!: MergeHindrance[];
}

@InputType()
export class MergePeopleInput {
  @Field(() => ID)
  keepId!: string;

  @Field(() => ID)
  awayId!: string;

  @Field(() => Int)
  keepVersion!: number;

  @Field(() => Int)
  awayVersion!: number;

  @Field(() => String, { description: 'The handle of the person who goes, typed by hand' })
  confirmHandle!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class PeopleMergedPayload extends Payload {
  @Field(() => PersonType, { nullable: true, description: 'Who stays' })
  person?: PersonType | null;
}
