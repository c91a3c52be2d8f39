import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { Button, FormErrorSummary } from '../../../ui/index.js';
import styles from './ProviderButtons.module.css';

const ProviderButtonsQuery = graphql(`
  query ProviderButtonsQuery {
    signInProviders {
      key
      label
    }
  }
`);

const BeginProviderSignInMutation = graphql(`
  mutation BeginProviderSignInMutation($input: ProviderInput!) {
    beginProviderSignIn(input: $input) {
      address
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** A button for each provider that may vouch for people; nothing where there is none. */
export function ProviderButtons({ returnTo }: { returnTo: string }) {
  const { formatMessage } = useIntl();
  const { data } = useQuery(ProviderButtonsQuery);
  const [begin, state] = useCommand(BeginProviderSignInMutation, {
    onDone: ({ beginProviderSignIn: { address } }) => address && window.location.assign(address),
  });
  const providers = data?.signInProviders ?? [];
  if (providers.length === 0) return null;
  return (
    <div className={styles.providers}>
      <p className="muted">{formatMessage({ id: 'accounts.provider.or' })}</p>
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      {providers.map(({ key, label }) => (
        <Button key={key} busy={state.busy} onClick={() => void begin({ provider: key, returnTo })}>
          {formatMessage({ id: 'accounts.provider.signIn' }, { provider: label })}
        </Button>
      ))}
    </div>
  );
}
