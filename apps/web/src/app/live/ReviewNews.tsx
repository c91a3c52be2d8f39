import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../api/graphql.js';
import { useLive } from './use-live.js';

const ReviewChangedSubscription = graphql(`
  subscription ReviewChangedSubscription {
    reviewChanged {
      queue
      appeals
    }
  }
`);

const ReviewCountQuery = graphql(`
  query ReviewCountQuery {
    viewer {
      id
      toReview
      appealsToDecide
    }
  }
`);

/** The pages that show what waits. */
const PAGES = { queue: 'ReviewPageQuery', appeals: 'AppealsPageQuery' };
/** What happens within this time is asked for together. */
const GATHER_MS = 500;

/** Keeps what waits for a moderator as it is: the count in the rail, and the page of the queue where it is open. */
export default function ReviewNews() {
  const client = useApolloClient();
  const stale = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What the connection begins with says nothing new to a page that has only just asked.
  const hasBegun = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = () => {
    timer.current = undefined;
    client.query({ query: ReviewCountQuery, fetchPolicy: 'network-only' }).catch(() => undefined);
    for (const query of client.getObservableQueries()) if (stale.current.has(query.queryName ?? '')) query.refetch().catch(() => undefined);
    stale.current.clear();
  };
  useLive(ReviewChangedSubscription, () => ({}), {
    onData: ({ reviewChanged: { queue, appeals } }) => {
      if (!hasBegun.current) {
        hasBegun.current = true;
        return;
      }
      if (queue) stale.current.add(PAGES.queue);
      if (appeals) stale.current.add(PAGES.appeals);
      timer.current ??= setTimeout(ask, GATHER_MS);
    },
    // Whoever is signed in no more learns it with the next question.
    onEnd: () => undefined,
  });
  return null;
}
