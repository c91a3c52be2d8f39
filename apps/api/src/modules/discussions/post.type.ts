import { VISIBILITIES, type Visibility } from '@stoa/domain';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';
import type { PostAbilities } from './discussions.policy.js';
import type { Post } from './post.entity.js';
import type { PostRow } from './post.statement.js';

/** What became of a post: its visibility, or withdrawn by its author. */
export type PostState = Visibility | 'WITHDRAWN';

/** States of posts as a GraphQL enum. */
export const PostStateEnum = Object.fromEntries([...VISIBILITIES, 'WITHDRAWN'].map((state) => [state, state])) as { [K in PostState]: K };
registerEnumType(PostStateEnum, { name: 'PostState', description: 'Only a VISIBLE post has text for everybody' });

@ObjectType('PostViewerCan', { description: 'What the viewer may do with a post' })
@Policy(WITH_RECORD)
export class PostViewerCan implements PostAbilities {
  @Field(() => Boolean)
  edit!: boolean;

  @Field(() => Boolean)
  withdraw!: boolean;

  @Field(() => Boolean)
  report!: boolean;

  @Field(() => Boolean)
  react!: boolean;

  @Field(() => Boolean, { description: 'Accept it as the answer' })
  accept!: boolean;

  @Field(() => Boolean, { description: 'Hide, show, keep, remove; never its author' })
  moderate!: boolean;
}

/** The public face of a post. Where the viewer may not read it, it is a gap: number and state without author and text. */
@ObjectType('Post', { implements: Node })
@Policy(WITH_RECORD)
export class PostType extends Node implements Pick<Post, 'no' | 'hasPoll' | 'version'> {
  @Field(() => Int, { description: 'Counts the posts of its thread from 1' })
  no!: number;

  @Field(() => PostStateEnum)
  state!: PostState;

  @Field(() => PersonType, { nullable: true })
  author!: PersonType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Profession of the author when writing, at the school through which they were a member',
  })
  authorProfession!: string | null;

  @Field(() => String, { nullable: true, description: 'School through which the author was a member when writing' })
  authorSchool!: string | null;

  @Field(() => String, { nullable: true, description: 'Language of the text' })
  lang!: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, as written' })
  body!: string | null;

  @Field(() => String, { nullable: true, description: 'Safe HTML' })
  html!: string | null;

  @Field(() => String)
  createdAt!: string;

  @Field(() => String, { nullable: true })
  editedAt!: string | null;

  @Field(() => Boolean, { description: 'Whether it is the accepted answer' })
  accepted!: boolean;

  @Field(() => Boolean, { description: 'Whether it asks something of its readers; `poll` says what' })
  hasPoll!: boolean;

  @Field(() => PostViewerCan)
  viewerCan!: PostViewerCan;

  @Field(() => Int)
  version!: number;

  /** The row, for field resolvers; not in the schema. */
  row!: PostRow;
}

export const PostConnection = connectionOf('Post', () => PostType);

/** What a post said before an edit. */
@ObjectType('PostRevision', { implements: Node })
@Policy(WITH_RECORD)
export class PostRevisionType extends Node {
  @Field(() => String, { description: 'Markdown' })
  body!: string;

  @Field(() => String, { description: 'When it was replaced, ISO 8601' })
  replacedAt!: string;
}

/** What a moderator should know of a post's author before deciding. */
@ObjectType('AuthorRecord')
@Policy(WITH_RECORD)
export class AuthorRecordType {
  @Field(() => Int, { description: 'Posts in this network' })
  posts!: number;

  @Field(() => Int, { description: 'Of them hidden or removed by moderators' })
  hidden!: number;
}
