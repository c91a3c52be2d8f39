import { graphql } from '../../app/api/graphql.js';
import { PostItem_post } from './thread-operations.js';

/** The HTML that a text will have. */
export const PostPreviewQuery = graphql(`
  query PostPreviewQuery($network: String!, $text: String!) {
    postPreview(network: $network, text: $text)
  }
`);

/** Who can be mentioned in a network. */
export const MentionableQuery = graphql(`
  query MentionableQuery($slug: String!, $query: String!) {
    network(slug: $slug) {
      id
      coordinator {
        id
        handle
        displayName
      }
      members(first: 6, query: $query) {
        edges {
          node {
            id
            person {
              id
              handle
              displayName
            }
          }
        }
      }
    }
  }
`);

/** What the viewer was writing at a place and had sent there, on whatever device: two who ask at once are answered by one request. */
export const DraftQuery = graphql(`
  query DraftQuery($placeId: ID!) {
    draft(placeId: $placeId) {
      id
      title
      body
      lang
      savedAt
    }
    postUploads(placeId: $placeId) {
      most
      maxBytes
      uploads {
        id
        name
        size
        received
        ready
        mime
        previewUrl
      }
    }
  }
`);

export const SaveDraftMutation = graphql(`
  mutation SaveDraftMutation($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      draft {
        id
        savedAt
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Threads that may have the answer already. */
export const SimilarThreadsQuery = graphql(`
  query SimilarThreadsQuery($network: String!, $title: String!) {
    similarThreads(network: $network, title: $title) {
      id
      no
      slug
      title
      lang
      kind
      state
      acceptedPostNo
      postsCount
      network {
        id
        slug
      }
    }
  }
`);

export const ReactMutation = graphql(
  `
    mutation ReactMutation($input: ReactInput!) {
      react(input: $input) {
        post {
          ...PostItem_post
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [PostItem_post],
);

/** Who reacted to a post; asked when somebody wants to know. */
export const ReactorsQuery = graphql(`
  query ReactorsQuery($id: ID!) {
    post(id: $id) {
      id
      reactors {
        kind
        person {
          id
          handle
          displayName
        }
      }
    }
  }
`);

export const SavePostMutation = graphql(`
  mutation SavePostMutation($input: SavePostInput!) {
    savePost(input: $input) {
      post {
        id
        saved
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const SummariseThreadMutation = graphql(`
  mutation SummariseThreadMutation($input: SummariseThreadInput!) {
    summariseThread(input: $input) {
      thread {
        id
        summary {
          body
          html
          writtenAt
          version
          writtenBy {
            id
            handle
            displayName
          }
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
