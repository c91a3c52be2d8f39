import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useHref } from '../../../app/i18n/index.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, FormErrorSummary, PageHeader, SheetRow, TextField } from '../../../ui/index.js';
import { DemoCards } from '../components/DemoCards.js';
import { resetPath, signUpPath } from '../paths.js';

const SignInMutation = graphql(`
  mutation SignInMutation($input: SignInInput!) {
    signIn(input: $input) {
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

/** Where sign-in leads: back to the page that asked for it, if it is one of ours. */
function safeReturn(to: string | null, otherwise: string): string {
  return to && /^\/(?![/\\])/.test(to) ? to : otherwise;
}

/** Signing in; in a demo with a card for each role. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const { refresh } = useViewer();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [signIn, state] = useCommand(SignInMutation);
  const enter = async (input: { email: string; password: string }) => {
    const { done } = await signIn(input);
    if (!done) return;
    await refresh();
    await navigate(safeReturn(parameters.get('return'), href('/home')));
  };
  return (
    <SheetRow>
      <PageHeader title={formatMessage({ id: 'accounts.signIn.title' })} problem={state.errors.length > 0} />
      <FormErrorSummary errors={state.errors} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter({ email, password });
        }}
      >
        <TextField
          id="email"
          type="email"
          autoComplete="username"
          label={formatMessage({ id: 'accounts.email' })}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          id="password"
          type="password"
          autoComplete="current-password"
          label={formatMessage({ id: 'accounts.password' })}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <CommandProblem state={state} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'accounts.signIn.submit' })}
          </Button>
          <Link className="link" to={href(resetPath())}>
            {formatMessage({ id: 'accounts.signIn.forgot' })}
          </Link>
        </div>
        <p>
          {formatMessage({ id: 'accounts.signIn.new' })}{' '}
          <Link className="link" to={href(signUpPath())}>
            {formatMessage({ id: 'accounts.signUp.link' })}
          </Link>
        </p>
      </form>
      <DemoCards onChoose={(account) => void enter(account)} busy={state.busy} />
    </SheetRow>
  );
}
