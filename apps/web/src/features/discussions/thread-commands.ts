import { graphql } from '../../app/api/graphql.js';
import { PostItem_post } from './thread-operations.js';

export const StartThreadMutation = graphql(`
  mutation StartThreadMutation($input: StartThreadInput!) {
    startThread(input: $input) {
      thread {
        id
        no
        slug
        network {
          id
          slug
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

export const ReplyMutation = graphql(`
  mutation ReplyMutation($input: ReplyInput!) {
    reply(input: $input) {
      post {
        id
        no
        thread {
          id
          lastPostNo
          postsCount
          lastReadNo
          firstReplyAt
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

/** Where a post is; asked where its discussion went into another one while it was written. */
export const PostPlaceQuery = graphql(`
  query PostPlaceQuery($id: ID!) {
    post(id: $id) {
      id
      thread {
        id
        no
        slug
        network {
          id
          slug
        }
      }
    }
  }
`);

export const EditPostMutation = graphql(
  `
    mutation EditPostMutation($input: EditPostInput!) {
      editPost(input: $input) {
        post {
          ...PostItem_post
          body
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

export const WithdrawPostMutation = graphql(
  `
    mutation WithdrawPostMutation($input: PostVersionInput!) {
      withdrawPost(input: $input) {
        post {
          ...PostItem_post
          thread {
            id
            postsCount
          }
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

export const AcceptAnswerMutation = graphql(`
  mutation AcceptAnswerMutation($input: AcceptAnswerInput!) {
    acceptAnswer(input: $input) {
      thread {
        id
        acceptedPostNo
        acceptedAt
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

export const MarkThreadReadMutation = graphql(`
  mutation MarkThreadReadMutation($input: MarkThreadReadInput!) {
    markThreadRead(input: $input) {
      thread {
        id
        lastReadNo
        unread
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export const ReportPostMutation = graphql(
  `
    mutation ReportPostMutation($input: ReportPostInput!) {
      reportPost(input: $input) {
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

export const DecideMutation = graphql(
  `
    mutation DecideMutation($input: DecideInput!) {
      decide(input: $input) {
        decision {
          id
          seq
        }
        post {
          ...PostItem_post
          decisionSeq
        }
        thread {
          id
          state
          locked
          pinned
          lockedUntil
          pinnedUntil
          slowSeconds
          stateReason
          decisionSeq
          postsCount
          version
          viewerCan {
            reply
            replyRefusal
            accept
            moderate
            readLog
            summarise
          }
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
