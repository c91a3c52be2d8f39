import { graphql, type FragmentOf } from '../../app/api/graphql.js';

/** A poll as the thread page shows it. */
export const Poll_poll = graphql(`
  fragment Poll_poll on Poll {
    id
    question
    options {
      no
      label
      votes
      mine
    }
    multiple
    results
    voters
    closesAt
    closedAt
    viewerCan {
      vote
      voteRefusal
      edit
      close
    }
    version
  }
`);
export type PollShown = FragmentOf<typeof Poll_poll>;

/** What a post asks of its readers. */
export const PollQuery = graphql(
  `
    query PollQuery($postId: ID!) {
      poll(postId: $postId) {
        ...Poll_poll
      }
    }
  `,
  [Poll_poll],
);

export const VoteInPollMutation = graphql(
  `
    mutation VoteInPollMutation($input: VoteInPollInput!) {
      voteInPoll(input: $input) {
        poll {
          ...Poll_poll
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Poll_poll],
);

export const SavePollMutation = graphql(
  `
    mutation SavePollMutation($input: SavePollInput!) {
      savePoll(input: $input) {
        poll {
          ...Poll_poll
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Poll_poll],
);

export const RemovePollMutation = graphql(`
  mutation RemovePollMutation($input: PollVersionInput!) {
    removePoll(input: $input) {
      poll {
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

export const ClosePollMutation = graphql(
  `
    mutation ClosePollMutation($input: PollVersionInput!) {
      closePoll(input: $input) {
        poll {
          ...Poll_poll
        }
        userErrors {
          code
          path
          message
        }
      }
    }
  `,
  [Poll_poll],
);
