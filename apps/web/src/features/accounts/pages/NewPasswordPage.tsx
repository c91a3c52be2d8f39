import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useHref } from '../../../app/i18n/index.js';
import { Button, FormErrorSummary, PageHeader, SheetRow } from '../../../ui/index.js';
import { NewPasswordField } from '../components/NewPasswordField.js';
import { TokenGate, type OpenToken } from '../components/TokenGate.js';
import { signInPath } from '../paths.js';
import { useEntered } from '../components/use-entered.js';

const ResetPasswordMutation = graphql(`
  mutation ResetPasswordMutation($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      landing
      secondStep {
        methods
      }
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
  const navigate = useNavigate();
  const href = useHref();
  const [password, setPassword] = useState('');
  const [reset, state] = useCommand(ResetPasswordMutation);
  const goOn = ({ landing, secondStep }: ResultOf<typeof ResetPasswordMutation>['resetPassword']) =>
    secondStep ? navigate(href(signInPath()), { state: { methods: secondStep.methods } }) : entered(landing);
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
          void reset({ token: token.text, password }).then((outcome) => (outcome.done ? goOn(outcome.data.resetPassword) : undefined));
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
