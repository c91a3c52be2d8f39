import {
  COMPLETION_RULES,
  GATHERING_STATES,
  STEP_KINDS,
  type CompletionRule,
  type GatheringState,
  type ResourceVisibility,
  type StepKind,
} from '@stoa/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { connectionOf, Node } from '../../../platform/graphql/types.js';
import { ResourceType, ResourceVisibilityEnum } from '../../resources/index.js';
import type { PathRow } from './path.statement.js';

function enumOf<Value extends string>(name: string, values: readonly Value[]): { [V in Value]: V } {
  const object = Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(object, { name });
  return object;
}

export const GatheringStateEnum = enumOf('GatheringState', GATHERING_STATES);
export const CompletionRuleEnum = enumOf('CompletionRule', COMPLETION_RULES);
export const StepKindEnum = enumOf('PathStepKind', STEP_KINDS);

/** A discussion that a step leads to. */
@ObjectType('StepThread')
@Policy(WITH_RECORD)
export class StepThreadType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => String, { description: 'Address of its page, without the language' })
  path!: string;
}

/** A step of a path, as the viewer stands to it. */
@ObjectType('PathStep', { implements: Node })
@Policy(WITH_RECORD)
export class PathStepType extends Node {
  @Field(() => StepKindEnum)
  kind!: StepKind;

  @Field(() => String, { description: "The step's own title, else that of what it leads to; empty where that is closed to the viewer" })
  title!: string;

  @Field(() => String, { description: 'Language of the title' })
  lang!: string;

  @Field(() => String, { description: 'As its writer gave it; empty where it has none, or is closed to the viewer' })
  ownTitle!: string;

  @Field(() => Int, { nullable: true, description: 'As its writer gave them' })
  ownMinutes!: number | null;

  @Field(() => String, { description: 'What it is for' })
  text!: string;

  @Field(() => String, { nullable: true })
  url!: string | null;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => Int, { nullable: true })
  minutes!: number | null;

  @Field(() => Boolean, { description: 'What it leads to is not for the viewer' })
  closed!: boolean;

  @Field(() => Boolean, { description: 'What it leads to was withdrawn; nobody is asked for it any more' })
  gone!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer has done it' })
  done!: boolean;

  @Field(() => ResourceType, { nullable: true })
  resource!: ResourceType | null;

  @Field(() => StepThreadType, { nullable: true })
  thread!: StepThreadType | null;
}

/** The viewer's way along a path. */
@ObjectType('PathEnrolment')
@Policy(WITH_RECORD)
export class PathEnrolmentType {
  @Field(() => String)
  enrolledAt!: string;

  @Field(() => Boolean, { description: 'Whether others who follow it see the viewer on their step' })
  showsSelf!: boolean;

  @Field(() => String, { nullable: true, description: 'When it was completed, for good' })
  doneAt!: string | null;
}

@ObjectType('PathViewerCan')
@Policy(WITH_RECORD)
export class PathViewerCan {
  @Field(() => Boolean)
  edit!: boolean;

  @Field(() => Boolean)
  submit!: boolean;

  @Field(() => Boolean)
  takeBack!: boolean;

  @Field(() => Boolean, { description: 'Publish it, or give it back' })
  review!: boolean;

  @Field(() => Boolean)
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Delete a draft' })
  discard!: boolean;

  @Field(() => Boolean)
  enrol!: boolean;

  @Field(() => Boolean, { description: 'See its certificates and revoke them' })
  certificates!: boolean;
}

/** The public face of a learning path. Times are ISO text in UTC. */
@ObjectType('LearningPath', { implements: Node })
@Policy(WITH_RECORD)
export class LearningPathType extends Node {
  @Field(() => String)
  slug!: string;

  @Field(() => GatheringStateEnum)
  state!: GatheringState;

  @Field(() => Boolean)
  awaitsReview!: boolean;

  @Field(() => ResourceVisibilityEnum)
  visibility!: ResourceVisibility;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String, { description: 'What one can do after it' })
  outcome!: string;

  @Field(() => String, { description: 'ISO 639-1' })
  lang!: string;

  @Field(() => CompletionRuleEnum)
  rule!: CompletionRule;

  @Field(() => Int, { nullable: true, description: 'Steps that complete it, of the rule NUMBER' })
  needed!: number | null;

  @Field(() => Int, { description: 'What it counts for' })
  minutes!: number;

  @Field(() => Boolean, { description: 'Whether whoever completes it is given a certificate' })
  certificate!: boolean;

  @Field(() => String, { nullable: true })
  publishedAt!: string | null;

  @Field(() => String)
  changedAt!: string;

  @Field(() => Int)
  version!: number;

  /** The row, for field resolvers; not in the schema. */
  row!: PathRow;
}

export const LearningPathConnection = connectionOf('LearningPath', () => LearningPathType);
