import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { Button, FormErrorSummary, PageHeader, SheetRow } from '../../../ui/index.js';
import { NewPasswordField } from '../components/NewPasswordField.js';
import { TokenGate, type OpenToken } from '../components/TokenGate.js';
import { useEntered } from '../components/use-entered.js';

const ResetPasswordMutation = graphql(`
  mutation ResetPasswordMutation($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      landing
      viewer {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** The link of a reset: a new password, which ends every session. */
export function Component() {
  return <TokenGate kind="RESET">{(token) => <NewPasswordForm token={token} />}</TokenGate>;
}

function NewPasswordForm({ token }: { token: OpenToken & { text: string } }) {
  const { formatMessage } = useIntl();
  const entered = useEntered();
  const [password, setPassword] = useState('');
  const [reset, state] = useCommand(ResetPasswordMutation);
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'accounts.newPassword.title' })}
        lead={formatMessage({ id: 'accounts.newPassword.lead' }, { email: token.email ?? '' })}
        problem={state.errors.length > 0}
      />
      <FormErrorSummary errors={state.errors} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void reset({ token: token.text, password }).then((outcome) =>
            outcome.done ? entered(outcome.data.resetPassword.landing) : undefined,
          );
        }}
      >
        <NewPasswordField
          id="password"
          label={formatMessage({ id: 'accounts.newPassword' })}
          error={state.errorOf('password')}
          value={password}
          onChange={setPassword}
        />
        <CommandProblem state={state} />
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'accounts.newPassword.submit' })}
        </Button>
      </form>
    </SheetRow>
  );
}
