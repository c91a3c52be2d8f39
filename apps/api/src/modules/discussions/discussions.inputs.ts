import type { FlagReason, ThreadKind } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { FlagReasonEnum } from '../moderation/index.js';
import { AttachmentInput } from './attachments/attachment.types.js';
import { PollInput } from './polls/poll.inputs.js';
import { PostType } from './post.type.js';
import { ThreadKindEnum, ThreadType } from './thread.type.js';

@InputType()
export class StartThreadInput {
  @Field(() => String, { nullable: true, description: 'Repeating a mutation with the same key does nothing twice' })
  clientMutationId?: string | null;

  @Field(() => String, { description: 'Slug of the network' })
  network!: string;

  @Field(() => ID, { nullable: true, description: 'A category of the network in which the viewer may start threads' })
  categoryId?: string | null;

  @Field(() => ThreadKindEnum)
  kind!: ThreadKind;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Markdown' })
  body!: string;

  @Field(() => String, { description: 'Language of title and text' })
  lang!: string;

  @Field(() => [AttachmentInput], { nullable: true, description: 'Uploads that have arrived, in the order in which they will stand' })
  attachments?: AttachmentInput[] | null;

  @Field(() => PollInput, { nullable: true, description: 'What the opening post asks of its readers' })
  poll?: PollInput | null;
}

@InputType()
export class ReplyInput {
  @Field(() => String, { nullable: true, description: 'Repeating a mutation with the same key does nothing twice' })
  clientMutationId?: string | null;

  @Field(() => ID)
  threadId!: string;

  @Field(() => String, { description: 'Markdown' })
  body!: string;

  @Field(() => String, { description: 'Language of the text' })
  lang!: string;

  @Field(() => [AttachmentInput], { nullable: true, description: 'Uploads that have arrived, in the order in which they will stand' })
  attachments?: AttachmentInput[] | null;
}

@InputType()
export class EditPostInput {
  @Field(() => ID)
  postId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { description: 'Markdown' })
  body!: string;

  @Field(() => String, { nullable: true, description: 'Language of the text; what is missing stays' })
  lang?: string | null;

  @Field(() => [AttachmentInput], { nullable: true, description: 'All files that it has from now on, in their order; missing, they stay' })
  attachments?: AttachmentInput[] | null;
}

@InputType()
export class PostVersionInput {
  @Field(() => ID)
  postId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class AcceptAnswerInput {
  @Field(() => ID)
  threadId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'The post to accept; null takes an acceptance back' })
  postId?: string | null;
}

@InputType()
export class MarkThreadReadInput {
  @Field(() => ID)
  threadId!: string;

  @Field(() => Int, { description: 'Number of the last post that was read' })
  upTo!: number;
}

@InputType()
export class ReportPostInput {
  @Field(() => String, { nullable: true, description: 'Repeating a mutation with the same key does nothing twice' })
  clientMutationId?: string | null;

  @Field(() => ID)
  postId!: string;

  @Field(() => FlagReasonEnum)
  reason!: FlagReason;

  @Field(() => String, { description: 'Required for OTHER' })
  note!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ThreadPayload extends Payload {
  @Field(() => ThreadType, { nullable: true })
  thread?: ThreadType | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class PostPayload extends Payload {
  @Field(() => PostType, { nullable: true })
  post?: PostType | null;
}
