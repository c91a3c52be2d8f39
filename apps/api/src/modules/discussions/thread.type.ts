import { THREAD_KINDS, THREAD_STATES, type ThreadKind, type ThreadState } from '@stoa/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';
import type { ThreadAbilities } from './discussions.policy.js';
import type { Thread } from './thread.entity.js';
import type { ThreadRow } from './thread.statement.js';

/** Kinds of threads as a GraphQL enum. */
export const ThreadKindEnum = Object.fromEntries(THREAD_KINDS.map((kind) => [kind, kind])) as { [K in ThreadKind]: K };
registerEnumType(ThreadKindEnum, { name: 'ThreadKind', description: 'A question can have an accepted answer' });

/** States of threads as a GraphQL enum. */
export const ThreadStateEnum = Object.fromEntries(THREAD_STATES.map((state) => [state, state])) as { [K in ThreadState]: K };
registerEnumType(ThreadStateEnum, { name: 'ThreadState' });

@ObjectType('ThreadViewerCan', { description: 'What the viewer may do in a thread' })
@Policy(WITH_RECORD)
export class ThreadViewerCan implements ThreadAbilities {
  @Field(() => Boolean)
  reply!: boolean;

  @Field(() => String, { nullable: true, description: 'Why replying is not possible: LOCKED, HIDDEN, SUSPENDED, NOT_MEMBER …' })
  replyRefusal!: ThreadAbilities['replyRefusal'];

  @Field(() => Boolean, { description: 'Accept an answer, or take that back' })
  accept!: boolean;

  @Field(() => Boolean, { description: 'Lock, pin and hide it; never its author' })
  moderate!: boolean;

  @Field(() => Boolean, { description: 'Read decisions with persons' })
  readLog!: boolean;

  @Field(() => Boolean, { description: 'Set, change and take away its summary' })
  summarise!: boolean;
}

/** A category by its name. */
@ObjectType('ThreadCategoryLabel')
@Policy(WITH_RECORD)
export class ThreadCategoryLabel {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'In the language of the network' })
  name!: string;
}

/** The public face of a thread. Times are ISO text in UTC. */
@ObjectType('Thread', { implements: Node })
@Policy(WITH_RECORD)
export class ThreadType
  extends Node
  implements
    Pick<Thread, 'no' | 'slug' | 'title' | 'lang' | 'kind' | 'pinned' | 'locked' | 'slowSeconds' | 'postsCount' | 'lastPostNo' | 'version'>
{
  @Field(() => Int, { description: 'Counts the threads of its network from 1' })
  no!: number;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Language of the title' })
  lang!: Thread['lang'];

  @Field(() => ThreadKindEnum)
  kind!: ThreadKind;

  @Field(() => ThreadStateEnum)
  state!: ThreadState;

  @Field(() => Boolean)
  locked!: boolean;

  @Field(() => Boolean)
  pinned!: boolean;

  @Field(() => String, { nullable: true, description: 'When the lock ends by itself' })
  lockedUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'When the pin ends by itself' })
  pinnedUntil!: string | null;

  @Field(() => Int, { description: 'How long an ordinary member waits between two posts; 0 where nobody does' })
  slowSeconds!: number;

  @Field(() => PersonType)
  author!: PersonType;

  @Field(() => String)
  createdAt!: string;

  @Field(() => String, { description: 'Of the last visible post' })
  lastPostAt!: string;

  @Field(() => ThreadCategoryLabel, { nullable: true })
  category!: ThreadCategoryLabel | null;

  @Field(() => Int, { description: 'Visible posts, the opening one included' })
  postsCount!: number;

  @Field(() => Int, { description: 'The highest number of a post, whatever became of it' })
  lastPostNo!: number;

  @Field(() => Int, { description: 'Number of the last change; `threadChanged` goes on after it' })
  changeNo!: number;

  @Field(() => String, { nullable: true, description: 'Of the first reply by somebody else' })
  firstReplyAt!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of the accepted answer' })
  acceptedPostNo!: number | null;

  @Field(() => String, { nullable: true })
  acceptedAt!: string | null;

  @Field(() => Int, { description: 'Number of the last post that the viewer has read; 0 for none' })
  lastReadNo!: number;

  @Field(() => String, { nullable: true, description: 'When the viewer last read it' })
  lastReadAt!: string | null;

  @Field(() => Boolean)
  unread!: boolean;

  @Field(() => ThreadViewerCan)
  viewerCan!: ThreadViewerCan;

  @Field(() => Int)
  version!: number;

  /** The row, for field resolvers; not in the schema. */
  row!: ThreadRow;
}

export const ThreadConnection = connectionOf('Thread', () => ThreadType);
