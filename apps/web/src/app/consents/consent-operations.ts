import { graphql, type FragmentOf } from '../api/graphql.js';

export const ConsentText_read = graphql(`
  fragment ConsentText_read on ConsentText {
    id
    kind
    version
    html
    validFrom
  }
`);

export const ConsentTextsQuery = graphql(
  `
    query ConsentTextsQuery {
      consentTexts {
        ...ConsentText_read
      }
    }
  `,
  [ConsentText_read],
);

export const ConsentsAskedQuery = graphql(
  `
    query ConsentsAskedQuery {
      consentsAsked {
        ...ConsentText_read
      }
    }
  `,
  [ConsentText_read],
);

export const GiveConsentsMutation = graphql(`
  mutation GiveConsentsMutation($input: GiveConsentsInput!) {
    giveConsents(input: $input) {
      asked {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export type ConsentText = FragmentOf<typeof ConsentText_read>;
