import { LENGTHS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CommandState } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, DateField, Dialog, FormErrorSummary, TextArea } from '../../../ui/index.js';

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
    <Dialog
      open
      title={title}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{formatMessage({ id: 'ui.cancel' })}</Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={state.busy} onClick={() => onConfirm({ reason, until })}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="fields">
        <FormErrorSummary errors={state.errors} />
        <CommandProblem state={state} />
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
      </div>
    </Dialog>
  );
}
