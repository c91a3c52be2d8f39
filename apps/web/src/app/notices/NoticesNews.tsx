import { useEffect, useRef } from 'react';
import { graphql } from '../api/graphql.js';
import { useAskAnew } from '../live/use-ask-anew.js';
import { useLive } from '../live/use-live.js';
import { noticesAreLive } from './notices-live.js';

const NoticesChangedSubscription = graphql(`
  subscription NoticesChangedSubscription {
    noticesChanged
  }
`);

/** Keeps the bell, and the inbox where it is open, as they are. */
export default function NoticesNews() {
  // What the connection begins with says nothing new to a page that has only just asked.
  const hasBegun = useRef(false);
  const askAnew = useAskAnew();
  const state = useLive(NoticesChangedSubscription, () => ({}), {
    onData: () => {
      if (hasBegun.current) askAnew('BellQuery', 'InboxPageQuery');
      hasBegun.current = true;
    },
    onEnd: () => undefined,
  });
  // Without it the bell asks by itself.
  useEffect(() => {
    noticesAreLive(state === 'live');
    return () => void noticesAreLive(false);
  }, [state]);
  return null;
}
