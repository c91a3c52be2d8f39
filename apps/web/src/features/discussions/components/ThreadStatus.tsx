import { useIntl } from 'react-intl';
import { StatusMark } from '../../../ui/index.js';

/** Where a thread stands, in one word: hidden, locked, answered, open question, or a discussion. */
export function ThreadStatus({
  thread,
}: {
  thread: { kind: 'QUESTION' | 'DISCUSSION'; state: 'OPEN' | 'LOCKED' | 'HIDDEN'; acceptedPostNo: number | null };
}) {
  const { formatMessage } = useIntl();
  if (thread.state === 'HIDDEN') return <StatusMark status="warn">{formatMessage({ id: 'discussions.status.hidden' })}</StatusMark>;
  if (thread.acceptedPostNo !== null) return <StatusMark status="ok">{formatMessage({ id: 'discussions.status.answered' })}</StatusMark>;
  if (thread.state === 'LOCKED') return <StatusMark status="none">{formatMessage({ id: 'discussions.status.locked' })}</StatusMark>;
  if (thread.kind === 'QUESTION') return <StatusMark status="none">{formatMessage({ id: 'discussions.status.unanswered' })}</StatusMark>;
  return <StatusMark status="none">{formatMessage({ id: 'discussions.status.discussion' })}</StatusMark>;
}
