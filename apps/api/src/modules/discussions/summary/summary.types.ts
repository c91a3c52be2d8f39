import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { PersonType } from '../../accounts/index.js';

@ObjectType('ThreadSummary', { description: 'What a thread came to, by a moderator' })
@Policy(WITH_RECORD)
export class ThreadSummaryType {
  @Field(() => String, { description: 'Markdown' })
  body!: string;

  @Field(() => String)
  html!: string;

  @Field(() => PersonType, { description: 'Who wrote it last' })
  writtenBy!: PersonType;

  @Field(() => String)
  writtenAt!: string;

  @Field(() => Int)
  version!: number;
}

@InputType()
export class SummariseThreadInput {
  @Field(() => ID)
  threadId!: string;

  @Field(() => String, { description: 'Markdown; empty takes the summary away' })
  body!: string;

  @Field(() => Int, { nullable: true, description: 'Version of the summary that was seen; null where there was none' })
  seenVersion?: number | null;
}
