import { LENGTHS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { showToast, TextArea } from '../../../ui/index.js';
import { DecideAppealMutation } from '../appeal-operations.js';

/** Asks for the reason of an answer to an appeal, as both sides will read it, and answers. */
export function AnswerDialog({
  appeal,
  answer,
  onRefresh,
  onClose,
}: {
  appeal: { id: string; version: number };
  answer: 'UPHOLD' | 'REVERSE';
  onRefresh: () => void;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState('');
  const [decide, state] = useCommand(DecideAppealMutation, {
    refetch: ['AppealsPageQuery', 'ShellViewerQuery'],
    onDone: () => {
      showToast(formatMessage({ id: `moderation.answered.${answer}` }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={formatMessage({ id: `moderation.answer.${answer}` })}
      submitLabel={formatMessage({ id: `moderation.answer.${answer}` })}
      state={state}
      onSubmit={() => void decide({ appealId: appeal.id, answer, reason, expectedVersion: appeal.version })}
      onRefresh={onRefresh}
      onClose={onClose}
    >
      <TextArea
        id="reason"
        label={formatMessage({ id: 'moderation.answer.reason' })}
        hint={formatMessage({ id: 'moderation.answer.reasonHint' })}
        error={state.errorOf('reason')}
        value={reason}
        maxLength={LENGTHS.reason.max}
        rows={3}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
