import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useAgreement } from '../../../app/consents/AgreementField.js';
import { Button, FormErrorSummary, PageHeader, SheetRow } from '../../../ui/index.js';
import { NewPasswordField } from '../components/NewPasswordField.js';
import { TokenGate, type OpenToken } from '../components/TokenGate.js';
import { useEntered } from '../components/use-entered.js';

const ConfirmSignUpMutation = graphql(`
  mutation ConfirmSignUpMutation($input: ConfirmSignUpInput!) {
    confirmSignUp(input: $input) {
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

/** The link of a sign-up: choose a password and the account exists. */
export function Component() {
  return <TokenGate kind="SIGN_UP">{(token) => <ConfirmForm token={token} />}</TokenGate>;
}

function ConfirmForm({ token }: { token: OpenToken & { text: string } }) {
  const { formatMessage } = useIntl();
  const entered = useEntered();
  const [password, setPassword] = useState('');
  const [confirm, state] = useCommand(ConfirmSignUpMutation);
  const { field, agreesTo } = useAgreement(state);
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'accounts.confirm.title' }, { name: token.name ?? '' })}
        lead={formatMessage({ id: 'accounts.confirm.lead' }, { email: token.email ?? '' })}
        problem={state.errors.length > 0}
      />
      <FormErrorSummary errors={state.errors} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void confirm({ token: token.text, password, agreesTo }).then((outcome) =>
            outcome.done ? entered(outcome.data.confirmSignUp.landing) : undefined,
          );
        }}
      >
        <NewPasswordField
          id="password"
          label={formatMessage({ id: 'accounts.password' })}
          error={state.errorOf('password')}
          value={password}
          onChange={setPassword}
        />
        {field}
        <CommandProblem state={state} />
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'accounts.confirm.submit' })}
        </Button>
      </form>
    </SheetRow>
  );
}
