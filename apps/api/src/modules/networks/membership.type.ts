import type { MembershipState, Profession } from '@stoa/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { connectionOf, Node } from '../../platform/graphql/types.js';
import { PersonType } from '../accounts/index.js';
import { MembershipStateEnum, ProfessionEnum } from './enums.js';
import type { Membership } from './membership.entity.js';

/** The public face of a membership. Times are ISO text in UTC. */
@ObjectType('Membership', { implements: Node })
@Policy(WITH_RECORD)
export class MembershipType extends Node implements Pick<Membership, 'state' | 'version'> {
  @Field(() => MembershipStateEnum)
  state!: MembershipState;

  @Field(() => PersonType)
  person!: PersonType;

  @Field(() => ProfessionEnum, { nullable: true })
  profession!: Profession | null;

  @Field(() => String, { nullable: true })
  schoolName!: string | null;

  @Field(() => String, { nullable: true })
  schoolSlug!: string | null;

  @Field(() => Boolean, { description: "Whether the person's affiliation is confirmed" })
  affiliationConfirmed!: boolean;

  @Field(() => Boolean, { description: 'Whether the person coordinates the network today' })
  coordinates!: boolean;

  @Field(() => String)
  requestedAt!: string;

  @Field(() => String, { nullable: true })
  joinedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What was written when asking or inviting; only for the person and those who admit' })
  message!: string | null;

  @Field(() => String, { nullable: true, description: 'Why refused, removed or suspended; only for the person and those who admit' })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Until then the member reads but does not write; only for the person and those who admit',
  })
  suspendedUntil!: string | null;

  @Field(() => Int)
  version!: number;
}

export const MembershipConnection = connectionOf('Membership', () => MembershipType);
