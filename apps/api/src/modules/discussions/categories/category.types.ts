import { CATEGORY_STARTERS, type CategoryStarter, type ThreadKind } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Node, Payload } from '../../../platform/graphql/types.js';
import { ThreadKindEnum } from '../thread.type.js';
import type { ThreadCategory } from './category.entity.js';

/** Who may start threads, as a GraphQL enum. */
export const CategoryStarterEnum = Object.fromEntries(CATEGORY_STARTERS.map((each) => [each, each])) as { [K in CategoryStarter]: K };
registerEnumType(CategoryStarterEnum, { name: 'CategoryStarter', description: 'Who may start threads in a category' });

/** A category with its rules. */
@ObjectType('ThreadCategory', { implements: Node })
@Policy(WITH_RECORD)
export class ThreadCategoryType
  extends Node
  implements Pick<ThreadCategory, 'name' | 'description' | 'startBy' | 'defaultKind' | 'closed' | 'version'>
{
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What belongs there; may be empty' })
  description!: string;

  @Field(() => CategoryStarterEnum)
  startBy!: CategoryStarter;

  @Field(() => ThreadKindEnum, { nullable: true, description: 'What a new thread is at first' })
  defaultKind!: ThreadKind | null;

  @Field(() => Boolean, { description: 'Whether no new threads begin there' })
  closed!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may start a thread there' })
  viewerCanStart!: boolean;

  @Field(() => Int)
  version!: number;
}

/** The categories of a network. */
@ObjectType('ThreadCategories')
@Policy(WITH_RECORD)
export class ThreadCategoriesType {
  @Field(() => ID)
  networkId!: string;

  @Field(() => String)
  networkName!: string;

  @Field(() => String, { description: 'In which the categories are written' })
  networkLang!: string;

  @Field(() => Boolean, { description: 'Whether the viewer keeps them' })
  viewerCanConfigure!: boolean;

  @Field(() => [ThreadCategoryType], { description: 'In their order; 30 at most' })
  categories!: ThreadCategoryType[];
}

@InputType()
export class SaveThreadCategoryInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => ID, { nullable: true, description: 'The category to change; absent for a new one' })
  id?: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  description!: string;

  @Field(() => CategoryStarterEnum)
  startBy!: CategoryStarter;

  @Field(() => ThreadKindEnum, { nullable: true })
  defaultKind?: ThreadKind | null;

  @Field(() => Boolean)
  closed!: boolean;

  @Field(() => Int, { nullable: true, description: 'Of the category to change' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class OrderThreadCategoriesInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => [ID], { description: 'All categories of the network in their new order' })
  ids!: string[];
}

@InputType()
export class CategoriseThreadInput {
  @Field(() => ID)
  threadId!: string;

  @Field(() => ID, { nullable: true, description: 'Null for none' })
  categoryId?: string | null;

  @Field(() => String, { description: 'As the author will read it' })
  reason!: string;

  @Field(() => Int, { description: 'Number of decisions on the thread that the moderator saw; another number is a CONFLICT' })
  expectedSeq!: number;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ThreadCategoryPayload extends Payload {
  @Field(() => ThreadCategoryType, { nullable: true })
  category?: ThreadCategoryType | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ThreadCategoriesPayload extends Payload {
  @Field(() => [ThreadCategoryType], { nullable: true })
  categories?: ThreadCategoryType[] | null;
}
