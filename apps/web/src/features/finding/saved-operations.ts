import { graphql } from '../../app/api/graphql.js';

/** Searches that the reader keeps. */
export const SavedSearchesQuery = graphql(`
  query SavedSearchesQuery {
    savedSearches {
      id
      name
      query
      mail
      feedUrl
      chosen {
        facet
        values
      }
    }
  }
`);

/** Keeps a search. */
export const SaveSearchMutation = graphql(`
  mutation SaveSearchMutation($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      savedSearch {
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

/** Changes mails or the feed's address. */
export const ChangeSavedSearchMutation = graphql(`
  mutation ChangeSavedSearchMutation($input: ChangeSavedSearchInput!) {
    changeSavedSearch(input: $input) {
      savedSearch {
        id
        mail
        feedUrl
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Forgets a search. */
export const RemoveSavedSearchMutation = graphql(`
  mutation RemoveSavedSearchMutation($input: RemoveSavedSearchInput!) {
    removeSavedSearch(input: $input) {
      removedId
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Stops mails about a search by the link in one of them. */
export const StopSearchMailMutation = graphql(`
  mutation StopSearchMailMutation($input: StopSearchMailInput!) {
    stopSearchMail(input: $input) {
      name
      userErrors {
        code
        path
        message
      }
    }
  }
`);
