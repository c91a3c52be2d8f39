import { useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/Button.js';
import { Dialog } from '../../ui/Dialog.js';
import { TextField } from '../../ui/Field.js';
import { FormErrorSummary } from '../../ui/FormErrorSummary.js';
import { graphql } from '../api/graphql.js';
import { useCommand } from '../api/use-command.js';
import { CommandProblem } from '../CommandProblem.js';
import { QueryView } from '../QueryView.js';

const ProofDialogQuery = graphql(`
  query ProofDialogQuery {
    viewer {
      id
      email
      proofMethods
    }
  }
`);

const ProveMutation = graphql(`
  mutation ProveMutation($input: ProveInput!) {
    prove(input: $input) {
      proved
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Asks who sits before the screen, over whatever page or dialog wanted to know. */
export default function ProofDialog({ onClose }: { onClose: (proved: boolean) => void }) {
  const { formatMessage } = useIntl();
  const query = useQuery(ProofDialogQuery, { fetchPolicy: 'network-only' });
  return (
    <Dialog open title={formatMessage({ id: 'app.proof.title' })} onClose={() => onClose(false)}>
      <QueryView query={query} page={false}>
        {({ viewer }) =>
          viewer?.proofMethods.includes('PASSWORD') ? (
            <PasswordProof email={viewer.email ?? ''} onClose={onClose} />
          ) : (
            <p>{formatMessage({ id: 'app.proof.none' })}</p>
          )
        }
      </QueryView>
    </Dialog>
  );
}

function PasswordProof({ email, onClose }: { email: string; onClose: (proved: boolean) => void }) {
  const { formatMessage } = useIntl();
  const [password, setPassword] = useState('');
  const [prove, state] = useCommand(ProveMutation, { onDone: () => onClose(true) });
  const id = useId();
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void prove({ password });
      }}
    >
      <p>{formatMessage({ id: 'app.proof.lead' })}</p>
      <FormErrorSummary errors={state.errors.map((error) => ({ ...error, field: id }))} />
      {/* Lets a password manager know whose password it is. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        id={id}
        type="password"
        autoComplete="current-password"
        label={formatMessage({ id: 'app.proof.password' })}
        error={state.errorOf('password')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <CommandProblem state={state} />
      <div className="button-row">
        <Button onClick={() => onClose(false)}>{formatMessage({ id: 'ui.cancel' })}</Button>
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'app.proof.submit' })}
        </Button>
      </div>
    </form>
  );
}
