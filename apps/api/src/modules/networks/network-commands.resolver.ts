import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Policy } from '../../platform/authorize.js';
import type { Context } from '../../platform/context.js';
import { changeNetworkYear } from './commands/change-network-year.js';
import { changeOwnMembership } from './commands/change-own-membership.js';
import { createNetwork } from './commands/create-network.js';
import { decideRequests } from './commands/decide-requests.js';
import { editNetwork } from './commands/edit-network.js';
import { inviteMember } from './commands/invite-member.js';
import { joinNetwork } from './commands/join-network.js';
import { openNetworkYear } from './commands/open-network-year.js';
import { promoteNetwork } from './commands/promote-network.js';
import { removeMember } from './commands/remove-member.js';
import { liftSuspension, suspendMember } from './commands/suspend-member.js';
import { withdrawInvitation } from './commands/withdraw-invitation.js';
import {
  AdmitMembersInput,
  InviteMemberInput,
  JoinNetworkInput,
  MembershipInput,
  MembershipPayload,
  MembershipsPayload,
  OwnMembershipInput,
  RefuseMembersInput,
  RemoveMemberInput,
  SuspendMemberInput,
} from './membership.inputs.js';
import {
  ChangeNetworkYearInput,
  CreateNetworkInput,
  EditNetworkInput,
  NetworkPayload,
  OpenNetworkYearInput,
  PromoteNetworkInput,
} from './network.inputs.js';

@Resolver()
export class NetworkCommandsResolver {
  @Mutation(() => NetworkPayload)
  @Policy('network.create')
  createNetwork(@Arg('input', () => CreateNetworkInput) input: CreateNetworkInput, @Ctx() ctx: Context): Promise<NetworkPayload> {
    return createNetwork(ctx, input);
  }

  @Mutation(() => NetworkPayload)
  @Policy('network.edit')
  editNetwork(@Arg('input', () => EditNetworkInput) input: EditNetworkInput, @Ctx() ctx: Context): Promise<NetworkPayload> {
    return editNetwork(ctx, input);
  }

  @Mutation(() => NetworkPayload, { description: 'Makes the page public, or takes it back' })
  @Policy('network.edit')
  promoteNetwork(@Arg('input', () => PromoteNetworkInput) input: PromoteNetworkInput, @Ctx() ctx: Context): Promise<NetworkPayload> {
    return promoteNetwork(ctx, input);
  }

  @Mutation(() => NetworkPayload)
  @Policy('network.changeState')
  changeNetworkYear(
    @Arg('input', () => ChangeNetworkYearInput) input: ChangeNetworkYearInput,
    @Ctx() ctx: Context,
  ): Promise<NetworkPayload> {
    return changeNetworkYear(ctx, input);
  }

  @Mutation(() => NetworkPayload)
  @Policy('network.openYear')
  openNetworkYear(@Arg('input', () => OpenNetworkYearInput) input: OpenNetworkYearInput, @Ctx() ctx: Context): Promise<NetworkPayload> {
    return openNetworkYear(ctx, input);
  }

  @Mutation(() => MembershipPayload, { description: 'By the open door, by a request, or by accepting an invitation' })
  @Policy('membership.own')
  joinNetwork(@Arg('input', () => JoinNetworkInput) input: JoinNetworkInput, @Ctx() ctx: Context): Promise<MembershipPayload> {
    return joinNetwork(ctx, input);
  }

  @Mutation(() => MembershipPayload)
  @Policy('membership.own')
  leaveNetwork(@Arg('input', () => OwnMembershipInput) input: OwnMembershipInput, @Ctx() ctx: Context): Promise<MembershipPayload> {
    return changeOwnMembership(ctx, 'LEAVE', input);
  }

  @Mutation(() => MembershipPayload)
  @Policy('membership.own')
  withdrawJoinRequest(@Arg('input', () => OwnMembershipInput) input: OwnMembershipInput, @Ctx() ctx: Context): Promise<MembershipPayload> {
    return changeOwnMembership(ctx, 'WITHDRAW', input);
  }

  @Mutation(() => MembershipPayload)
  @Policy('membership.own')
  acceptNetworkInvitation(
    @Arg('input', () => OwnMembershipInput) input: OwnMembershipInput,
    @Ctx() ctx: Context,
  ): Promise<MembershipPayload> {
    return changeOwnMembership(ctx, 'ACCEPT', input);
  }

  @Mutation(() => MembershipPayload)
  @Policy('membership.own')
  declineNetworkInvitation(
    @Arg('input', () => OwnMembershipInput) input: OwnMembershipInput,
    @Ctx() ctx: Context,
  ): Promise<MembershipPayload> {
    return changeOwnMembership(ctx, 'DECLINE', input);
  }

  @Mutation(() => MembershipsPayload)
  @Policy('network.admit')
  admitMembers(@Arg('input', () => AdmitMembersInput) input: AdmitMembersInput, @Ctx() ctx: Context): Promise<MembershipsPayload> {
    return decideRequests(ctx, input.ids, { act: 'ADMIT' });
  }

  @Mutation(() => MembershipsPayload)
  @Policy('network.admit')
  refuseMembers(@Arg('input', () => RefuseMembersInput) input: RefuseMembersInput, @Ctx() ctx: Context): Promise<MembershipsPayload> {
    return decideRequests(ctx, input.ids, { act: 'REFUSE', reason: input.reason });
  }

  @Mutation(() => MembershipPayload, { description: 'A person known to Stoa, or somebody by e-mail' })
  @Policy('network.admit')
  inviteMember(@Arg('input', () => InviteMemberInput) input: InviteMemberInput, @Ctx() ctx: Context): Promise<MembershipPayload> {
    return inviteMember(ctx, input);
  }

  @Mutation(() => MembershipPayload)
  @Policy('network.admit')
  removeMember(@Arg('input', () => RemoveMemberInput) input: RemoveMemberInput, @Ctx() ctx: Context): Promise<MembershipPayload> {
    return removeMember(ctx, input);
  }

  @Mutation(() => MembershipPayload)
  @Policy('network.admit')
  suspendMember(@Arg('input', () => SuspendMemberInput) input: SuspendMemberInput, @Ctx() ctx: Context): Promise<MembershipPayload> {
    return suspendMember(ctx, input);
  }

  @Mutation(() => MembershipPayload)
  @Policy('network.admit')
  liftSuspension(@Arg('input', () => MembershipInput) input: MembershipInput, @Ctx() ctx: Context): Promise<MembershipPayload> {
    return liftSuspension(ctx, input);
  }

  @Mutation(() => MembershipPayload)
  @Policy('network.admit')
  withdrawInvitation(@Arg('input', () => MembershipInput) input: MembershipInput, @Ctx() ctx: Context): Promise<MembershipPayload> {
    return withdrawInvitation(ctx, input);
  }
}
