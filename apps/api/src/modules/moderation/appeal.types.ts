import { APPEAL_ANSWERS, APPEAL_STATES, type AppealAnswer, type AppealState, type DecisionKind } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node, Payload } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';
import type { Appeal } from './appeal.entity.js';
import { DecisionKindEnum } from './moderation.types.js';

/** States of appeals as a GraphQL enum. */
export const AppealStateEnum = Object.fromEntries(APPEAL_STATES.map((state) => [state, state])) as { [K in AppealState]: K };
registerEnumType(AppealStateEnum, { name: 'AppealState', description: 'Whether an appeal waits, or how it was answered' });

/** Answers to appeals as a GraphQL enum. */
export const AppealAnswerEnum = Object.fromEntries(APPEAL_ANSWERS.map((answer) => [answer, answer])) as { [K in AppealAnswer]: K };
registerEnumType(AppealAnswerEnum, { name: 'AppealAnswer', description: 'UPHOLD: the decision stands; REVERSE: it is taken back' });

/** An appeal as its author and those who decide it see it. */
@ObjectType('Appeal', { implements: Node })
@Policy(WITH_RECORD)
export class AppealType extends Node implements Pick<Appeal, 'statement' | 'state' | 'answer' | 'version'> {
  @Field(() => AppealStateEnum)
  state!: AppealState;

  @Field(() => String, { description: 'Why its author thinks that the decision is wrong' })
  statement!: string;

  @Field(() => String, { description: 'ISO 8601' })
  madeAt!: string;

  @Field(() => String, { description: 'ISO 8601; 72 hours after it was made' })
  dueAt!: string;

  @Field(() => String, { nullable: true, description: 'ISO 8601' })
  decidedAt!: string | null;

  @Field(() => String, { description: 'The reason of the answer; empty while it waits, and where a moderator gave in' })
  answer!: string;

  @Field(() => Int)
  version!: number;
}

/** What a decision is about, where it stands: what an appeal and one's own decisions have in common. */
@ObjectType()
@Policy(WITH_RECORD)
export abstract class DecidedPlace {
  @Field(() => DecisionKindEnum)
  kind!: DecisionKind;

  @Field(() => String)
  reason!: string;

  @Field(() => String, { description: 'ISO 8601; when it was decided first' })
  decidedAt!: string;

  @Field(() => String, { description: 'Name of the type: Post, Thread or Membership' })
  subjectType!: string;

  @Field(() => String, { description: 'Title of the discussion, or name of the network' })
  title!: string;

  @Field(() => String, { description: 'Path on the site, without the language' })
  path!: string;

  @Field(() => String)
  networkName!: string;

  @Field(() => String)
  networkSlug!: string;

  @Field(() => String)
  networkLang!: string;
}

/** An open appeal with what to weigh. */
@ObjectType('AppealItem')
@Policy(WITH_RECORD)
export class AppealItemType extends DecidedPlace {
  @Field(() => AppealType)
  appeal!: AppealType;

  @Field(() => PersonType, { description: 'Who appeals' })
  author!: PersonType;

  @Field(() => PersonType, { description: 'Who decided first, and so does not answer' })
  decidedBy!: PersonType;

  @Field(() => Boolean, { description: 'Whether 72 hours are over' })
  overdue!: boolean;
}

export const AppealItemConnection = connectionOf('AppealItem', () => AppealItemType);

/** A decision that concerns the viewer, without who took it. */
@ObjectType('OwnDecision')
@Policy(WITH_RECORD)
export class OwnDecisionType extends DecidedPlace {
  @Field(() => ID, { description: 'For `makeAppeal`' })
  decisionId!: string;

  @Field(() => Boolean, { description: 'Whether it was taken back' })
  reversed!: boolean;

  @Field(() => AppealType, { nullable: true })
  appeal!: AppealType | null;

  @Field(() => Boolean, { description: 'Whether the viewer may appeal against it now' })
  canAppeal!: boolean;
}

export const OwnDecisionConnection = connectionOf('OwnDecision', () => OwnDecisionType);

@InputType()
export class MakeAppealInput {
  @Field(() => ID)
  decisionId!: string;

  @Field(() => String, { description: 'Why the decision is wrong' })
  statement!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class DecideAppealInput {
  @Field(() => ID)
  appealId!: string;

  @Field(() => AppealAnswerEnum)
  answer!: AppealAnswer;

  @Field(() => String, { description: 'As the author of the appeal will read it' })
  reason!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@ObjectType()
@Policy(WITH_RECORD)
export class AppealPayload extends Payload {
  @Field(() => AppealType, { nullable: true })
  appeal?: AppealType | null;
}
