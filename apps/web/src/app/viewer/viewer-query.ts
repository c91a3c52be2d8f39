import { graphql, type ResultOf } from '../api/graphql.js';

export const ShellViewerQuery = graphql(`
  query ShellViewerQuery {
    viewer {
      id
      person {
        id
        handle
        displayName
      }
      email
      lang
      theme
      shortcuts
      toReview
      rightsWithheld
      mailStopped
      shortcutKeys {
        shortcut
        codes
      }
      appointments {
        id
        role
        scope {
          kind
          id
          name
          path
        }
      }
    }
  }
`);

/** The signed-in person as the shell knows them. */
export type Viewer = NonNullable<ResultOf<typeof ShellViewerQuery>['viewer']>;
