import { graphql } from '../../app/api/graphql.js';

/** A member, a request or an invitation as lists show it. */
export const MemberRow_membership = graphql(`
  fragment MemberRow_membership on Membership {
    id
    state
    version
    person {
      id
      handle
      displayName
    }
    profession
    schoolName
    schoolSlug
    affiliationConfirmed
    coordinates
    requestedAt
    joinedAt
    message
    reason
    suspendedUntil
  }
`);

/** What a change of the viewer's own membership changes of the network's page. */
export const OwnMembership_network = graphql(`
  fragment OwnMembership_network on Network {
    id
    membersCount
    membership {
      id
      state
      version
      requestedAt
      joinedAt
      reason
      suspendedUntil
    }
    viewerCan {
      join
      joinsAs
      leave
      readMembers
      write
    }
  }
`);

export const JoinNetworkMutation = graphql(
  `
    mutation JoinNetworkMutation($input: JoinNetworkInput!) {
      joinNetwork(input: $input) {
        network {
          ...OwnMembership_network
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [OwnMembership_network],
);

export const LeaveNetworkMutation = graphql(
  `
    mutation LeaveNetworkMutation($input: OwnMembershipInput!) {
      leaveNetwork(input: $input) {
        network {
          ...OwnMembership_network
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [OwnMembership_network],
);

export const WithdrawJoinRequestMutation = graphql(
  `
    mutation WithdrawJoinRequestMutation($input: OwnMembershipInput!) {
      withdrawJoinRequest(input: $input) {
        network {
          ...OwnMembership_network
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [OwnMembership_network],
);

export const AcceptNetworkInvitationMutation = graphql(
  `
    mutation AcceptNetworkInvitationMutation($input: OwnMembershipInput!) {
      acceptNetworkInvitation(input: $input) {
        network {
          ...OwnMembership_network
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [OwnMembership_network],
);

export const DeclineNetworkInvitationMutation = graphql(
  `
    mutation DeclineNetworkInvitationMutation($input: OwnMembershipInput!) {
      declineNetworkInvitation(input: $input) {
        network {
          ...OwnMembership_network
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [OwnMembership_network],
);

export const AdmitMembersMutation = graphql(`
  mutation AdmitMembersMutation($input: AdmitMembersInput!) {
    admitMembers(input: $input) {
      memberships {
        id
        state
        version
      }
      network {
        id
        membersCount
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const RefuseMembersMutation = graphql(`
  mutation RefuseMembersMutation($input: RefuseMembersInput!) {
    refuseMembers(input: $input) {
      memberships {
        id
        state
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const InviteMemberMutation = graphql(`
  mutation InviteMemberMutation($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      membership {
        id
        state
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const RemoveMemberMutation = graphql(`
  mutation RemoveMemberMutation($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      membership {
        id
        state
        version
      }
      network {
        id
        membersCount
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const SuspendMemberMutation = graphql(`
  mutation SuspendMemberMutation($input: SuspendMemberInput!) {
    suspendMember(input: $input) {
      membership {
        id
        version
        suspendedUntil
        reason
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const LiftSuspensionMutation = graphql(`
  mutation LiftSuspensionMutation($input: MembershipInput!) {
    liftSuspension(input: $input) {
      membership {
        id
        version
        suspendedUntil
        reason
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const WithdrawInvitationMutation = graphql(`
  mutation WithdrawInvitationMutation($input: MembershipInput!) {
    withdrawInvitation(input: $input) {
      membership {
        id
        state
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);
