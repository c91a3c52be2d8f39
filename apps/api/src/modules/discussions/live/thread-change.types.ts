import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { PersonType } from '../../accounts/index.js';
import { PostAttachmentType } from '../attachments/attachment.types.js';
import { PollStandingType } from '../polls/poll.types.js';
import { PostType } from '../post.type.js';
import { ThreadSummaryType } from '../summary/summary.types.js';
import { ThreadStateEnum, ThreadViewerCan, type ThreadType } from '../thread.type.js';

/** How a thread stands after a change. */
@ObjectType('ThreadStanding')
@Policy(WITH_RECORD)
export class ThreadStandingType implements Pick<
  ThreadType,
  | 'state'
  | 'locked'
  | 'pinned'
  | 'lockedUntil'
  | 'pinnedUntil'
  | 'slowSeconds'
  | 'postsCount'
  | 'lastPostNo'
  | 'firstReplyAt'
  | 'acceptedPostNo'
  | 'acceptedAt'
  | 'viewerCan'
  | 'version'
> {
  @Field(() => ThreadStateEnum)
  state!: ThreadType['state'];

  @Field(() => String, { nullable: true, description: 'Why it is locked or hidden' })
  stateReason!: string | null;

  @Field(() => Boolean)
  locked!: boolean;

  @Field(() => Boolean)
  pinned!: boolean;

  @Field(() => String, { nullable: true })
  lockedUntil!: string | null;

  @Field(() => String, { nullable: true })
  pinnedUntil!: string | null;

  @Field(() => Int, { description: 'How long members wait between two posts; 0 for no wait' })
  slowSeconds!: number;

  @Field(() => Int)
  postsCount!: number;

  @Field(() => Int)
  lastPostNo!: number;

  @Field(() => String, { nullable: true })
  firstReplyAt!: string | null;

  @Field(() => Int, { nullable: true })
  acceptedPostNo!: number | null;

  @Field(() => String, { nullable: true })
  acceptedAt!: string | null;

  @Field(() => ThreadSummaryType, { nullable: true })
  summary!: ThreadSummaryType | null;

  @Field(() => Int, { description: 'Number of the newest decision; 0 for none' })
  decisionSeq!: number;

  @Field(() => ThreadViewerCan)
  viewerCan!: ThreadViewerCan;

  @Field(() => Int)
  version!: number;
}

/** A post that is new, or not as it was. */
@ObjectType('PostChange')
@Policy(WITH_RECORD)
export class PostChangeType {
  @Field(() => PostType)
  post!: PostType;

  @Field(() => String, { description: 'In the thread’s `posts`: whoever shows it goes on after it' })
  cursor!: string;

  @Field(() => String, { nullable: true, description: 'Why it is hidden; null for those who may not see that' })
  hiddenReason!: string | null;

  @Field(() => Int, { description: 'Number of the newest decision; 0 for none' })
  decisionSeq!: number;

  @Field(() => Int)
  thanks!: number;

  @Field(() => Int)
  agree!: number;

  @Field(() => Int)
  idea!: number;

  @Field(() => [PostAttachmentType], { description: 'Empty where the viewer may not read the text' })
  attachments!: PostAttachmentType[];

  @Field(() => PollStandingType, { nullable: true, description: 'Of its poll, where it has one that the reader may read' })
  poll!: PollStandingType | null;
}

/** What happened in a thread since its reader was last told. */
@ObjectType('ThreadChange')
@Policy(WITH_RECORD)
export class ThreadChangeType {
  @Field(() => Int, { description: 'How far the reader has been told with this; whoever comes back says it as `after`' })
  changeNo!: number;

  @Field(() => ThreadStandingType)
  thread!: ThreadStandingType;

  @Field(() => [PostChangeType], { description: 'In the order of the changes' })
  posts!: PostChangeType[];

  @Field(() => [PersonType], { description: 'Who writes a reply at this moment' })
  writing!: PersonType[];
}

/** What a list shows of a thread in which something happened. */
@ObjectType('ThreadActivity')
@Policy(WITH_RECORD)
export class ThreadActivityType implements Pick<
  ThreadType,
  'id' | 'state' | 'pinned' | 'postsCount' | 'lastPostNo' | 'lastPostAt' | 'acceptedPostNo'
> {
  @Field(() => ID, { description: 'Of the thread' })
  id!: string;

  @Field(() => ThreadStateEnum)
  state!: ThreadType['state'];

  @Field(() => Boolean)
  pinned!: boolean;

  @Field(() => Int)
  postsCount!: number;

  @Field(() => Int)
  lastPostNo!: number;

  @Field(() => String)
  lastPostAt!: string;

  @Field(() => Int, { nullable: true })
  acceptedPostNo!: number | null;
}

/** What happened in the discussions of a network. */
@ObjectType('DiscussionsChange')
@Policy(WITH_RECORD)
export class DiscussionsChangeType {
  @Field(() => Boolean, { description: 'Whether more may have happened than is told: whoever shows a list asks for it anew' })
  missed!: boolean;

  @Field(() => [ThreadActivityType])
  threads!: ThreadActivityType[];
}

@InputType()
export class SayWritingInput {
  @Field(() => ID)
  threadId!: string;
}
