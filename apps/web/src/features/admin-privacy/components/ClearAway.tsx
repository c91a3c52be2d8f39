import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, ConfirmDialog } from '../../../ui/index.js';
import { ApplyRetentionMutation, type RetentionState } from '../retention-operations.js';

/** Has what is past its time go now instead of tonight, after asking. */
export function ClearAway({ retention, onRefresh }: { retention: RetentionState; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [asking, setAsking] = useState(false);
  const close = () => {
    state.reset();
    setAsking(false);
  };
  const [apply, state] = useCommand(ApplyRetentionMutation, {
    creates: true,
    onDone: () => {
      setAsking(false);
      onRefresh();
    },
  });
  const count = retention.rules.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <>
      <Button busy={retention.running} onClick={() => setAsking(true)}>
        {retention.running ? formatMessage({ id: 'retention.running' }) : formatMessage({ id: 'retention.apply' })}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={formatMessage({ id: 'retention.apply.sure' }, { count })}
        confirmLabel={formatMessage({ id: 'retention.apply' })}
        busy={state.busy}
        onClose={close}
        onConfirm={() => void apply({})}
      >
        <CommandProblem state={state} />
        <p>{formatMessage({ id: 'retention.apply.text' })}</p>
      </ConfirmDialog>
    </>
  );
}
