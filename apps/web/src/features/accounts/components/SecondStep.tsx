import { useApolloClient } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { FactorForm, type FactorMethod } from '../../../app/proof/FactorForm.js';
import { Button, PageHeader } from '../../../ui/index.js';
import { readPasskeyOptions, usePasskeySignIn } from './use-passkey-sign-in.js';

const FinishSignInMutation = graphql(`
  mutation FinishSignInMutation($input: FinishSignInInput!) {
    finishSignIn(input: $input) {
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

/** The second step of signing in: a code, a passkey or a recovery code. */
export function SecondStep({ methods, onDone, onBack }: { methods: readonly FactorMethod[]; onDone: () => void; onBack: () => void }) {
  const { formatMessage } = useIntl();
  const client = useApolloClient();
  const [finish, finishing] = useCommand(FinishSignInMutation, { onDone });
  const passkey = usePasskeySignIn(client, onDone);
  const state = passkey.state.errors.length > 0 || passkey.state.problem || passkey.state.busy ? passkey.state : finishing;
  return (
    <>
      <PageHeader
        title={formatMessage({ id: 'accounts.secondStep.title' })}
        lead={formatMessage({ id: 'accounts.secondStep.lead' })}
        problem={state.errors.length > 0}
      />
      <FactorForm
        methods={methods}
        state={state}
        field="code"
        submitLabel={formatMessage({ id: 'accounts.signIn.submit' })}
        passkeyOptions={() => readPasskeyOptions(client)}
        onAnswer={(method, answer) =>
          void (method === 'PASSKEY'
            ? passkey.send(answer)
            : finish({ method: method === 'RECOVERY_CODE' ? method : 'CODE', code: answer }))
        }
        buttons={<Button onClick={onBack}>{formatMessage({ id: 'accounts.secondStep.back' })}</Button>}
      />
      <p className="muted">{formatMessage({ id: 'accounts.secondStep.lost' })}</p>
    </>
  );
}
