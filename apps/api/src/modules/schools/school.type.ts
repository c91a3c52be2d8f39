import { SCHOOL_LEVELS, type SchoolLevel, type UnitAct, type UnitState } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf, Node, Payload } from '../../platform/graphql/types.js';
import { ContactsInput, ContactsType, UnitActEnum, UnitStateEnum } from '../centres/index.js';

export const SchoolLevelEnum = enumOf(SCHOOL_LEVELS);
registerEnumType(SchoolLevelEnum, { name: 'SchoolLevel' });

/** What the viewer may do to a school. */
@ObjectType()
@Policy(WITH_RECORD)
export class SchoolRights {
  @Field(() => Boolean)
  edit!: boolean;

  @Field(() => Boolean)
  changeRegister!: boolean;

  @Field(() => Boolean, { description: 'Confirm affiliations, invite staff' })
  confirmAffiliations!: boolean;
}

/** The public card of a school. */
@ObjectType('School', { implements: Node })
@Policy(WITH_RECORD)
export class SchoolType extends Node {
  @Field(() => String)
  slug!: string;

  @Field(() => String, { nullable: true })
  code!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Language of the name' })
  lang!: string;

  @Field(() => SchoolLevelEnum)
  level!: SchoolLevel;

  @Field(() => UnitStateEnum)
  state!: UnitState;

  @Field(() => String)
  city!: string;

  @Field(() => String)
  street!: string;

  @Field(() => String)
  number!: string;

  @Field(() => String)
  postalCode!: string;

  @Field(() => String)
  postOffice!: string;

  @Field(() => ContactsType)
  contacts!: ContactsType;

  @Field(() => SchoolRights)
  viewerCan!: SchoolRights;

  @Field(() => Int)
  version!: number;

  /** Not in the schema; field resolvers load by them. */
  rowId!: string;
  countyId!: string;
  territoryId!: string;
  successorId!: string | null;
}

export const SchoolConnection = connectionOf('School', () => SchoolType);

/** Schools that work together. */
@ObjectType('SchoolGroup', { implements: Node })
@Policy(WITH_RECORD)
export class SchoolGroupType extends Node {
  @Field(() => String)
  slug!: string;

  @Field(() => String, { nullable: true })
  code!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => Int)
  version!: number;

  rowId!: string;
  countyId!: string;
}

export const SchoolGroupConnection = connectionOf('SchoolGroup', () => SchoolGroupType);

@InputType()
export class SchoolAddressInput {
  @Field(() => String)
  city!: string;

  @Field(() => String)
  street!: string;

  @Field(() => String)
  number!: string;

  @Field(() => String)
  postalCode!: string;

  @Field(() => String)
  postOffice!: string;
}

@InputType()
export class CreateSchoolInput {
  @Field(() => ID)
  county!: string;

  @Field(() => ID, { nullable: true })
  municipality?: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => SchoolLevelEnum)
  level!: SchoolLevel;

  @Field(() => String, { nullable: true })
  code?: string | null;

  @Field(() => SchoolAddressInput)
  address!: SchoolAddressInput;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class EditSchoolInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String)
  name!: string;

  @Field(() => SchoolLevelEnum)
  level!: SchoolLevel;

  @Field(() => SchoolAddressInput)
  address!: SchoolAddressInput;

  @Field(() => ContactsInput)
  contacts!: ContactsInput;
}

@InputType()
export class ChangeSchoolStateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => UnitActEnum)
  act!: UnitAct;

  @Field(() => ID, { nullable: true })
  successor?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class SchoolPayload extends Payload {
  @Field(() => SchoolType, { nullable: true })
  school?: SchoolType | null;
}

@InputType()
export class CreateSchoolGroupInput {
  @Field(() => ID)
  county!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  lang!: string;

  @Field(() => [ID])
  schools!: string[];

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class EditSchoolGroupInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String)
  name!: string;

  @Field(() => [ID])
  schools!: string[];
}

@ObjectType()
@Policy(WITH_RECORD)
export class SchoolGroupPayload extends Payload {
  @Field(() => SchoolGroupType, { nullable: true })
  schoolGroup?: SchoolGroupType | null;
}
