import { graphql } from '../../../app/api/graphql.js';

export const UpdatePreferencesMutation = graphql(`
  mutation UpdatePreferencesMutation($input: UpdatePreferencesInput!) {
    updatePreferences(input: $input) {
      viewer {
        id
        lang
        theme
        timeZone
        shortcuts
        shortcutKeys {
          shortcut
          codes
        }
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
