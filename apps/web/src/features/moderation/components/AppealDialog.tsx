import { LENGTHS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { showToast, TextArea } from '../../../ui/index.js';
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
    <FormDialog
      title={formatMessage({ id: 'moderation.appeal.title' })}
      submitLabel={formatMessage({ id: 'moderation.appeal.send' })}
      state={state}
      onSubmit={() => void appeal({ decisionId, statement })}
      onClose={onClose}
    >
      <p>{formatMessage({ id: 'moderation.appeal.lead' })}</p>
      <TextArea
        id="statement"
        label={formatMessage({ id: 'moderation.appeal.statement' })}
        error={state.errorOf('statement')}
        value={statement}
        maxLength={LENGTHS.reason.max}
        rows={5}
        onChange={(event) => setStatement(event.target.value)}
      />
    </FormDialog>
  );
}
