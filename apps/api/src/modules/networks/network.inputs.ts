import type { JoiningRule, NetworkKind, NetworkYearAct, Profession, SchoolLevel } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { JoiningRuleEnum, NetworkKindEnum, NetworkYearActEnum, ProfessionEnum, SchoolLevelEnum } from './enums.js';
import { NetworkType } from './network.type.js';

/** What a network's page says, new or changed. */
@InputType()
class NetworkValues {
  @Field(() => String)
  name!: string;

  @Field(() => NetworkKindEnum)
  kind!: NetworkKind;

  @Field(() => [ProfessionEnum], { description: 'Empty: all' })
  professions!: Profession[];

  @Field(() => [SchoolLevelEnum], { description: 'Empty: all' })
  levels!: SchoolLevel[];

  @Field(() => String)
  purpose!: string;

  @Field(() => JoiningRuleEnum)
  joiningRule!: JoiningRule;

  @Field(() => String, { description: 'Language of the texts: en, el, pl or ru' })
  lang!: string;
}

@InputType()
export class CreateNetworkInput extends NetworkValues {
  @Field(() => ID, { description: 'The county, a Territory' })
  countyId!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class EditNetworkInput extends NetworkValues {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Markdown; may be empty' })
  promotion!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class PromoteNetworkInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: 'Whether the page is to be public' })
  promoted!: boolean;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ChangeNetworkYearInput {
  @Field(() => ID, { description: 'A NetworkYear' })
  id!: string;

  @Field(() => NetworkYearActEnum)
  act!: NetworkYearAct;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class OpenNetworkYearInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => String, { description: 'The school year to open, as `nextYear` says' })
  year!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class NetworkPayload extends Payload {
  @Field(() => NetworkType, { nullable: true })
  network?: NetworkType | null;
}
