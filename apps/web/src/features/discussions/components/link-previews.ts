import { createContext } from 'react';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';

/** What stands where the links of some posts lead. */
export const LinkPreviewsQuery = graphql(`
  query LinkPreviewsQuery($postIds: [ID!]!) {
    linkPreviews(postIds: $postIds) {
      postId
      previews {
        url
        title
        description
        site
      }
    }
  }
`);

/** What stands where one link leads. */
export type Preview = ResultOf<typeof LinkPreviewsQuery>['linkPreviews'][number]['previews'][number];

/** What is known of the links of the posts of a page, by post. */
export const LinkPreviewsContext = createContext<ReadonlyMap<string, readonly Preview[]>>(new Map());
