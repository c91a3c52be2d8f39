import { REPORT_REASONS, type ReportReason } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { SelectField, showToast, TextArea, TextField } from '../../../ui/index.js';
import { ReportResourceMutation } from '../use-operations.js';

/** Says what is wrong; a visitor leaves an address for the answer. */
export default function ReportResourceDialog({
  resourceId,
  useId,
  onClose,
}: {
  resourceId: string;
  useId: string | null;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const { viewer } = useViewer();
  const [reason, setReason] = useState<ReportReason>('COPYRIGHT');
  const [text, setText] = useState('');
  const [email, setEmail] = useState('');
  const [report, state] = useCommand(ReportResourceMutation, {
    creates: true,
    onDone: () => {
      showToast(formatMessage({ id: 'library.report.sent' }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={formatMessage({ id: useId ? 'library.uses.report' : 'library.report' })}
      submitLabel={formatMessage({ id: 'library.report.send' })}
      state={state}
      onClose={onClose}
      onSubmit={() => void report({ id: resourceId, useId, reason, text, email: viewer ? null : email })}
    >
      <SelectField
        id="reason"
        label={formatMessage({ id: 'library.report.reason' })}
        value={reason}
        choices={REPORT_REASONS.map((value) => ({ value, label: formatMessage({ id: `library.report.reason.${value}` }) }))}
        onChange={(event) => setReason(REPORT_REASONS.find((one) => one === event.target.value) ?? reason)}
      />
      <TextArea
        id="text"
        label={formatMessage({ id: 'library.report.text' })}
        hint={formatMessage({ id: reason === 'COPYRIGHT' ? 'library.report.textCopyright' : 'library.report.textHint' })}
        error={state.errorOf('text')}
        value={text}
        rows={5}
        maxLength={2_000}
        onChange={(event) => setText(event.target.value)}
      />
      {!viewer && (
        <TextField
          id="email"
          type="email"
          autoComplete="email"
          label={formatMessage({ id: 'library.report.email' })}
          hint={formatMessage({ id: 'library.report.emailHint' })}
          error={state.errorOf('email')}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
