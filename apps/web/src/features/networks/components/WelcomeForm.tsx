import { useQuery } from '@apollo/client/react';
import { LENGTHS } from '@stoa/domain';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, FormErrorSummary, Section, showToast } from '../../../ui/index.js';
import { MarkdownField } from '../../../ui/MarkdownField.js';
import { NetworkWelcomeQuery, SetWelcomeMutation } from '../greeting-operations.js';
import styles from './settings.module.css';

/** What who joins the network reads first. */
export function WelcomeForm({ slug }: { slug: string }) {
  const { formatMessage } = useIntl();
  const query = useQuery(NetworkWelcomeQuery, { variables: { network: slug } });
  return (
    <Section title={formatMessage({ id: 'networks.welcome' })}>
      <QueryView query={query} page={false}>
        {({ networkWelcome }) =>
          networkWelcome && (
            <Form
              key={networkWelcome.version}
              networkId={networkWelcome.networkId}
              given={networkWelcome.body ?? ''}
              version={networkWelcome.version}
              onRefresh={() => void query.refetch()}
            />
          )
        }
      </QueryView>
    </Section>
  );
}

function Form({ networkId, given, version, onRefresh }: { networkId: string; given: string; version: number; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [body, setBody] = useState(given);
  const [set, state] = useCommand(SetWelcomeMutation, {
    refetch: ['NetworkWelcomeQuery'],
    onDone: () => showToast(formatMessage({ id: 'networks.saved' })),
  });
  return (
    <form
      className={`form ${styles['body'] ?? ''}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void set({ networkId, body, expectedVersion: version });
      }}
    >
      <FormErrorSummary errors={state.errors} />
      <MarkdownField
        id="body"
        label={formatMessage({ id: 'networks.welcome.text' })}
        hint={formatMessage({ id: 'networks.welcome.hint' })}
        error={state.errorOf('body')}
        value={body}
        maxLength={LENGTHS.networkPurpose.max}
        onChange={setBody}
      />
      <CommandProblem state={state} onRefresh={onRefresh} />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'networks.welcome.save' })}
        </Button>
      </div>
    </form>
  );
}
