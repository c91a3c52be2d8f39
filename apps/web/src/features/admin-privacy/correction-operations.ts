import { graphql, type FragmentOf } from '../../app/api/graphql.js';

export const Correction_request = graphql(`
  fragment Correction_request on CorrectionRequest {
    id
    person {
      id
      handle
      displayName
    }
    subject
    wrong
    correct
    state
    requestedAt
    dueAt
    isLate
    answer
    decidedAt
    decidedBy {
      id
      handle
      displayName
    }
    version
    viewerCan {
      decide
    }
  }
`);

export const CorrectionsPageQuery = graphql(
  `
    query CorrectionsPageQuery($first: Int!, $after: String, $decided: Boolean!) {
      corrections(first: $first, after: $after, decided: $decided) {
        edges {
          node {
            ...Correction_request
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [Correction_request],
);

export const DecideCorrectionMutation = graphql(
  `
    mutation DecideCorrectionMutation($input: DecideCorrectionInput!) {
      decideCorrection(input: $input) {
        correction {
          ...Correction_request
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Correction_request],
);

export type CorrectionRequest = FragmentOf<typeof Correction_request>;
