import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { Button, FormErrorSummary, showToast, TextField } from '../../../ui/index.js';
import { NewPasswordField } from './NewPasswordField.js';

const ChangePasswordMutation = graphql(`
  mutation ChangePasswordMutation($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      done
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Changing one's password; other devices are signed out. */
export function PasswordForm() {
  const { formatMessage } = useIntl();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [change, state] = useCommand(ChangePasswordMutation, {
    refetch: ['SessionListQuery'],
    onDone: () => {
      setCurrent('');
      setNew('');
      showToast(formatMessage({ id: 'accounts.password.changed' }));
    },
  });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void change({ currentPassword, newPassword });
      }}
    >
      <FormErrorSummary errors={state.errors} />
      <TextField
        id="currentPassword"
        type="password"
        autoComplete="current-password"
        label={formatMessage({ id: 'accounts.password.current' })}
        error={state.errorOf('currentPassword')}
        value={currentPassword}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <NewPasswordField
        id="newPassword"
        label={formatMessage({ id: 'accounts.newPassword' })}
        error={state.errorOf('newPassword')}
        value={newPassword}
        onChange={setNew}
      />
      <CommandProblem state={state} />
      <Button type="submit" busy={state.busy}>
        {formatMessage({ id: 'accounts.password.submit' })}
      </Button>
    </form>
  );
}
