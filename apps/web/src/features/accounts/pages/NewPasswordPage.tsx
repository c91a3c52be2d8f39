import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useHref } from '../../../app/i18n/index.js';
import { PasswordPage } from '../components/PasswordPage.js';
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
  const [reset, state] = useCommand(ResetPasswordMutation);
  const send = async (password: string) => {
    const outcome = await reset({ token: token.text, password });
    if (!outcome.done) return;
    const { landing, secondStep } = outcome.data.resetPassword;
    await (secondStep ? navigate(href(signInPath()), { state: { methods: secondStep.methods } }) : entered(landing));
  };
  return (
    <PasswordPage
      title={formatMessage({ id: 'accounts.newPassword.title' })}
      lead={formatMessage({ id: 'accounts.newPassword.lead' }, { email: token.email ?? '' })}
      label={formatMessage({ id: 'accounts.newPassword' })}
      submitLabel={formatMessage({ id: 'accounts.newPassword.submit' })}
      state={state}
      onSubmit={send}
    />
  );
}
