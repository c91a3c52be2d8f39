import { LENGTHS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { Button, Dialog, FormErrorSummary, showToast, TextArea, TextField } from '../../../ui/index.js';
import { InviteMemberMutation } from '../membership-operations.js';
import { MEMBERS_QUERIES } from '../network-queries.js';

/** Invites somebody by e-mail: who has an account finds the invitation in Stoa too, who has none opens one by it. */
export function InviteDialog({ networkId, onClose }: { networkId: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [values, setValues] = useState({ email: '', name: '', message: '' });
  const [invite, state] = useCommand(InviteMemberMutation, { creates: true, refetch: MEMBERS_QUERIES });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  const send = async () => {
    if (!(await invite({ networkId, ...values })).done) return;
    showToast(formatMessage({ id: 'networks.invite.done' }, { name: values.name }));
    onClose();
  };
  return (
    <Dialog
      open
      title={formatMessage({ id: 'networks.invite' })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{formatMessage({ id: 'ui.cancel' })}</Button>
          <Button kind="primary" busy={state.busy} onClick={() => void send()}>
            {formatMessage({ id: 'networks.invite.send' })}
          </Button>
        </>
      }
    >
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <FormErrorSummary errors={state.errors} />
        <CommandProblem state={state} />
        <TextField
          id="email"
          type="email"
          autoComplete="off"
          label={formatMessage({ id: 'networks.invite.email' })}
          hint={formatMessage({ id: 'networks.invite.emailHint' })}
          error={state.errorOf('email')}
          value={values.email}
          onChange={(event) => set({ email: event.target.value })}
        />
        <TextField
          id="name"
          autoComplete="off"
          label={formatMessage({ id: 'networks.invite.name' })}
          error={state.errorOf('name')}
          value={values.name}
          maxLength={LENGTHS.personName.max}
          onChange={(event) => set({ name: event.target.value })}
        />
        <TextArea
          id="message"
          optional
          label={formatMessage({ id: 'networks.invite.message' })}
          error={state.errorOf('message')}
          value={values.message}
          maxLength={LENGTHS.note.max}
          onChange={(event) => set({ message: event.target.value })}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
