import type { Audience, CentreKind, CentreState, StructureKind, UnitState } from '@stoa/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { LocalName } from '../territories/index.js';
import {
  AudienceEnum,
  CentreKindEnum,
  CentreStateEnum,
  ContactsType,
  OpeningHoursType,
  OpenNowType,
  StructureKindEnum,
  UnitStateEnum,
} from './card.types.js';
import { TopicType } from './topic.type.js';

/** What the viewer may do to a centre. */
@ObjectType()
@Policy(WITH_RECORD)
export class CentreRights {
  @Field(() => Boolean)
  edit!: boolean;

  @Field(() => Boolean, { description: 'Change its state, add structures' })
  changeRegister!: boolean;
}

/** The public face of a centre. */
@ObjectType('Centre', { implements: Node })
@Policy(WITH_RECORD)
export class CentreType extends Node {
  @Field(() => CentreKindEnum)
  kind!: CentreKind;

  @Field(() => CentreStateEnum)
  state!: CentreState;

  @Field(() => String)
  slug!: string;

  @Field(() => String, { nullable: true })
  code!: string | null;

  @Field(() => LocalName)
  name!: LocalName;

  @Field(() => [LocalName])
  names!: LocalName[];

  @Field(() => LocalName, { nullable: true })
  mission!: LocalName | null;

  @Field(() => [LocalName])
  missions!: LocalName[];

  @Field(() => ContactsType)
  contacts!: ContactsType;

  @Field(() => OpeningHoursType)
  hours!: OpeningHoursType;

  @Field(() => OpenNowType)
  openNow!: OpenNowType;

  @Field(() => [String], { description: 'Languages that people are helped in' })
  languages!: string[];

  @Field(() => CentreRights)
  viewerCan!: CentreRights;

  @Field(() => Int)
  version!: number;

  /** Not in the schema; field resolvers load by them. */
  rowId!: string;
  territoryId!: string;
  successorId!: string | null;
}

export const CentreConnection = connectionOf('Centre', () => CentreType);

/** What the viewer may do to a structure. */
@ObjectType()
@Policy(WITH_RECORD)
export class StructureRights {
  @Field(() => Boolean)
  edit!: boolean;

  @Field(() => Boolean)
  changeRegister!: boolean;
}

/** A topic that a structure answers for. */
@ObjectType()
@Policy(WITH_RECORD)
export class StructureTopicType {
  @Field(() => TopicType)
  topic!: TopicType;

  @Field(() => LocalName, { nullable: true, description: "How it helps, in the reader's language where there is one" })
  note!: LocalName | null;

  @Field(() => [LocalName])
  notes!: LocalName[];
}

/** A named function of a structure. */
@ObjectType()
@Policy(WITH_RECORD)
export class StructureFunction {
  @Field(() => LocalName)
  name!: LocalName;

  @Field(() => [LocalName])
  names!: LocalName[];
}

/** The public face of a structure. */
@ObjectType('Structure', { implements: Node })
@Policy(WITH_RECORD)
export class StructureType extends Node {
  @Field(() => StructureKindEnum)
  kind!: StructureKind;

  @Field(() => UnitStateEnum)
  state!: UnitState;

  @Field(() => String)
  slug!: string;

  @Field(() => String, { nullable: true })
  code!: string | null;

  @Field(() => LocalName)
  name!: LocalName;

  @Field(() => [LocalName])
  names!: LocalName[];

  @Field(() => LocalName, { nullable: true })
  description!: LocalName | null;

  @Field(() => [LocalName])
  descriptions!: LocalName[];

  @Field(() => [StructureFunction])
  functions!: StructureFunction[];

  @Field(() => [AudienceEnum], { description: 'For whom; empty where it is for everyone' })
  audiences!: Audience[];

  @Field(() => ContactsType)
  contacts!: ContactsType;

  @Field(() => OpeningHoursType)
  hours!: OpeningHoursType;

  @Field(() => OpenNowType)
  openNow!: OpenNowType;

  @Field(() => [String])
  languages!: string[];

  @Field(() => StructureRights)
  viewerCan!: StructureRights;

  @Field(() => Int)
  version!: number;

  rowId!: string;
  centreId!: string;
  municipalityId!: string | null;
  successorId!: string | null;
}

export const StructureConnection = connectionOf('Structure', () => StructureType);
