import { LENGTHS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CommandState } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { DateField, TextArea } from '../../../ui/index.js';

/** Asks for the reason that the person concerned will read, and for a last day where `withDay`. */
export function ReasonDialog({
  title,
  confirmLabel,
  withDay = false,
  danger = false,
  state,
  onClose,
  onConfirm,
}: {
  title: string;
  confirmLabel: string;
  withDay?: boolean;
  danger?: boolean;
  state: CommandState;
  onClose: () => void;
  onConfirm: (values: { reason: string; until: string }) => void;
}) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const close = () => {
    state.reset();
    onClose();
  };
  return (
    <FormDialog
      title={title}
      submitLabel={confirmLabel}
      danger={danger}
      state={state}
      onSubmit={() => onConfirm({ reason, until })}
      onClose={close}
    >
      {withDay && (
        <DateField
          id="until"
          label={formatMessage({ id: 'networks.suspend.until' })}
          error={state.errorOf('until')}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      )}
      <TextArea
        id="reason"
        label={formatMessage({ id: 'networks.reason' })}
        hint={formatMessage({ id: 'networks.reasonHint' })}
        error={state.errorOf('reason')}
        value={reason}
        maxLength={LENGTHS.reason.max}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
