import { POLL_RESULTS, type PollResults } from '@stoa/domain';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enum-of.js';

/** When results show, as a GraphQL enum. */
export const PollResultsEnum = enumOf(POLL_RESULTS);
registerEnumType(PollResultsEnum, { name: 'PollResults', description: 'When a poll shows its results: always, or after one’s own vote' });

@InputType()
export class PollInput {
  @Field(() => String)
  question!: string;

  @Field(() => [String], { description: 'Two to ten that differ' })
  options!: string[];

  @Field(() => Boolean, { description: 'Whether several may be chosen' })
  multiple!: boolean;

  @Field(() => PollResultsEnum)
  results!: PollResults;

  @Field(() => String, { nullable: true, description: 'The last day on which one can vote, YYYY-MM-DD' })
  closesOn?: string | null;
}

@InputType()
export class SavePollInput {
  @Field(() => ID)
  postId!: string;

  @Field(() => Int, { nullable: true, description: 'Of the poll as the viewer saw it; null where there was none' })
  expectedVersion?: number | null;

  @Field(() => PollInput)
  poll!: PollInput;
}

@InputType()
export class PollVersionInput {
  @Field(() => ID)
  postId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class VoteInPollInput {
  @Field(() => ID)
  postId!: string;

  @Field(() => [Int], { description: 'Numbers of all options that the viewer chooses; none takes a vote back' })
  options!: number[];

  @Field(() => Int, { description: 'Of the poll as the viewer saw it; votes of others do not change it' })
  expectedVersion!: number;
}
