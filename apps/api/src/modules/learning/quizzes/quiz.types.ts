import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Node, Payload } from '../../../platform/graphql/types.js';
import { ResourceActInput, ResourceType } from '../../resources/index.js';

/** What one question's answer came to. */
@ObjectType('QuizResult')
@Policy(WITH_RECORD)
export class QuizResultType {
  @Field(() => String, { description: 'Name of the question' })
  name!: string;

  @Field(() => Boolean)
  isRight!: boolean;

  @Field(() => String, { description: 'The right answer as JSON, in the form of SurveyJS' })
  correctAnswer!: string;

  @Field(() => String)
  explanation!: string;
}

/** An attempt of the viewer. */
@ObjectType('QuizAttempt', { implements: Node })
@Policy(WITH_RECORD)
export class QuizAttemptType extends Node {
  @Field(() => String)
  madeAt!: string;

  @Field(() => Int, { description: 'Version of the resource whose quiz it was' })
  versionNo!: number;

  @Field(() => Int)
  rightCount!: number;

  @Field(() => Int)
  questionsCount!: number;

  @Field(() => Boolean)
  passed!: boolean;

  @Field(() => String, { description: 'As JSON, by the names of questions' })
  answers!: string;

  @Field(() => [QuizResultType])
  results!: QuizResultType[];
}

/** A self-check of a resource, in the format of SurveyJS. Answers are not in it. */
@ObjectType('ResourceQuiz', { implements: Node })
@Policy(WITH_RECORD)
export class ResourceQuizType extends Node {
  @Field(() => String, { description: 'SurveyJS JSON without the right answers' })
  survey!: string;

  @Field(() => Int, { description: 'Share of the questions that must be right, in percent' })
  passPercent!: number;

  @Field(() => Int)
  questionsCount!: number;

  @Field(() => QuizAttemptType, { nullable: true, description: "The viewer's last attempt" })
  lastAttempt!: QuizAttemptType | null;

  @Field(() => Boolean, { description: 'Whether an attempt of the viewer has passed' })
  passed!: boolean;
}

/** The quiz as those write it who write the resource. */
@ObjectType('QuizDraft')
@Policy(WITH_RECORD)
export class QuizDraftType {
  @Field(() => String, { description: 'SurveyJS JSON with the right answers' })
  survey!: string;

  @Field(() => Int)
  passPercent!: number;
}

@InputType()
export class SaveQuizInput extends ResourceActInput {
  @Field(() => String, { nullable: true, description: 'SurveyJS JSON with the right answers; null: no quiz' })
  survey?: string | null;

  @Field(() => Int)
  passPercent!: number;
}

@InputType()
export class SubmitQuizInput {
  @Field(() => ID)
  resourceId!: string;

  @Field(() => String, { description: 'Answers as JSON, by the names of questions' })
  answers!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class QuizPayload extends Payload {
  @Field(() => ResourceType, { nullable: true })
  resource?: ResourceType | null;

  @Field(() => QuizAttemptType, { nullable: true })
  attempt?: QuizAttemptType | null;
}
