import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { graphql } from '../api/graphql.js';
import { useAskAnew } from './use-ask-anew.js';
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

/** Keeps what waits for a moderator as it is: the count in the rail, and the page of the queue where it is open. */
export default function ReviewNews() {
  const client = useApolloClient();
  // What the connection begins with says nothing new to a page that has only just asked.
  const hasBegun = useRef(false);
  const askAnew = useAskAnew(() => {
    client.query({ query: ReviewCountQuery, fetchPolicy: 'network-only' }).catch(() => undefined);
  });
  useLive(ReviewChangedSubscription, () => ({}), {
    onData: ({ reviewChanged: { queue, appeals } }) => {
      if (hasBegun.current) askAnew(...(queue ? ['ReviewPageQuery'] : []), ...(appeals ? ['AppealsPageQuery'] : []));
      hasBegun.current = true;
    },
    // Whoever is signed in no more learns it with the next question.
    onEnd: () => undefined,
  });
  return null;
}
