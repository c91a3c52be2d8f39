import { FLAG_REASONS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { RadioGroup, showToast, TextArea } from '../../../ui/index.js';
import { ReportPostMutation } from '../thread-commands.js';

/** Reports a post to the moderators of its network. */
export function ReportDialog({ postId, onClose }: { postId: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState<(typeof FLAG_REASONS)[number]>('PERSONAL_DATA');
  const [note, setNote] = useState('');
  const [report, state] = useCommand(ReportPostMutation, {
    creates: true,
    onDone: () => {
      showToast(formatMessage({ id: 'discussions.report.done' }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={formatMessage({ id: 'discussions.report.title' })}
      submitLabel={formatMessage({ id: 'discussions.report.send' })}
      state={state}
      onSubmit={() => void report({ postId, reason, note })}
      onClose={onClose}
    >
      <p className="muted">{formatMessage({ id: 'discussions.report.lead' })}</p>
      <RadioGroup
        id="reason"
        name="reason"
        label={formatMessage({ id: 'discussions.report.reason' })}
        error={state.errorOf('reason')}
        value={reason}
        choices={FLAG_REASONS.map((each) => ({ value: each, label: formatMessage({ id: `discussions.flag.${each}` }) }))}
        onChange={(value) => setReason(FLAG_REASONS.find((each) => each === value) ?? 'OTHER')}
      />
      <TextArea
        id="note"
        label={formatMessage({ id: 'discussions.report.note' })}
        optional={reason !== 'OTHER'}
        error={state.errorOf('note')}
        value={note}
        maxLength={1000}
        rows={2}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
