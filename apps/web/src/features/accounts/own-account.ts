import { graphql, type ResultOf } from '../../app/api/graphql.js';

export const PreferencesPageQuery = graphql(`
  query PreferencesPageQuery {
    viewer {
      id
      email
      lang
      theme
      timeZone
      recommendations
      shortcuts
      shortcutKeys {
        shortcut
        codes
      }
      profile {
        audience
        about
        showsEmail
        showsAffiliations
        showsAppointments
      }
      person {
        id
        handle
        displayName
      }
      mailStopped
      version
    }
  }
`);

/** The signed-in person's own account, as the forms of the preferences change it. */
export type OwnAccount = NonNullable<ResultOf<typeof PreferencesPageQuery>['viewer']>;
