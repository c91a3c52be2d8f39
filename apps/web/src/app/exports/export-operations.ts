import { graphql } from '../api/graphql.js';

export const StartExportMutation = graphql(`
  mutation StartExportMutation($input: StartExportInput!) {
    startExport(input: $input) {
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

export const CancelExportMutation = graphql(`
  mutation CancelExportMutation($input: CancelExportInput!) {
    cancelExport(input: $input) {
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

export const ExportQuery = graphql(`
  query ExportQuery($id: ID!) {
    export(id: $id) {
      id
      state
      done
      total
      url
      errorCode
    }
  }
`);
