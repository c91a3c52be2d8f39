import { graphql, type FragmentOf } from '../../app/api/graphql.js';

export const PublishedText_version = graphql(`
  fragment PublishedText_version on PublishedConsentText {
    id
    kind
    version
    en
    el
    pl
    ru
    validFrom
    publishedAt
    inForce
    agreed
  }
`);

export const ConsentVersionsQuery = graphql(
  `
    query ConsentVersionsQuery($first: Int!, $after: String) {
      publishedConsentTexts(first: $first, after: $after) {
        edges {
          node {
            ...PublishedText_version
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PublishedText_version],
);

export const PublishConsentTextMutation = graphql(
  `
    mutation PublishConsentTextMutation($input: PublishConsentTextInput!) {
      publishConsentText(input: $input) {
        text {
          ...PublishedText_version
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PublishedText_version],
);

export type PublishedText = FragmentOf<typeof PublishedText_version>;
