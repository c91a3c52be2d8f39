import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { graphql } from '../../../app/api/graphql.js';
import { useLive } from '../../../app/live/use-live.js';

const DiscussionsChangedSubscription = graphql(`
  subscription DiscussionsChangedSubscription($networkId: ID!) {
    discussionsChanged(networkId: $networkId) {
      missed
      threads {
        id
        state
        pinned
        postsCount
        lastPostNo
        lastPostAt
        acceptedPostNo
      }
    }
  }
`);

/** A thread as its row in a list stands. */
const ThreadRow_thread = graphql(`
  fragment ThreadRow_thread on Thread {
    id
    state
    pinned
    postsCount
    lastPostAt
    acceptedPostNo
    lastReadNo
    unread
  }
`);

/**
 * Keeps the rows of a network's discussions as they are: what is new in them is marked at once.
 * @param onOther something is not among the rows, or was missed: the list is to be asked anew
 */
export function useLiveDiscussions(networkId: string, onOther: () => void): void {
  const { cache } = useApolloClient();
  // The list has only just been asked for when the connection begins.
  const hasBegun = useRef(false);
  useLive(DiscussionsChangedSubscription, () => ({ networkId }), {
    onData: ({ discussionsChanged: { missed, threads } }) => {
      const known = threads.map((thread) => {
        const row = cache.readFragment({ id: `Thread:${thread.id}`, fragment: ThreadRow_thread });
        if (!row) return false;
        const { lastPostNo, ...now } = thread;
        cache.writeFragment({
          id: `Thread:${thread.id}`,
          fragment: ThreadRow_thread,
          data: { ...row, ...now, __typename: 'Thread', unread: row.lastReadNo < lastPostNo } as never,
        });
        return true;
      });
      if ((missed && hasBegun.current) || known.includes(false)) onOther();
      hasBegun.current = true;
    },
    onEnd: onOther,
  });
}
