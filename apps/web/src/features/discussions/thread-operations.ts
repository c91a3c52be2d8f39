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
    hasPoll
    hiddenReason
    pendingFlags
    saved
    reactions {
      thanks
      agree
      idea
      mine
    }
    attachments {
      id
      name
      mime
      size
      alt
      width
      height
      url
      previewUrl
    }
    version
    viewerCan {
      edit
      withdraw
      report
      react
      accept
      moderate
    }
  }
`);
export type PostShown = FragmentOf<typeof PostItem_post>;

/** The thread page; the API answers it in one statement, so nothing of it may be conditional. */
export const ThreadPageQuery = graphql(
  `
    query ThreadPageQuery($network: String!, $no: Int!, $first: Int = 50, $after: String, $last: Int, $before: String, $around: Int) {
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
        lockedUntil
        pinnedUntil
        slowSeconds
        category {
          id
          name
        }
        createdAt
        postsCount
        lastPostNo
        changeNo
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
          summarise
        }
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
        posts(first: $first, after: $after, last: $last, before: $before, around: $around) {
          edges {
            node {
              ...PostItem_post
            }
          }
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
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

/** Places of a long thread with their times. */
export const ThreadTimelineQuery = graphql(`
  query ThreadTimelineQuery($network: String!, $no: Int!) {
    thread(network: $network, no: $no) {
      id
      timeline {
        no
        at
      }
    }
  }
`);

/** A post's Markdown, for editing and quoting, with its earlier texts. */
export const PostTextQuery = graphql(`
  query PostTextQuery($id: ID!) {
    post(id: $id) {
      id
      body
      lang
      attachments {
        id
        name
        mime
        size
        alt
        previewUrl
      }
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
        until
        seconds
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
