import { DECISION_KINDS, FLAG_REASONS, type DecisionKind, type FlagReason } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PersonType } from '../accounts/index.js';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node, Payload } from '../../platform/graphql/types.js';

/** Kinds of decisions as a GraphQL enum. */
export const DecisionKindEnum = Object.fromEntries(DECISION_KINDS.map((kind) => [kind, kind])) as { [K in DecisionKind]: K };
registerEnumType(DecisionKindEnum, { name: 'DecisionKind', description: 'What a moderator decides' });

/** Reasons of flags as a GraphQL enum. */
export const FlagReasonEnum = Object.fromEntries(FLAG_REASONS.map((reason) => [reason, reason])) as { [K in FlagReason]: K };
registerEnumType(FlagReasonEnum, { name: 'FlagReason', description: 'Why somebody reports a post' });

/** One row of a subject's decision log. */
@ObjectType('ModerationDecision', { implements: Node })
@Policy(WITH_RECORD)
export class DecisionType extends Node {
  @Field(() => Int)
  seq!: number;

  @Field(() => DecisionKindEnum)
  kind!: DecisionKind;

  @Field(() => String)
  reason!: string;

  @Field(() => String, { description: 'ISO 8601' })
  decidedAt!: string;

  @Field(() => PersonType)
  decidedBy!: PersonType;

  @Field(() => ID, { nullable: true, description: 'Of a REVERSE: the decision it takes back' })
  reverses!: string | null;

  @Field(() => Boolean)
  reversed!: boolean;

  @Field(() => String, { nullable: true, description: 'Of a LOCK or PIN: when it ends by itself, ISO 8601' })
  until!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a SLOW: how long members wait between two posts' })
  seconds!: number | null;
}

/** A flag as moderators see it: never who reported. */
@ObjectType('Flag', { implements: Node })
@Policy(WITH_RECORD)
export class FlagType extends Node {
  @Field(() => FlagReasonEnum)
  reason!: FlagReason;

  @Field(() => String)
  note!: string;

  @Field(() => String, { description: 'ISO 8601' })
  flaggedAt!: string;
}

/** A subject that waits for a decision. */
@ObjectType('ReviewItem')
@Policy(WITH_RECORD)
export class ReviewItemType {
  @Field(() => ID, { description: 'The global id of the subject' })
  subjectId!: string;

  @Field(() => [FlagType], { description: 'Pending flags, oldest first' })
  flags!: FlagType[];

  @Field(() => String, { description: 'ISO 8601; of the oldest pending flag' })
  oldestFlagAt!: string;

  @Field(() => String, { description: 'ISO 8601; 72 hours after the oldest flag' })
  dueAt!: string;

  @Field(() => Boolean, { description: 'Whether that time is over' })
  overdue!: boolean;

  @Field(() => Int, { description: 'Number of decisions taken on the subject; `decide` expects it' })
  decisionSeq!: number;
}

export const ReviewItemConnection = connectionOf('ReviewItem', () => ReviewItemType);

@InputType()
export class DecideInput {
  @Field(() => ID)
  subjectId!: string;

  @Field(() => DecisionKindEnum)
  kind!: DecisionKind;

  @Field(() => String, { description: 'As the person concerned will read it' })
  reason!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the reason names nobody and may stand in the network’s log' })
  reasonPublic?: boolean | null;

  @Field(() => Int, { description: 'Number of decisions that the moderator saw; another number is a CONFLICT' })
  expectedSeq!: number;

  @Field(() => ID, { nullable: true, description: 'Of a REVERSE: the decision to take back' })
  reverses?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a LOCK or PIN: the last day, after which it ends by itself, YYYY-MM-DD' })
  until?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a SLOW: how long members wait between two posts; 30 to 604,800' })
  seconds?: number | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class DecidePayload extends Payload {
  /** Type and id of the subject, for the fields that content modules add. */
  subject?: { type: string; id: string };

  @Field(() => DecisionType, { nullable: true })
  decision?: DecisionType | null;
}
