import { useApolloClient } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { showToast } from '../../../ui/index.js';
import { threadPath } from '../paths.js';
import { DecideMutation } from '../thread-commands.js';

interface Address {
  no: number;
  slug: string;
  network: { slug: string };
}

interface Arranged {
  thread: Address | null;
  decision: { id: string; seq: number } | null;
}

/**
 * What follows when a thread was moved, split or merged: the page goes where the posts are, and for ten seconds all can be taken back.
 * @param thread the thread that was arranged
 */
export function useArranged(thread: Address & { id: string }): (kind: 'MOVE' | 'SPLIT' | 'MERGE' | 'CATEGORY', arranged: Arranged) => void {
  const { formatMessage } = useIntl();
  const client = useApolloClient();
  const navigate = useNavigate();
  const href = useHref();
  const [reverse] = useCommand(DecideMutation);
  const go = (to: Address) => void navigate(href(threadPath(to)));
  const undo = async ({ id, seq }: { id: string; seq: number }) => {
    const { done } = await reverse({
      subjectId: thread.id,
      kind: 'REVERSE',
      reason: formatMessage({ id: 'discussions.reason.undone' }),
      expectedSeq: seq,
      reverses: id,
    });
    if (!done) return showToast(formatMessage({ id: 'discussions.arrange.notUndone' }));
    forget();
    go(thread);
  };
  // What is kept of lists and of both threads is of before.
  const forget = () => {
    client.cache.evict({ fieldName: 'threads' });
    client.cache.evict({ fieldName: 'thread' });
    client.cache.evict({ fieldName: 'movedThread' });
    client.cache.gc();
  };
  return (kind, { thread: now, decision }) => {
    forget();
    if (now) go(now);
    showToast(formatMessage({ id: `discussions.decided.${kind}` }), decision ? { undo: () => void undo(decision) } : {});
  };
}
