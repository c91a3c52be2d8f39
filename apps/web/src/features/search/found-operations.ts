import { graphql, type ResultOf } from '../../app/api/graphql.js';

/** A page of posts that were found. */
export const DiscussionSearchPageQuery = graphql(`
  query DiscussionSearchPageQuery($search: PostSearchInput!, $after: String) {
    searchPosts(search: $search, first: 20, after: $after) {
      edges {
        node {
          id
          no
          state
          lang
          title
          titleParts {
            text
            found
          }
          titleLang
          answered
          accepted
          network
          networkLang
          path
          createdAt
          author {
            id
            displayName
          }
          excerpt {
            text
            found
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A post as the list of what was found shows it. */
export type FoundPost = ResultOf<typeof DiscussionSearchPageQuery>['searchPosts']['edges'][number]['node'];
