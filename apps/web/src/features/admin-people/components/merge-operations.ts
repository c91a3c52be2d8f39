import { graphql, type ResultOf } from '../../../app/api/graphql.js';

const MergeSide_side = graphql(`
  fragment MergeSide_side on MergeSide {
    version
    networks
    threads
    posts
    reports
    person {
      id
      handle
      displayName
      account {
        status
        email
        createdAt
        lastSignInAt
      }
      affiliations {
        id
        body
        school {
          id
          name
        }
      }
      appointments {
        id
        role
        scope {
          kind
          name
        }
      }
    }
  }
`);

export const MergePageQuery = graphql(
  `
    query MergePageQuery($keep: ID!, $away: ID!) {
      personMerge(keep: $keep, away: $away) {
        keep {
          ...MergeSide_side
        }
        away {
          ...MergeSide_side
        }
        moves {
          purpose
          count
        }
        ends {
          sessions
          password
          factors
          identities
          links
        }
        hindrances
      }
    }
  `,
  [MergeSide_side],
);

export const MergePeopleMutation = graphql(`
  mutation MergePeopleMutation($input: MergePeopleInput!) {
    mergePeople(input: $input) {
      person {
        id
        handle
        displayName
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** What the API says of a merge before it is made. */
export type MergePreview = NonNullable<ResultOf<typeof MergePageQuery>['personMerge']>;

/** One of the two. */
export type Side = MergePreview['keep'];
