import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useHref } from '../../../app/i18n/index.js';
import { Button, FormErrorSummary, PageHeader, SheetRow, TextField } from '../../../ui/index.js';
import { CheckMail } from '../components/CheckMail.js';
import { signInPath } from '../paths.js';

const RequestResetMutation = graphql(`
  mutation RequestResetMutation($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      requested
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Asking for a link to a new password. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const [ask, state] = useCommand(RequestResetMutation, { onDone: () => setSent(true) });
  if (sent) return <CheckMail email={email} />;
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'accounts.reset.title' })}
        lead={formatMessage({ id: 'accounts.reset.lead' })}
        crumbs={[{ label: formatMessage({ id: 'accounts.signIn.submit' }), to: href(signInPath()) }]}
        problem={state.errors.length > 0}
      />
      <FormErrorSummary errors={state.errors} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void ask({ email });
        }}
      >
        <TextField
          id="email"
          type="email"
          autoComplete="username"
          label={formatMessage({ id: 'accounts.email' })}
          error={state.errorOf('email')}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <CommandProblem state={state} />
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'accounts.reset.submit' })}
        </Button>
      </form>
    </SheetRow>
  );
}
