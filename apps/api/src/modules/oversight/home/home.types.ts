import { HOME_GROUPS, HOME_KINDS, type HomeGroup, type HomeKind, SNOOZES, type Snooze } from '@stoa/domain';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../../platform/authorize.js';
import { Payload } from '../../../platform/graphql/types.js';

function enumOf<Value extends string>(values: readonly Value[]): { [V in Value]: V } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
}

export const HomeKindEnum = enumOf(HOME_KINDS);
registerEnumType(HomeKindEnum, { name: 'HomeKind', description: 'What needs the person' });
export const HomeGroupEnum = enumOf(HOME_GROUPS);
registerEnumType(HomeGroupEnum, { name: 'HomeGroup' });
export const SnoozeEnum = enumOf(SNOOZES);
registerEnumType(SnoozeEnum, { name: 'Snooze' });
export const HomeNewsKindEnum = enumOf(['ACCEPTED', 'APPROVED', 'JOINED', 'POSTS'] as const);
export type HomeNewsKind = keyof typeof HomeNewsKindEnum;
registerEnumType(HomeNewsKindEnum, { name: 'HomeNewsKind' });

@ObjectType('HomeContext', { description: 'The network, school or place that an item belongs to' })
@Policy(WITH_RECORD)
export class HomeContext {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Language of the name' })
  lang!: string;

  @Field(() => String, { nullable: true, description: 'Slug of a network, for its emblem; null of other records' })
  emblem!: string | null;
}

/** One thing that needs the person; the interface words it from these values. */
@ObjectType('HomeItem')
@Policy(WITH_RECORD)
export class HomeItem {
  @Field(() => String, { description: 'Stable name of the item; `snoozeHomeItem` takes it' })
  key!: string;

  @Field(() => HomeKindEnum)
  kind!: HomeKind;

  @Field(() => HomeGroupEnum)
  group!: HomeGroup;

  @Field(() => String, { nullable: true, description: 'ISO 8601; null where nothing sets a time' })
  dueAt!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 8601; since when it waits' })
  since!: string | null;

  @Field(() => String, { nullable: true, description: 'Title that people wrote; null where the kind alone says it' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Language of the title' })
  lang!: string | null;

  @Field(() => HomeContext, { nullable: true })
  context!: HomeContext | null;

  @Field(() => Int, { description: 'How many: flags, replies, requests, sections with words, appointments …' })
  count!: number;

  @Field(() => Int, { nullable: true, description: 'Of how many, where `count` is a part' })
  of!: number | null;

  @Field(() => [String], { description: 'Up to three names of persons' })
  names!: string[];

  @Field(() => [String], { description: 'Codes: reasons of flags, signals at risk' })
  reasons!: string[];

  @Field(() => String, { nullable: true, description: 'School year, 2025/26' })
  year!: string | null;

  @Field(() => String, { description: 'Path on the site, without the language' })
  path!: string;
}

@ObjectType('HomeNews', { description: 'Something that happened since the last visit' })
@Policy(WITH_RECORD)
export class HomeNews {
  @Field(() => HomeNewsKindEnum)
  kind!: HomeNewsKind;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Language of the title' })
  lang!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => String, { nullable: true })
  year!: string | null;

  @Field(() => String)
  path!: string;
}

@ObjectType('HomeLane', { description: 'A network on the strip of the school year' })
@Policy(WITH_RECORD)
export class HomeLane {
  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => [String], { description: 'Mondays of the weeks in which somebody wrote, YYYY-MM-DD' })
  weeks!: string[];
}

/** What needs the signed-in person today, and what happened since they were here. */
@ObjectType('Home')
@Policy(WITH_RECORD)
export class HomeType {
  @Field(() => String, { description: 'ISO 8601' })
  asOf!: string;

  @Field(() => String, { description: 'YYYY-MM-DD, in the country' })
  today!: string;

  @Field(() => [HomeItem], { description: 'In the order of the page: by group, then what is due first' })
  items!: HomeItem[];

  @Field(() => Int, { description: 'How many more were put off' })
  snoozed!: number;

  @Field(() => String, { description: 'ISO 8601; the last visit, or a week ago where there was none' })
  since!: string;

  @Field(() => [HomeNews])
  news!: HomeNews[];

  @Field(() => String, { description: 'The school year that runs' })
  year!: string;

  @Field(() => [HomeLane], { description: "Up to four of the person's networks" })
  lanes!: HomeLane[];
}

@InputType()
export class SnoozeHomeItemInput {
  @Field(() => String)
  key!: string;

  @Field(() => SnoozeEnum, { nullable: true, description: 'Null brings it back' })
  until?: Snooze | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class HomePayload extends Payload {
  @Field(() => HomeType, { nullable: true })
  home?: HomeType | null;
}
