import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, WITH_RECORD } from '../../platform/authorize.js';
import { Payload } from '../../platform/graphql/types.js';
import { MembershipType } from './membership.type.js';
import { NetworkType } from './network.type.js';

@InputType()
export class JoinNetworkInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => String, { nullable: true, description: 'To those who admit' })
  message?: string | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class OwnMembershipInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => Int, { description: 'Version of the membership' })
  expectedVersion!: number;
}

@InputType()
export class InviteMemberInput {
  @Field(() => ID)
  networkId!: string;

  @Field(() => ID, { nullable: true, description: 'A person known to Stoa; else `email` and `name`' })
  personId?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom the mail greets' })
  name?: string | null;

  @Field(() => String, { nullable: true })
  message?: string | null;

  @Field(() => String, { nullable: true })
  clientMutationId?: string | null;
}

@InputType()
export class AdmitMembersInput {
  @Field(() => [ID], { description: 'Memberships of one network, up to 100' })
  ids!: string[];
}

@InputType()
export class RefuseMembersInput extends AdmitMembersInput {
  @Field(() => String, { description: 'As the persons will read it' })
  reason!: string;
}

@InputType()
export class RemoveMemberInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'As the person will read it' })
  reason!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class SuspendMemberInput extends RemoveMemberInput {
  @Field(() => String, { description: 'Last day of the suspension, YYYY-MM-DD' })
  until!: string;
}

@InputType()
export class MembershipInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@ObjectType()
@Policy(WITH_RECORD)
export class MembershipPayload extends Payload {
  @Field(() => MembershipType, { nullable: true })
  membership?: MembershipType | null;

  @Field(() => NetworkType, { nullable: true })
  network?: NetworkType | null;
}

@ObjectType()
@Policy(WITH_RECORD)
export class MembershipsPayload extends Payload {
  @Field(() => [MembershipType], { nullable: true, description: 'Each as it is now; one that somebody decided first is left as it was' })
  memberships?: MembershipType[] | null;

  @Field(() => NetworkType, { nullable: true })
  network?: NetworkType | null;
}
