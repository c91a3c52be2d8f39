import { graphql, type ResultOf } from '../../app/api/graphql.js';

export const OwnCorrectionsQuery = graphql(`
  query OwnCorrectionsQuery($first: Int!, $after: String) {
    ownCorrections(first: $first, after: $after) {
      edges {
        node {
          id
          subject
          wrong
          correct
          state
          requestedAt
          dueAt
          answer
          decidedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const RequestCorrectionMutation = graphql(`
  mutation RequestCorrectionMutation($input: RequestCorrectionInput!) {
    requestCorrection(input: $input) {
      correction {
        id
        state
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export type OwnCorrection = ResultOf<typeof OwnCorrectionsQuery>['ownCorrections']['edges'][number]['node'];
