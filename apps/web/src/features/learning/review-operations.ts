import { graphql } from '../../app/api/graphql.js';
import { PathView_path } from './path-operations.js';

export const SubmitPathMutation = graphql(
  `
    mutation SubmitPathMutation($input: PathActInput!) {
      submitPath(input: $input) {
        path {
          ...PathView_path
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PathView_path],
);

export const TakeBackPathMutation = graphql(
  `
    mutation TakeBackPathMutation($input: PathActInput!) {
      takeBackPath(input: $input) {
        path {
          ...PathView_path
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PathView_path],
);

export const PublishPathMutation = graphql(
  `
    mutation PublishPathMutation($input: PathActInput!) {
      publishPath(input: $input) {
        path {
          ...PathView_path
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PathView_path],
);

export const ReturnPathMutation = graphql(
  `
    mutation ReturnPathMutation($input: ReturnPathInput!) {
      returnPath(input: $input) {
        path {
          ...PathView_path
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PathView_path],
);

export const WithdrawPathMutation = graphql(
  `
    mutation WithdrawPathMutation($input: PathActInput!) {
      withdrawPath(input: $input) {
        path {
          ...PathView_path
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PathView_path],
);

export const DiscardPathMutation = graphql(`
  mutation DiscardPathMutation($input: PathActInput!) {
    discardPath(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);
