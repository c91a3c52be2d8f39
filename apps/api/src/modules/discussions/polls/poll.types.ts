import type { PollResults } from '@stoa/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Node, Payload } from '../../../platform/graphql/types.js';
import type { Poll } from './poll.entity.js';
import { PollResultsEnum } from './poll.inputs.js';
import type { PollAbilities } from './poll.policy.js';

@ObjectType('PollOption')
@Policy(WITH_RECORD)
export class PollOptionType {
  @Field(() => Int, { description: 'Counts the options of its poll from 1' })
  no!: number;

  @Field(() => String)
  label!: string;

  @Field(() => Int, { nullable: true, description: 'How many chose it; null where the viewer does not see results yet' })
  votes!: number | null;

  @Field(() => Boolean, { description: 'Whether the viewer chose it' })
  mine!: boolean;
}

@ObjectType('PollViewerCan', { description: 'What the viewer may do with a poll' })
@Policy(WITH_RECORD)
export class PollViewerCan implements PollAbilities {
  @Field(() => Boolean, { description: 'Vote, change the vote, take it back' })
  vote!: boolean;

  @Field(() => String, { nullable: true, description: 'Why voting is not possible: CLOSED, LOCKED, HIDDEN, SUSPENDED, NOT_MEMBER …' })
  voteRefusal!: PollAbilities['voteRefusal'];

  @Field(() => Boolean, { description: 'Change it or take it away: its author, while nobody has voted' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'End it for good' })
  close!: boolean;
}

/** The public face of a poll. Who chose what is shown to nobody. */
@ObjectType('Poll', { implements: Node })
@Policy(WITH_RECORD)
export class PollType extends Node implements Pick<Poll, 'question' | 'multiple' | 'results' | 'version'> {
  @Field(() => String, { description: 'In the language of its post' })
  question!: string;

  @Field(() => [PollOptionType])
  options!: PollOptionType[];

  @Field(() => Boolean, { description: 'Whether several options may be chosen' })
  multiple!: boolean;

  @Field(() => PollResultsEnum)
  results!: PollResults;

  @Field(() => Int, { description: 'How many people have voted' })
  voters!: number;

  @Field(() => String, { nullable: true, description: 'When it ends by itself' })
  closesAt!: string | null;

  @Field(() => String, { nullable: true, description: 'When it ended; null while one can vote' })
  closedAt!: string | null;

  @Field(() => PollViewerCan)
  viewerCan!: PollViewerCan;

  @Field(() => Int)
  version!: number;
}

/** How a poll stands after a change of its post. */
@ObjectType('PollStanding')
@Policy(WITH_RECORD)
export class PollStandingType implements Pick<PollType, 'voters' | 'closedAt' | 'version'> {
  @Field(() => Int)
  voters!: number;

  @Field(() => [Int], { nullable: true, description: 'In the order of the options; null where the reader does not see results yet' })
  votes!: number[] | null;

  @Field(() => String, { nullable: true })
  closedAt!: string | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType()
@Policy(WITH_RECORD)
export class PollPayload extends Payload {
  @Field(() => PollType, { nullable: true, description: 'Null where there is none any more' })
  poll?: PollType | null;
}
