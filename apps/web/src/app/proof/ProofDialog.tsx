import { useApolloClient, useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/Button.js';
import { Dialog } from '../../ui/Dialog.js';
import { graphql } from '../api/graphql.js';
import { useCommand } from '../api/use-command.js';
import { QueryView } from '../QueryView.js';
import { FactorForm, type FactorMethod } from './FactorForm.js';

const ProofDialogQuery = graphql(`
  query ProofDialogQuery {
    viewer {
      id
      proofMethods
    }
  }
`);

const ProofPasskeyQuery = graphql(`
  query ProofPasskeyQuery {
    passkeyOptions(purpose: PROVE)
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
        {({ viewer }) => {
          const methods = viewer?.proofMethods ?? [];
          return methods.length > 0 ? <ProofForm methods={methods} onClose={onClose} /> : <p>{formatMessage({ id: 'app.proof.none' })}</p>;
        }}
      </QueryView>
    </Dialog>
  );
}

function ProofForm({ methods, onClose }: { methods: readonly FactorMethod[]; onClose: (proved: boolean) => void }) {
  const { formatMessage } = useIntl();
  const client = useApolloClient();
  const [prove, state] = useCommand(ProveMutation, { onDone: () => onClose(true) });
  return (
    <>
      <p>{formatMessage({ id: 'app.proof.lead' })}</p>
      <FactorForm
        methods={methods}
        state={state}
        field="answer"
        submitLabel={formatMessage({ id: 'app.proof.submit' })}
        passkeyOptions={async () =>
          (await client.query({ query: ProofPasskeyQuery, fetchPolicy: 'no-cache' })).data?.passkeyOptions ?? null
        }
        onAnswer={(method, answer) => void prove({ method, answer })}
        buttons={<Button onClick={() => onClose(false)}>{formatMessage({ id: 'ui.cancel' })}</Button>}
      />
    </>
  );
}
