import { graphql, type ResultOf } from '../../app/api/graphql.js';
import { CoordinatorTerms_network } from './components/CoordinatorTerms.js';
import { MemberRow_membership, OwnMembership_network } from './membership-operations.js';
import { NetworkHeader_network } from './network-operations.js';

export const NetworkPageQuery = graphql(
  `
    query NetworkPageQuery($slug: String!) {
      network(slug: $slug) {
        ...NetworkHeader_network
        ...OwnMembership_network
        ...CoordinatorTerms_network
        purpose
        promotionHtml
        promotedAt
        joiningRule
        professions
        levels
        membersCount
        threadsCount
        lastActivityAt
        createdAt
        vacantSince
        coordinator {
          id
          handle
          displayName
        }
      }
    }
  `,
  [NetworkHeader_network, OwnMembership_network, CoordinatorTerms_network],
);

export type NetworkOverview = NonNullable<ResultOf<typeof NetworkPageQuery>['network']>;

export const NetworkMembersPageQuery = graphql(
  `
    query NetworkMembersPageQuery($slug: String!, $first: Int!) {
      network(slug: $slug) {
        ...NetworkHeader_network
        viewerCan {
          message
          exportMembers
        }
        requests(first: $first, state: REQUESTED) {
          edges {
            node {
              ...MemberRow_membership
            }
          }
          pageInfo {
            hasNextPage
          }
        }
        invitations: requests(first: $first, state: INVITED) {
          edges {
            node {
              ...MemberRow_membership
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  `,
  [NetworkHeader_network, MemberRow_membership],
);

export type NetworkMembers = NonNullable<ResultOf<typeof NetworkMembersPageQuery>['network']>;

/** Names of the queries that a change of members reads again. */
export const MEMBERS_QUERIES = ['NetworkMembersPageQuery', 'MemberListQuery'];

export const NetworkSettingsPageQuery = graphql(
  `
    query NetworkSettingsPageQuery($slug: String!) {
      network(slug: $slug) {
        ...NetworkHeader_network
        professions
        levels
        purpose
        promotion
        joiningRule
        promotedAt
        version
        nextYear
        years {
          id
          year
          state
          version
        }
      }
    }
  `,
  [NetworkHeader_network],
);

export type NetworkSettings = NonNullable<ResultOf<typeof NetworkSettingsPageQuery>['network']>;
