import { graphql, type ResultOf } from '../../app/api/graphql.js';

/** What happens in a thread; its fields are those that a change holds, everything else about a post is asked for by the page. */
export const ThreadChangedSubscription = graphql(`
  subscription ThreadChangedSubscription($threadId: ID!, $after: Int!) {
    threadChanged(threadId: $threadId, after: $after) {
      changeNo
      thread {
        state
        stateReason
        locked
        pinned
        lockedUntil
        pinnedUntil
        slowSeconds
        postsCount
        lastPostNo
        firstReplyAt
        acceptedPostNo
        acceptedAt
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
        decisionSeq
        viewerCan {
          reply
          replyRefusal
          accept
          moderate
          readLog
          summarise
        }
        version
      }
      posts {
        cursor
        post {
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
        hiddenReason
        thanks
        agree
        idea
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
        poll {
          voters
          votes
          closedAt
          version
        }
      }
      writing {
        id
        displayName
      }
    }
  }
`);
export type ThreadChange = ResultOf<typeof ThreadChangedSubscription>['threadChanged'];

/** What a change says of its thread, as the page's thread has it. */
export const LiveThread_thread = graphql(`
  fragment LiveThread_thread on Thread {
    id
    state
    stateReason
    locked
    pinned
    lockedUntil
    pinnedUntil
    slowSeconds
    postsCount
    lastPostNo
    firstReplyAt
    acceptedPostNo
    acceptedAt
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
    decisionSeq
    viewerCan {
      reply
      replyRefusal
      accept
      moderate
      readLog
      summarise
    }
    version
  }
`);

/** Says that the viewer writes a reply. */
export const SayWritingMutation = graphql(`
  mutation SayWritingMutation($input: SayWritingInput!) {
    sayWriting(input: $input) {
      userErrors {
        code
        path
        message
      }
    }
  }
`);
