import type { Audience, CentreAct, CentreKind, StructureKind, UnitAct } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import {
  AudienceEnum,
  CentreActEnum,
  CentreKindEnum,
  ContactsInput,
  LocalTextInput,
  OpeningHoursInput,
  StructureKindEnum,
  UnitActEnum,
} from './card.types.js';
import { CentreType, StructureType } from './centre.type.js';

@InputType()
export class CreateCentreInput {
  @Field(() => CentreKindEnum)
  kind!: CentreKind;

  @Field(() => ID, { description: 'County or region it works for' })
  territory!: string;

  @Field(() => [LocalTextInput])
  names!: LocalTextInput[];

  @Field(() => String, { description: "The language of the name that is shown where the reader's is missing" })
  lang!: string;

  @Field(() => String, { nullable: true })
  code?: string | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class EditCentreInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => [LocalTextInput])
  names!: LocalTextInput[];

  @Field(() => [LocalTextInput])
  missions!: LocalTextInput[];

  @Field(() => ContactsInput)
  contacts!: ContactsInput;

  @Field(() => OpeningHoursInput)
  hours!: OpeningHoursInput;

  @Field(() => [String])
  languages!: string[];
}

@InputType()
export class ChangeCentreStateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => CentreActEnum)
  act!: CentreAct;

  @Field(() => ID, { nullable: true, description: 'Required by MERGE' })
  successor?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class CentrePayload extends Payload {
  @Field(() => CentreType, { nullable: true })
  centre?: CentreType | null;
}

@InputType()
export class StructureTopicInput {
  @Field(() => ID)
  topic!: string;

  @Field(() => [LocalTextInput])
  notes!: LocalTextInput[];
}

@InputType()
export class StructureFunctionInput {
  @Field(() => [LocalTextInput])
  names!: LocalTextInput[];
}

@InputType()
export class CreateStructureInput {
  @Field(() => ID)
  centre!: string;

  @Field(() => StructureKindEnum)
  kind!: StructureKind;

  @Field(() => [LocalTextInput])
  names!: LocalTextInput[];

  @Field(() => String)
  lang!: string;

  @Field(() => String, { nullable: true })
  code?: string | null;

  @Field(() => ID, { nullable: true })
  municipality?: string | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class EditStructureInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => [LocalTextInput])
  names!: LocalTextInput[];

  @Field(() => [LocalTextInput])
  descriptions!: LocalTextInput[];

  @Field(() => [StructureFunctionInput])
  functions!: StructureFunctionInput[];

  @Field(() => [AudienceEnum])
  audiences!: Audience[];

  @Field(() => [StructureTopicInput])
  topics!: StructureTopicInput[];

  @Field(() => ContactsInput)
  contacts!: ContactsInput;

  @Field(() => OpeningHoursInput)
  hours!: OpeningHoursInput;

  @Field(() => [String])
  languages!: string[];

  @Field(() => ID, { nullable: true })
  municipality?: string | null;
}

@InputType()
export class ChangeStructureStateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => UnitActEnum)
  act!: UnitAct;

  @Field(() => ID, { nullable: true, description: 'Required by MERGE' })
  successor?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class StructurePayload extends Payload {
  @Field(() => StructureType, { nullable: true })
  structure?: StructureType | null;
}
