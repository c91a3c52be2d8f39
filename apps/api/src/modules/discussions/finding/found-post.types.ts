import type { ThreadKind } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { connectionOf, Node } from '../../../platform/graphql/types.js';
import { PersonType } from '../../accounts/index.js';
import { PostStateEnum, type PostState } from '../post.type.js';
import { ThreadKindEnum } from '../thread.type.js';
import type { ExcerptPart } from './excerpt.js';

@InputType({ description: 'What is null filters nothing' })
export class PostSearchInput {
  @Field(() => String, { description: 'Words; each begins a word of the post, or of the title where it opens a thread' })
  query!: string;

  @Field(() => String, { nullable: true, description: 'Slug of the network' })
  network?: string | null;

  @Field(() => String, { nullable: true, description: 'Words that begin words of the author’s name' })
  author?: string | null;

  @Field(() => ThreadKindEnum, { nullable: true })
  kind?: ThreadKind | null;

  @Field(() => ID, { nullable: true, description: 'A category of a network' })
  category?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of questions: whether they have an accepted answer' })
  answered?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Written on this day or later, YYYY-MM-DD' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Written on this day or before, YYYY-MM-DD' })
  to?: string | null;
}

@ObjectType('ExcerptPart')
@Policy(WITH_RECORD)
export class ExcerptPartType implements ExcerptPart {
  @Field(() => String, { description: 'Text, not HTML' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether it is what was looked for' })
  found!: boolean;
}

/** A post that was found, with what says where it stands. */
@ObjectType('FoundPost', { implements: Node })
@Policy(WITH_RECORD)
export class FoundPostType extends Node {
  @Field(() => Int)
  no!: number;

  @Field(() => PostStateEnum)
  state!: PostState;

  @Field(() => String, { description: 'Language of the post' })
  lang!: string;

  @Field(() => [ExcerptPartType])
  excerpt!: ExcerptPart[];

  @Field(() => PersonType)
  author!: PersonType;

  @Field(() => String)
  createdAt!: string;

  @Field(() => String, { description: 'Of the thread' })
  title!: string;

  @Field(() => [ExcerptPartType], { description: 'The title, with what was found in it where the post opens the thread' })
  titleParts!: ExcerptPart[];

  @Field(() => String)
  titleLang!: string;

  @Field(() => ThreadKindEnum)
  kind!: ThreadKind;

  @Field(() => Boolean, { description: 'Whether the thread has an accepted answer' })
  answered!: boolean;

  @Field(() => Boolean, { description: 'Whether it is that answer' })
  accepted!: boolean;

  @Field(() => String)
  network!: string;

  @Field(() => String)
  networkLang!: string;

  @Field(() => String, { description: 'Path on the site, without the language' })
  path!: string;
}

export const FoundPostConnection = connectionOf('FoundPost', () => FoundPostType);
