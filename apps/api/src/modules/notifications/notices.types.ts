import {
  DELIVERIES,
  DIGEST_PERIODS,
  NOTICE_EVENTS,
  NOTICE_KINDS,
  WATCH_LEVELS,
  type Delivery,
  type DigestPeriod,
  type NoticeEvent,
  type NoticeKind,
  type WatchLevel,
} from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf, Payload } from '../../platform/graphql/types.js';

const NoticeKindEnum = enumOf(NOTICE_KINDS);
registerEnumType(NoticeKindEnum, { name: 'NoticeKind', description: 'What a person chooses for' });
const NoticeEventEnum = enumOf(Object.keys(NOTICE_EVENTS) as NoticeEvent[]);
registerEnumType(NoticeEventEnum, { name: 'NoticeEvent', description: 'What happened' });
const DeliveryEnum = enumOf(DELIVERIES);
registerEnumType(DeliveryEnum, {
  name: 'Delivery',
  description: 'OFF: not at all; APP: in the inbox; WEEKLY, DAILY: also in a digest; NOW: also by mail at once',
});
export const WatchLevelEnum = enumOf(WATCH_LEVELS);
registerEnumType(WatchLevelEnum, {
  name: 'WatchLevel',
  description: 'WATCH: everything, at once; FOLLOW: as chosen; NORMAL: what concerns the person; MUTE: nothing of its discussions',
});
const DigestPeriodEnum = enumOf(DIGEST_PERIODS);
registerEnumType(DigestPeriodEnum, { name: 'DigestPeriod' });

@ObjectType('NoticeNetwork')
@Policy(WITH_RECORD)
export class NoticeNetwork {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  lang!: string;
}

@ObjectType('Notice', { description: 'Something that happened which the viewer hears of and may read now' })
@Policy(WITH_RECORD)
export class NoticeType {
  @Field(() => ID)
  id!: string;

  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field(() => NoticeEventEnum)
  event!: NoticeEvent;

  @Field(() => String, { description: 'ISO 8601' })
  at!: string;

  @Field(() => Boolean, { description: 'False too where the viewer has read the post meanwhile' })
  unread!: boolean;

  @Field(() => String, { nullable: true, description: 'Who wrote or asked; null where nobody is to be named' })
  actorName!: string | null;

  @Field(() => String, { nullable: true, description: 'School year of a report' })
  year!: string | null;

  @Field(() => String, { description: 'Path on the site, without the language' })
  path!: string;
}

@ObjectType('NoticeGroup', { description: 'Notices of one thread, or one that belongs to none' })
@Policy(WITH_RECORD)
export class NoticeGroupType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'ISO 8601; of the newest' })
  at!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => Int)
  unread!: number;

  @Field(() => String, { nullable: true, description: 'Title of the thread' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Language of the title' })
  lang!: string | null;

  @Field(() => NoticeNetwork)
  network!: NoticeNetwork;

  @Field(() => [NoticeType], { description: 'The newest five, newest first' })
  newest!: NoticeType[];
}

export const NoticeGroupConnection = connectionOf('NoticeGroup', () => NoticeGroupType);

@ObjectType('NoticeChoice')
@Policy(WITH_RECORD)
export class NoticeChoiceType {
  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field(() => DeliveryEnum, { nullable: true, description: 'What the person chose; null: what holds for all networks' })
  chosen!: Delivery | null;

  @Field(() => DeliveryEnum, { description: 'What holds' })
  delivery!: Delivery;
}

@ObjectType('NetworkNotices', { description: 'What a person chose for one of their networks' })
@Policy(WITH_RECORD)
export class NetworkNotices {
  @Field(() => NoticeNetwork)
  network!: NoticeNetwork;

  @Field(() => WatchLevelEnum)
  level!: WatchLevel;

  @Field(() => [NoticeChoiceType])
  choices!: NoticeChoiceType[];
}

@ObjectType('NoticeSettings')
@Policy(WITH_RECORD)
export class NoticeSettings {
  @Field(() => [NoticeChoiceType], { description: 'For all networks, in the order of the page' })
  choices!: NoticeChoiceType[];

  @Field(() => [NetworkNotices], { description: 'Networks that the person belongs to or coordinates' })
  networks!: NetworkNotices[];
}

@InputType()
export class ReadNoticesInput {
  @Field(() => [ID], { nullable: true, description: 'Groups; null: all' })
  ids?: string[] | null;

  @Field(() => String, { description: 'ISO 8601; what came later stays unread' })
  until!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class ReadNoticesPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'Groups that are still unread' })
  unread?: number | null;
}

@InputType()
export class ChooseNoticesInput {
  @Field(() => ID, { nullable: true, description: 'Null: for all networks' })
  networkId?: string | null;

  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field(() => DeliveryEnum, { nullable: true, description: 'Null: as usual, or of a network as for all' })
  delivery?: Delivery | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class NoticeSettingsPayload extends Payload {
  @Field(() => NoticeSettings, { nullable: true })
  settings?: NoticeSettings | null;
}

@InputType()
export class WatchInput {
  @Field(() => ID, { description: 'A thread or a network' })
  subjectId!: string;

  @Field(() => WatchLevelEnum)
  level!: WatchLevel;
}

@ObjectType()
@Policy(WITH_RECORD)
export class WatchPayload extends Payload {
  @Field(() => WatchLevelEnum, { nullable: true })
  level?: WatchLevel | null;
}

@ObjectType('Unsubscription', { description: 'The mails that a link in one of them stops' })
@Policy(WITH_RECORD)
export class UnsubscriptionType {
  @Field(() => NoticeKindEnum, { nullable: true, description: 'Null for a digest' })
  kind!: NoticeKind | null;

  @Field(() => DigestPeriodEnum, { nullable: true })
  digest!: DigestPeriod | null;

  @Field(() => Boolean, { description: 'Whether they are stopped' })
  stopped!: boolean;
}

@InputType()
export class UnsubscribeInput {
  @Field(() => String)
  token!: string;
}

@ObjectType()
@Policy(WITH_RECORD)
export class UnsubscribePayload extends Payload {
  @Field(() => UnsubscriptionType, { nullable: true })
  unsubscription?: UnsubscriptionType | null;
}
