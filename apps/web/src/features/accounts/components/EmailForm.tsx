import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { Banner, Button, FormErrorSummary, TextField } from '../../../ui/index.js';

const RequestEmailChangeMutation = graphql(`
  mutation RequestEmailChangeMutation($input: EmailChangeInput!) {
    requestEmailChange(input: $input) {
      requested
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Another e-mail address, or the same where its mailbox sent mail back: it counts once the link that goes there was followed. */
export function EmailForm({ current, stopped }: { current: string | null; stopped: boolean }) {
  const { formatMessage } = useIntl();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [ask, state] = useCommand(RequestEmailChangeMutation);
  const send = (address: string) => {
    setSentTo(null);
    void ask({ email: address }).then(({ done }) => (done ? setSentTo(address) : undefined));
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(email);
      }}
    >
      {current && (
        <p>
          {formatMessage({ id: 'accounts.emailChange.current' })}: <strong>{current}</strong>
        </p>
      )}
      {current && stopped && (
        <Button busy={state.busy} onClick={() => send(current)}>
          {formatMessage({ id: 'accounts.emailChange.again' }, { email: current })}
        </Button>
      )}
      <FormErrorSummary errors={state.errors} />
      <TextField
        id="email"
        type="email"
        autoComplete="email"
        label={formatMessage({ id: 'accounts.emailChange.new' })}
        hint={formatMessage({ id: 'accounts.emailChange.hint' })}
        error={state.errorOf('email')}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <CommandProblem state={state} />
      {sentTo && <Banner announce>{formatMessage({ id: 'accounts.checkMail.text' }, { email: sentTo })}</Banner>}
      <Button type="submit" busy={state.busy}>
        {formatMessage({ id: 'accounts.emailChange.submit' })}
      </Button>
    </form>
  );
}
