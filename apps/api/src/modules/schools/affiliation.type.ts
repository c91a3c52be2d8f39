import { AFFILIATION_STATES, PROFESSIONS, type AffiliationState, type Profession } from '@stoa/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf, Node, Payload } from '../../platform/graphql/types.js';

export const ProfessionEnum = enumOf(PROFESSIONS);
registerEnumType(ProfessionEnum, { name: 'Profession' });
export const AffiliationStateEnum = enumOf(AFFILIATION_STATES);
registerEnumType(AffiliationStateEnum, { name: 'AffiliationState' });

/** What the viewer may do to an affiliation. */
@ObjectType()
@Policy(WITH_RECORD)
export class AffiliationRights {
  @Field(() => Boolean)
  confirm!: boolean;

  @Field(() => Boolean)
  end!: boolean;
}

/** A person's work at a school or another body. */
@ObjectType('Affiliation', { implements: Node })
@Policy(WITH_RECORD)
export class AffiliationType extends Node {
  @Field(() => ProfessionEnum)
  profession!: Profession;

  @Field(() => AffiliationStateEnum)
  state!: AffiliationState;

  @Field(() => String, { description: 'Name of the body where it is no school of the register' })
  body!: string;

  @Field(() => String, { description: 'Day, ISO' })
  startsOn!: string;

  @Field(() => String, { nullable: true, description: 'Last day, ISO' })
  endsOn!: string | null;

  @Field(() => AffiliationRights)
  viewerCan!: AffiliationRights;

  @Field(() => Int)
  version!: number;

  personId!: string;
  schoolId!: string | null;
  countyId!: string;
}

export const AffiliationConnection = connectionOf('Affiliation', () => AffiliationType);

@InputType()
export class ClaimAffiliationInput {
  @Field(() => ID, { nullable: true, description: 'Either a school, or a body with its county' })
  school?: string | null;

  @Field(() => String, { nullable: true })
  body?: string | null;

  @Field(() => ID, { nullable: true })
  county?: string | null;

  @Field(() => ProfessionEnum)
  profession!: Profession;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class ChangeAffiliationInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class InviteToSchoolInput {
  @Field(() => ID)
  school!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => ProfessionEnum)
  profession!: Profession;

  @Field(() => String, { description: 'Language of the invitation' })
  lang!: string;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class AffiliationPayload extends Payload {
  @Field(() => AffiliationType, { nullable: true })
  affiliation?: AffiliationType | null;
}
