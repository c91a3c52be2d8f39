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

/** Another e-mail address: it counts once the link that goes there was followed. */
export function EmailForm({ current }: { current: string | null }) {
  const { formatMessage } = useIntl();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [ask, state] = useCommand(RequestEmailChangeMutation);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSentTo(null);
        void ask({ email }).then(({ done }) => (done ? setSentTo(email) : undefined));
      }}
    >
      {current && (
        <p>
          {formatMessage({ id: 'accounts.emailChange.current' })}: <strong>{current}</strong>
        </p>
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
