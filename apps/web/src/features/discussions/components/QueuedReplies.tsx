import { Clock, TriangleAlert } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useErrorMessage } from '../../../app/api/use-error-message.js';
import { changeOutgoing, type Outgoing } from '../../../app/outgoing/outgoing.js';
import { useOutgoing } from '../../../app/outgoing/use-sending.js';
import { Button } from '../../../ui/index.js';
import styles from './QueuedReplies.module.css';

/** The reader's own replies to a discussion that wait on this device, as they will stand there. */
export function QueuedReplies({ threadId, onTakeBack }: { threadId: string; onTakeBack: (body: string) => void }) {
  const mine = useOutgoing().filter((reply) => reply.threadId === threadId);
  return mine.map((reply) => (
    <Queued
      key={reply.key}
      reply={reply}
      onTakeBack={() => {
        changeOutgoing(reply.key, null);
        onTakeBack(reply.body);
      }}
    />
  ));
}

function Queued({ reply, onTakeBack }: { reply: Outgoing; onTakeBack: () => void }) {
  const { formatMessage } = useIntl();
  const messageOf = useErrorMessage();
  const { refused } = reply;
  const Drawing = refused === undefined ? Clock : TriangleAlert;
  return (
    <article className={styles['queued']} aria-label={formatMessage({ id: 'discussions.queued.title' })}>
      <p className="meta">
        <Drawing aria-hidden />
        {refused === undefined
          ? formatMessage({ id: 'discussions.queued.waits' })
          : `${formatMessage({ id: 'discussions.queued.refused' })} ${messageOf(refused, { otherwise: refused })}`}
      </p>
      <p className={styles['text']} lang={reply.lang}>
        {reply.body}
      </p>
      <Button onClick={onTakeBack}>{formatMessage({ id: 'discussions.queued.takeBack' })}</Button>
    </article>
  );
}
