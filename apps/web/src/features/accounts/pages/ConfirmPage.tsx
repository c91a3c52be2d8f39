import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useAgreement } from '../../../app/consents/AgreementField.js';
import { PasswordPage } from '../components/PasswordPage.js';
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
  const [confirm, state] = useCommand(ConfirmSignUpMutation);
  const { field, agreesTo } = useAgreement(state);
  const send = async (password: string) => {
    const outcome = await confirm({ token: token.text, password, agreesTo });
    if (outcome.done) await entered(outcome.data.confirmSignUp.landing);
  };
  return (
    <PasswordPage
      title={formatMessage({ id: 'accounts.confirm.title' }, { name: token.name ?? '' })}
      lead={formatMessage({ id: 'accounts.confirm.lead' }, { email: token.email ?? '' })}
      label={formatMessage({ id: 'accounts.password' })}
      submitLabel={formatMessage({ id: 'accounts.confirm.submit' })}
      state={state}
      onSubmit={send}
    >
      {field}
    </PasswordPage>
  );
}
