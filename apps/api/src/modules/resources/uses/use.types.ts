import type { UseResult } from '@stoa/domain';
import { USE_RESULTS } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { connectionOf, Node } from '../../../platform/graphql/types.js';
import { PersonType } from '../../accounts/index.js';

const UseResultEnum = Object.fromEntries(USE_RESULTS.map((value) => [value, value])) as { [V in UseResult]: V };
registerEnumType(UseResultEnum, { name: 'UseResult' });

/** What somebody did with a resource, and how it went. */
@ObjectType('ResourceUse', { implements: Node })
@Policy(WITH_RECORD)
export class ResourceUseType extends Node {
  @Field(() => UseResultEnum)
  result!: UseResult;

  @Field(() => String)
  account!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => String)
  toldAt!: string;

  @Field(() => String, { nullable: true })
  editedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the school where the person worked then' })
  school!: string | null;

  @Field(() => PersonType, { nullable: true, description: 'Who tells it; null for visitors' })
  person!: PersonType | null;

  @Field(() => Boolean, { description: "Whether it is the viewer's own" })
  mine!: boolean;

  @Field(() => Int)
  version!: number;
}

export const ResourceUseConnection = connectionOf('ResourceUse', () => ResourceUseType);

@InputType()
export class MarkUsefulInput {
  @Field(() => ID, { description: 'The resource' })
  id!: string;

  @Field(() => Boolean, { description: 'False takes it back' })
  useful!: boolean;
}

@InputType()
export class TellUseInput {
  @Field(() => ID, { description: 'The resource' })
  id!: string;

  @Field(() => UseResultEnum)
  result!: UseResult;

  @Field(() => String)
  account!: string;

  @Field(() => String, { description: 'Language of the account: en, el, pl or ru' })
  lang!: string;
}

@InputType()
export class TakeBackUseInput {
  @Field(() => ID, { description: 'The resource' })
  id!: string;
}
