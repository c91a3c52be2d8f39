import { graphql, type ResultOf } from '../../app/api/graphql.js';

export const OwnDataPageQuery = graphql(`
  query OwnDataPageQuery {
    viewer {
      id
      person {
        id
        handle
      }
    }
    privacy {
      held {
        purpose
        title
        why
        howLong
        count
      }
      export {
        id
        state
        url
      }
      exportUntil
      erasure {
        id
        dueAt
        withdrawsWords
      }
    }
  }
`);

export type OwnData = ResultOf<typeof OwnDataPageQuery>['privacy'];

export const StartPersonalExportMutation = graphql(`
  mutation StartPersonalExportMutation($input: StartPersonalExportInput!) {
    startPersonalExport(input: $input) {
      export {
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

export const RequestErasureMutation = graphql(`
  mutation RequestErasureMutation($input: RequestErasureInput!) {
    requestErasure(input: $input) {
      privacy {
        erasure {
          id
          dueAt
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const CancelErasureMutation = graphql(`
  mutation CancelErasureMutation($input: CancelErasureInput!) {
    cancelErasure(input: $input) {
      privacy {
        erasure {
          id
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);
