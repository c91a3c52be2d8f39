import { LENGTHS } from '@stoa/domain';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { CommandState } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { TextArea } from '../../../ui/index.js';

/** What all arrangements of discussions ask: where to, which the children ask, and the reason that the author will read. */
export function ArrangeDialog({
  title,
  lead,
  ready,
  state,
  onRefresh,
  onClose,
  onConfirm,
  children,
}: {
  title: string;
  lead: string;
  /** Whether it is known where to. */
  ready: boolean;
  state: CommandState;
  onRefresh: () => void;
  onClose: () => void;
  onConfirm: (reason: string) => void;
  children: ReactNode;
}) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={title}
      submitLabel={title}
      ready={ready}
      state={state}
      onSubmit={() => onConfirm(reason)}
      onRefresh={onRefresh}
      stays
      onClose={onClose}
    >
      <p>{lead}</p>
      {children}
      <TextArea
        id="reason"
        label={formatMessage({ id: 'discussions.decide.reason' })}
        hint={formatMessage({ id: 'discussions.decide.reasonMailed' })}
        error={state.errorOf('reason')}
        value={reason}
        maxLength={LENGTHS.reason.max}
        rows={3}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
