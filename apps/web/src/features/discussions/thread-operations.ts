import { graphql, type FragmentOf, type ResultOf } from '../../app/api/graphql.js';

/** A post as the thread page shows it. */
export const PostItem_post = graphql(`
  fragment PostItem_post on Post {
    id
    no
    state
    author {
      id
      handle
      displayName
    }
    authorProfession
    authorSchool
    lang
    html
    createdAt
    editedAt
    accepted
    hiddenReason
    pendingFlags
    version
    viewerCan {
      edit
      withdraw
      report
      accept
      moderate
    }
  }
`);
export type PostShown = FragmentOf<typeof PostItem_post>;

/** The thread page; the API answers it in one statement, so nothing of it may be conditional. */
export const ThreadPageQuery = graphql(
  `
    query ThreadPageQuery($network: String!, $no: Int!, $after: String, $around: Int) {
      thread(network: $network, no: $no) {
        id
        no
        slug
        title
        lang
        kind
        state
        locked
        pinned
        createdAt
        postsCount
        lastPostNo
        firstReplyAt
        acceptedPostNo
        acceptedAt
        lastReadNo
        lastReadAt
        stateReason
        decisionSeq
        version
        network {
          id
          slug
          name
          lang
        }
        viewerCan {
          reply
          replyRefusal
          accept
          moderate
          readLog
        }
        posts(first: 50, after: $after, around: $around) {
          edges {
            node {
              ...PostItem_post
            }
          }
          pageInfo {
            hasNextPage
            hasPreviousPage
            endCursor
          }
        }
      }
    }
  `,
  [PostItem_post],
);
export type ThreadShown = NonNullable<ResultOf<typeof ThreadPageQuery>['thread']>;

/** Whether something new came; asked when the reader comes back. */
export const ThreadPulseQuery = graphql(`
  query ThreadPulseQuery($network: String!, $no: Int!) {
    thread(network: $network, no: $no) {
      id
      lastPostNo
      postsCount
    }
  }
`);

/** A post's Markdown, for editing and quoting, with its earlier texts. */
export const PostTextQuery = graphql(`
  query PostTextQuery($id: ID!) {
    post(id: $id) {
      id
      body
      version
      revisions {
        id
        body
        replacedAt
      }
    }
  }
`);

/** What a moderator weighs before deciding on a post. */
export const PostReviewQuery = graphql(`
  query PostReviewQuery($id: ID!) {
    post(id: $id) {
      id
      decisionSeq
      flags {
        id
        reason
        note
        flaggedAt
      }
      authorRecord {
        posts
        hidden
      }
    }
  }
`);

/** The decisions taken on a thread. */
export const ThreadLogQuery = graphql(`
  query ThreadLogQuery($network: String!, $no: Int!) {
    thread(network: $network, no: $no) {
      id
      decisionSeq
      decisions {
        id
        seq
        kind
        reason
        decidedAt
        decidedBy {
          id
          displayName
        }
        reversed
      }
    }
  }
`);

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
