import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useCommand } from '../../../app/api/use-command.js';
import { Button, DateField, Dialog, FormErrorSummary, showToast, TextArea } from '../../../ui/index.js';
import { CHANGED_LISTS, EndAppointmentMutation, type AppointmentItem } from '../appointment-operations.js';

/** Ends an appointment at once or on a day, with a reason that the person reads. */
export function EndDialog({
  appointment,
  onClose,
  onRefresh,
}: {
  appointment: AppointmentItem | null;
  onClose: () => void;
  onRefresh: () => void;
}) {
  const { formatMessage } = useIntl();
  return (
    <Dialog
      open={appointment !== null}
      title={formatMessage(
        { id: 'appointments.end.title' },
        { name: appointment?.person.displayName ?? '', scope: appointment?.scope?.name ?? '' },
      )}
      onClose={onClose}
    >
      {appointment && <EndForm appointment={appointment} onClose={onClose} onRefresh={onRefresh} />}
    </Dialog>
  );
}

function EndForm({ appointment, onClose, onRefresh }: { appointment: AppointmentItem; onClose: () => void; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState('');
  const [endsOn, setEndsOn] = useState('');
  const [end, state] = useCommand(EndAppointmentMutation, {
    refetch: CHANGED_LISTS,
    onDone: () => {
      showToast(formatMessage({ id: endsOn ? 'appointments.end.shortened' : 'appointments.end.done' }));
      onClose();
    },
  });
  return (
    <form
      className="fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void end({ id: appointment.id, expectedVersion: appointment.version, reason, endsOn: endsOn || null });
      }}
    >
      <FormErrorSummary errors={state.errors} />
      <p>{formatMessage({ id: 'appointments.end.text' })}</p>
      <TextArea
        id="reason"
        label={formatMessage({ id: 'appointments.end.reason' })}
        hint={formatMessage({ id: 'appointments.end.reasonHint' })}
        error={state.errorOf('reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <DateField
        id="endsOn"
        optional
        label={formatMessage({ id: 'appointments.end.on' })}
        hint={formatMessage({ id: 'appointments.end.onHint' })}
        error={state.errorOf('endsOn')}
        value={endsOn}
        onChange={(event) => setEndsOn(event.target.value)}
      />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <div className="button-row">
        <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
        <Button kind="danger" type="submit" busy={state.busy}>
          {formatMessage({ id: 'appointments.end.submit' })}
        </Button>
      </div>
    </form>
  );
}
