import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { connectionOf, Node, Payload } from '../../../platform/graphql/types.js';
import { ResourceType } from '../../resources/index.js';

/** The viewer's own study of a resource. Times are ISO text in UTC. */
@ObjectType('ResourceStudy', { implements: Node })
@Policy(WITH_RECORD)
export class ResourceStudyType extends Node {
  @Field(() => String)
  startedAt!: string;

  @Field(() => String)
  lastAt!: string;

  @Field(() => Int, { description: 'How much of it, in percent' })
  share!: number;

  @Field(() => String, { nullable: true })
  doneAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of the version that was finished' })
  doneVersionNo!: number | null;

  @Field(() => String, { description: 'Of what was finished, as it was then; else as it is' })
  title!: string;

  @Field(() => String, { description: 'Language of the title' })
  lang!: string;

  @Field(() => Int, { nullable: true, description: 'Minutes that count, of what was finished' })
  minutes!: number | null;

  @Field(() => ResourceType, { nullable: true, description: 'Null where the viewer may not read it any more' })
  resource!: ResourceType | null;
}

export const ResourceStudyConnection = connectionOf('ResourceStudy', () => ResourceStudyType);

@InputType()
export class StudyResourceInput {
  @Field(() => ID)
  resourceId!: string;

  @Field(() => Int, { nullable: true, description: 'How much of it was seen, in percent; never made less' })
  share?: number | null;
}

@InputType()
export class MarkDoneInput {
  @Field(() => ID)
  resourceId!: string;

  @Field(() => Boolean, { description: 'False takes it back' })
  done!: boolean;
}

@InputType()
export class SaveNoteInput {
  @Field(() => ID)
  resourceId!: string;

  @Field(() => String, { description: 'Markdown; empty deletes it' })
  body!: string;
}

/** The resource with what the viewer has done of it. */
@ObjectType()
@Policy(WITH_RECORD)
export class StudyPayload extends Payload {
  @Field(() => ResourceType, { nullable: true })
  resource?: ResourceType | null;
}
