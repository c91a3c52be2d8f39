import { graphql, type FragmentOf } from '../../../app/api/graphql.js';

export const ImportRun_run = graphql(`
  fragment ImportRun_run on ImportRun {
    id
    kind
    state
    fileName
    encoding
    separator
    lang
    county
    columns {
      header
      key
      samples
    }
    keys {
      key
      label
      required
      choices
    }
    missing
    values {
      key
      text
      value
    }
    summary {
      read
      created
      updated
      skipped
      errors
      errorsByKind {
        code
        message
        count
        samples {
          line
          column
          value
        }
      }
    }
    progress
    cancelRequested
    problem
    rejectsPath
  }
`);

/** An import as its page shows it. */
export type ImportRun = FragmentOf<typeof ImportRun_run>;
