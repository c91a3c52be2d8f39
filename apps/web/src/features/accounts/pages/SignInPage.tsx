import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useHref } from '../../../app/i18n/index.js';
import type { FactorMethod } from '../../../app/proof/FactorForm.js';
import { knowsPasskeys } from '../../../app/proof/passkeys.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Banner, Button, FormErrorSummary, PageHeader, SheetRow, TextField } from '../../../ui/index.js';
import { DemoCards } from '../components/DemoCards.js';
import { ProviderButtons } from '../components/ProviderButtons.js';
import { ProviderProblem } from '../components/ProviderProblem.js';
import { SecondStep } from '../components/SecondStep.js';
import { usePasskeySignIn } from '../components/use-passkey-sign-in.js';
import { resetPath, signUpPath } from '../paths.js';

const SignInMutation = graphql(`
  mutation SignInMutation($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        id
      }
      secondStep {
        methods
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

/** The second step that another page (a new password, another house) led here for. */
function stepOf(state: unknown): readonly FactorMethod[] | null {
  return typeof state === 'object' && state !== null && 'methods' in state ? (state.methods as FactorMethod[]) : null;
}

/** The same, where a provider's callback led here: its methods stand in the address. */
function stepOfAddress(step: string | null): readonly FactorMethod[] | null {
  const known: readonly FactorMethod[] = ['CODE', 'PASSKEY', 'RECOVERY_CODE'];
  const methods = known.filter((method) => step?.split(',').includes(method));
  return methods.length > 0 ? methods : null;
}

/** Signing in, in one step or two; in a demo with a card for each role. */
export function Component() {
  const href = useHref();
  const navigate = useNavigate();
  const location = useLocation();
  const [parameters] = useSearchParams();
  const { refresh } = useViewer();
  const [methods, setMethods] = useState(() => stepOf(location.state) ?? stepOfAddress(parameters.get('step')));
  const returnTo = safeReturn(parameters.get('return'), href('/home'));
  const entered = async () => {
    await refresh();
    await navigate(returnTo);
  };
  return (
    <SheetRow>
      {methods ? (
        <SecondStep methods={methods} onDone={() => void entered()} onBack={() => setMethods(null)} />
      ) : (
        <FirstStep returnTo={returnTo} onDone={() => void entered()} onStep={setMethods} />
      )}
    </SheetRow>
  );
}

interface FirstStepProps {
  returnTo: string;
  onDone: () => void;
  onStep: (methods: readonly FactorMethod[]) => void;
}

function FirstStep({ returnTo, onDone, onStep }: FirstStepProps) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const client = useApolloClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [signIn, state] = useCommand(SignInMutation, {
    onDone: ({ signIn: { secondStep } }) => (secondStep ? onStep(secondStep.methods) : onDone()),
  });
  const passkey = usePasskeySignIn(client, onDone);
  return (
    <>
      <PageHeader title={formatMessage({ id: 'accounts.signIn.title' })} problem={state.errors.length > 0} />
      <ProviderProblem />
      <FormErrorSummary errors={[...state.errors, ...passkey.state.errors]} />
      {passkey.declined && (
        <Banner tone="danger" announce>
          {formatMessage({ id: 'app.factor.declined' })}
        </Banner>
      )}
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void signIn({ email, password });
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
        <CommandProblem state={passkey.state} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'accounts.signIn.submit' })}
          </Button>
          {knowsPasskeys() && (
            <Button busy={passkey.state.busy} onClick={() => void passkey.enter()}>
              {formatMessage({ id: 'accounts.signIn.passkey' })}
            </Button>
          )}
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
      <ProviderButtons returnTo={returnTo} />
      <DemoCards onChoose={(account) => void signIn(account)} busy={state.busy} />
    </>
  );
}
