import { graphql, type ResultOf } from '../../app/api/graphql.js';

/** The categories of a network with their rules. */
export const ThreadCategoriesQuery = graphql(`
  query ThreadCategoriesQuery($network: String!) {
    threadCategories(network: $network) {
      networkId
      networkName
      networkLang
      viewerCanConfigure
      categories {
        id
        name
        description
        startBy
        defaultKind
        closed
        viewerCanStart
        version
      }
    }
  }
`);
export type Categories = NonNullable<ResultOf<typeof ThreadCategoriesQuery>['threadCategories']>;
export type Category = Categories['categories'][number];

export const SaveThreadCategoryMutation = graphql(`
  mutation SaveThreadCategoryMutation($input: SaveThreadCategoryInput!) {
    saveThreadCategory(input: $input) {
      category {
        id
        name
        description
        startBy
        defaultKind
        closed
        viewerCanStart
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

export const OrderThreadCategoriesMutation = graphql(`
  mutation OrderThreadCategoriesMutation($input: OrderThreadCategoriesInput!) {
    orderThreadCategories(input: $input) {
      categories {
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
