import { graphql } from '../../app/api/graphql.js';

/** One page of the library's results with the counts of all facets. */
export const LibraryPageQuery = graphql(`
  query LibraryPageQuery($first: Int!, $after: String, $query: String, $filter: LibraryFilter) {
    library(first: $first, after: $after, query: $query, filter: $filter) {
      totalCount
      firstLanguage
      otherLanguages
      meant
      loose
      edges {
        excerpt {
          text
          found
        }
        node {
          id
          slug
          title
          lang
          kind
          state
          visibility
          outcome
          minutes
          usefulCount
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        facet
        values {
          value
          count
          name
          lang
          chosen
        }
      }
    }
  }
`);

/** Topics and titles for what is typed. */
export const LibrarySuggestionsQuery = graphql(`
  query LibrarySuggestionsQuery($query: String!, $first: Int!) {
    librarySuggestions(query: $query, first: $first) {
      id
      text
      lang
      path
    }
  }
`);

/** Resources by the topics of the reader's networks. */
export const LibraryReasonsQuery = graphql(`
  query LibraryReasonsQuery {
    libraryReasons {
      networkId
      networkName
      networkLang
      resources {
        id
        slug
        title
        lang
        kind
        state
        visibility
        outcome
        minutes
        usefulCount
      }
    }
  }
`);
