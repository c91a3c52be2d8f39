import { graphql, type FragmentOf } from '../../app/api/graphql.js';

export const Retention_state = graphql(`
  fragment Retention_state on Retention {
    running
    rules {
      name
      days
      defaultDays
      minDays
      maxDays
      rows
      oldest
      changedAt
      version
    }
    lastRun {
      id
      askedAt
      askedBy {
        id
        handle
        displayName
      }
      finishedAt
      removed {
        name
        rows
      }
    }
  }
`);

export const RetentionPageQuery = graphql(
  `
    query RetentionPageQuery {
      retention {
        ...Retention_state
      }
    }
  `,
  [Retention_state],
);

export const SetRetentionMutation = graphql(
  `
    mutation SetRetentionMutation($input: SetRetentionInput!) {
      setRetention(input: $input) {
        retention {
          ...Retention_state
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Retention_state],
);

export const ApplyRetentionMutation = graphql(
  `
    mutation ApplyRetentionMutation($input: ApplyRetentionInput!) {
      applyRetention(input: $input) {
        retention {
          ...Retention_state
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Retention_state],
);

export type RetentionState = FragmentOf<typeof Retention_state>;
export type RetentionRule = RetentionState['rules'][number];
