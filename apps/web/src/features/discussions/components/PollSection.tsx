import { Vote } from 'lucide-react';
import { useIntl } from 'react-intl';
import type { CommandState } from '../../../app/api/use-command.js';
import { Button } from '../../../ui/index.js';
import { keptPoll, NEW_POLL } from '../poll-draft.js';
import styles from './Poll.module.css';
import { PollFields } from './PollFields.js';

/** The poll of a thread that is being written: a button until somebody wants one. */
export function PollSection({
  kept,
  onKeep,
  errorOf,
}: {
  /** The draft as it is kept; empty where there is none. */
  kept: string;
  onKeep: (text: string) => void;
  errorOf: CommandState['errorOf'];
}) {
  const { formatMessage } = useIntl();
  const poll = keptPoll(kept);
  if (!poll)
    return (
      <div className={styles['add']}>
        <Button kind="quiet" icon={Vote} onClick={() => onKeep(JSON.stringify(NEW_POLL))}>
          {formatMessage({ id: 'discussions.poll.add' })}
        </Button>
      </div>
    );
  return (
    <fieldset className={styles['section']}>
      <legend>{formatMessage({ id: 'discussions.poll.title' })}</legend>
      <div className="form">
        <PollFields poll={poll} errorOf={errorOf} onChange={(changed) => onKeep(JSON.stringify(changed))} />
        <div>
          <Button kind="quiet" onClick={() => onKeep('')}>
            {formatMessage({ id: 'discussions.poll.without' })}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
