import { graphql } from '../../app/api/graphql.js';

/** What every arrangement of a thread answers: where it is now, and the decision by which all can be taken back. */
const Arranged_payload = graphql(`
  fragment Arranged_payload on ArrangeThreadPayload {
    thread {
      id
      no
      slug
      decisionSeq
      version
      category {
        id
        name
      }
      network {
        id
        slug
      }
    }
    decision {
      id
      seq
    }
    userErrors {
      code
      path
      message
    }
  }
`);

export const MoveThreadMutation = graphql(
  `
    mutation MoveThreadMutation($input: MoveThreadInput!) {
      moveThread(input: $input) {
        ...Arranged_payload
      }
    }
  `,
  [Arranged_payload],
);

export const SplitThreadMutation = graphql(
  `
    mutation SplitThreadMutation($input: SplitThreadInput!) {
      splitThread(input: $input) {
        ...Arranged_payload
      }
    }
  `,
  [Arranged_payload],
);

export const MergeThreadsMutation = graphql(
  `
    mutation MergeThreadsMutation($input: MergeThreadsInput!) {
      mergeThreads(input: $input) {
        ...Arranged_payload
      }
    }
  `,
  [Arranged_payload],
);

export const CategoriseThreadMutation = graphql(
  `
    mutation CategoriseThreadMutation($input: CategoriseThreadInput!) {
      categoriseThread(input: $input) {
        ...Arranged_payload
      }
    }
  `,
  [Arranged_payload],
);

/** Where the thread or post of an address is now. */
export const MovedThreadQuery = graphql(`
  query MovedThreadQuery($network: String!, $no: Int!, $post: Int) {
    movedThread(network: $network, no: $no, post: $post) {
      network
      no
      slug
      post
    }
  }
`);

/** Threads into which another one may go. */
export const ThreadChoicesQuery = graphql(`
  query ThreadChoicesQuery($network: String!, $title: String!) {
    similarThreads(network: $network, title: $title) {
      id
      no
      title
      lang
    }
    threads(network: $network, first: 20) {
      edges {
        node {
          id
          no
          title
          lang
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Networks to which a thread may go. */
export const NetworkChoicesQuery = graphql(`
  query NetworkChoicesQuery($query: String!) {
    networks(first: 50, query: $query) {
      edges {
        node {
          id
          slug
          name
          lang
          viewerCan {
            edit
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

/** A thread's posts from one on, as far as they are listed for choosing. */
export const SplittablePostsQuery = graphql(`
  query SplittablePostsQuery($network: String!, $no: Int!, $around: Int!) {
    thread(network: $network, no: $no) {
      id
      kind
      decisionSeq
      posts(first: 50, around: $around) {
        edges {
          node {
            id
            no
            body
            lang
            author {
              id
              displayName
            }
          }
        }
      }
    }
  }
`);
