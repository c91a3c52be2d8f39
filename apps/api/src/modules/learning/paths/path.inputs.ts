import type { CompletionRule, ResourceOwnerType, ResourceVisibility, StepKind } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Payload } from '../../../platform/graphql/types.js';
import { ResourceOwnerTypeEnum, ResourceVisibilityEnum } from '../../resources/index.js';
import { CompletionRuleEnum, LearningPathType, StepKindEnum } from './path.types.js';

@InputType()
export class PathStepInput {
  @Field(() => ID, { nullable: true, description: 'Of a step that is there already' })
  id?: string | null;

  @Field(() => StepKindEnum)
  kind!: StepKind;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  text!: string;

  @Field(() => ID, { nullable: true })
  resourceId?: string | null;

  @Field(() => ID, { nullable: true })
  threadId?: string | null;

  @Field(() => String, { nullable: true })
  url?: string | null;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => Int, { nullable: true })
  minutes?: number | null;
}

@InputType()
export class PathContentInput {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String)
  outcome!: string;

  @Field(() => String, { description: 'ISO 639-1' })
  lang!: string;

  @Field(() => ResourceVisibilityEnum)
  visibility!: ResourceVisibility;

  @Field(() => CompletionRuleEnum)
  rule!: CompletionRule;

  @Field(() => Int, { nullable: true })
  needed?: number | null;

  @Field(() => Int)
  minutes!: number;

  @Field(() => Boolean)
  certificate!: boolean;

  @Field(() => [PathStepInput])
  steps!: PathStepInput[];
}

@InputType()
export class CreatePathInput {
  @Field(() => ResourceOwnerTypeEnum)
  ownerType!: ResourceOwnerType;

  @Field(() => ID, { description: 'A Network, Structure, Centre, School, or the Territory of a county' })
  ownerId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'ISO 639-1' })
  lang!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

/** An act on a path as the viewer saw it. */
@InputType()
export class PathActInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "The path's version" })
  expectedVersion!: number;
}

@InputType()
export class SavePathInput extends PathActInput {
  @Field(() => PathContentInput)
  content!: PathContentInput;
}

@InputType()
export class ReturnPathInput extends PathActInput {
  @Field(() => String, { description: 'What its writer is to change' })
  remarks!: string;
}

@InputType()
export class FollowPathInput {
  @Field(() => ID)
  pathId!: string;

  @Field(() => Boolean, { description: 'False leaves it; what was completed stays' })
  follows!: boolean;
}

@InputType()
export class ShowOnPathInput {
  @Field(() => ID)
  pathId!: string;

  @Field(() => Boolean)
  shows!: boolean;
}

@InputType()
export class MarkStepInput {
  @Field(() => ID, { description: 'A PathStep of a task' })
  stepId!: string;

  @Field(() => Boolean)
  done!: boolean;
}

@ObjectType()
@Policy(WITH_RECORD)
export class PathPayload extends Payload {
  @Field(() => LearningPathType, { nullable: true })
  path?: LearningPathType | null;
}
