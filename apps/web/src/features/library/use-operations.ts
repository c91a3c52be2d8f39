import { graphql, type ResultOf } from '../../app/api/graphql.js';

export const ResourceUsesQuery = graphql(`
  query ResourceUsesQuery($id: ID!, $first: Int!, $after: String) {
    resource(id: $id) {
      id
      uses(first: $first, after: $after) {
        edges {
          node {
            id
            result
            account
            lang
            toldAt
            editedAt
            school
            person {
              id
              handle
              displayName
            }
            mine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
export type UseShown = NonNullable<ResultOf<typeof ResourceUsesQuery>['resource']>['uses']['edges'][number]['node'];

export const MarkUsefulMutation = graphql(`
  mutation MarkUsefulMutation($input: MarkUsefulInput!) {
    markUseful(input: $input) {
      resource {
        id
        useful
        usefulCount
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const TellUseMutation = graphql(`
  mutation TellUseMutation($input: TellUseInput!) {
    tellUse(input: $input) {
      resource {
        id
        usesCount
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const TakeBackUseMutation = graphql(`
  mutation TakeBackUseMutation($input: TakeBackUseInput!) {
    takeBackUse(input: $input) {
      resource {
        id
        usesCount
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const ReportResourceMutation = graphql(`
  mutation ReportResourceMutation($input: ReportResourceInput!) {
    reportResource(input: $input) {
      reportId
      userErrors {
        code
        path
        message
      }
    }
  }
`);
