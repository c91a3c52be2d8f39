import { LENGTHS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Dialog, FormErrorSummary, showToast, TextArea } from '../../../ui/index.js';
import { MakeAppealMutation } from '../appeal-operations.js';

/** Asks why a decision is wrong, and appeals. */
export function AppealDialog({ decisionId, onClose }: { decisionId: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [statement, setStatement] = useState('');
  const [appeal, state] = useCommand(MakeAppealMutation, {
    creates: true,
    refetch: ['OwnDecisionsPageQuery'],
    onDone: () => {
      showToast(formatMessage({ id: 'moderation.appeal.done' }));
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={formatMessage({ id: 'moderation.appeal.title' })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
          <Button kind="primary" busy={state.busy} onClick={() => void appeal({ decisionId, statement })}>
            {formatMessage({ id: 'moderation.appeal.send' })}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{formatMessage({ id: 'moderation.appeal.lead' })}</p>
        <FormErrorSummary errors={state.errors} />
        <CommandProblem state={state} />
        <TextArea
          id="statement"
          label={formatMessage({ id: 'moderation.appeal.statement' })}
          error={state.errorOf('statement')}
          value={statement}
          maxLength={LENGTHS.reason.max}
          rows={5}
          onChange={(event) => setStatement(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
