import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, Dialog } from '../../../ui/index.js';
import { usePaceName } from '../hooks/use-pace-name.js';
import { lastDay } from '../last-day.js';
import { useDecide } from '../hooks/use-decide.js';
import { ThreadLogQuery, type ThreadShown } from '../thread-operations.js';
import styles from './ThreadAside.module.css';

/** The decisions on a thread with persons and reasons; each that holds can be taken back. */
export default function LogDialog({ thread, onClose }: { thread: ThreadShown; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const paceName = usePaceName();
  const query = useQuery(ThreadLogQuery, { variables: { network: thread.network.slug, no: thread.no }, fetchPolicy: 'network-only' });
  const [decide, state] = useDecide(['ThreadLogQuery']);
  const takeBack = (reverses: string, expectedSeq: number) =>
    void decide({
      subjectId: thread.id,
      kind: 'REVERSE',
      reason: formatMessage({ id: 'discussions.reason.undone' }),
      reasonPublic: true,
      expectedSeq,
      reverses,
    });
  return (
    <Dialog open title={formatMessage({ id: 'discussions.log.title' })} onClose={onClose}>
      <CommandProblem state={state} onRefresh={() => void query.refetch()} />
      <QueryView query={query} page={false}>
        {({ thread: logged }) => (
          <ol className={styles['log']}>
            {logged?.decisions.map((decision) => (
              <li key={decision.id}>
                <strong>{formatMessage({ id: `discussions.decided.${decision.kind}` })}</strong>
                {decision.until && <> {formatMessage({ id: 'discussions.until' }, { day: formats.date(lastDay(decision.until)) })}</>}
                {decision.seconds && <> ({paceName(decision.seconds)})</>}
                <p>{decision.reason}</p>
                <p className="meta">
                  {decision.decidedBy.displayName} · {formats.dateTime(decision.decidedAt)}
                  {decision.reversed && <> · {formatMessage({ id: 'discussions.log.reversed' })}</>}
                </p>
                {thread.viewerCan.moderate && !decision.reversed && decision.kind !== 'REVERSE' && (
                  <Button busy={state.busy} onClick={() => takeBack(decision.id, logged.decisionSeq)}>
                    {formatMessage({ id: 'discussions.log.takeBack' })}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </Dialog>
  );
}
