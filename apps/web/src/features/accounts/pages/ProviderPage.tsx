import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useAgreement } from '../../../app/consents/AgreementField.js';
import { languageNames, languages, useHref, useLanguage } from '../../../app/i18n/index.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, ButtonLink, FormErrorSummary, PageHeader, SelectField, SheetRow, StatePage, TextField } from '../../../ui/index.js';
import { signInPath } from '../paths.js';

const ProviderPageQuery = graphql(`
  query ProviderPageQuery {
    voucher {
      next
      email
      name
      provider {
        key
        label
      }
    }
  }
`);

const ProveAccountMutation = graphql(`
  mutation ProveAccountMutation($input: ProveAccountInput!) {
    proveAccount(input: $input) {
      landing
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const SignUpByProviderMutation = graphql(`
  mutation SignUpByProviderMutation($input: SignUpByProviderInput!) {
    signUpByProvider(input: $input) {
      landing
      userErrors {
        code
        path
        message
      }
    }
  }
`);

type Voucher = NonNullable<ResultOf<typeof ProviderPageQuery>['voucher']>;

/** After a provider, for somebody whom no account names yet: prove the account of the same address, or make one. */
export function Component() {
  const query = useQuery(ProviderPageQuery, { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <QueryView query={query}>
      {({ voucher }) => {
        if (!voucher) return <Lost />;
        return voucher.next === 'SIGN_UP' ? <SignUpForm voucher={voucher} /> : <ProveForm voucher={voucher} />;
      }}
    </QueryView>
  );
}

/** Goes where sign-in leads: the address names the language already. */
function useLanding(): (landing: string | null | undefined) => Promise<void> {
  const navigate = useNavigate();
  const href = useHref();
  const { refresh } = useViewer();
  return async (landing) => {
    await navigate(landing ?? href('/home'));
    await refresh();
  };
}

function ProveForm({ voucher: { provider, email } }: { voucher: Voucher }) {
  const { formatMessage } = useIntl();
  const land = useLanding();
  const [password, setPassword] = useState('');
  const [prove, state] = useCommand(ProveAccountMutation);
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'accounts.provider.prove.title' })}
        lead={formatMessage({ id: 'accounts.provider.prove.lead' }, { provider: provider.label, email })}
        problem={state.errors.length > 0}
      />
      <FormErrorSummary errors={state.errors} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void prove({ password }).then((outcome) => (outcome.done ? land(outcome.data.proveAccount.landing) : undefined));
        }}
      >
        <TextField
          id="password"
          type="password"
          autoComplete="current-password"
          label={formatMessage({ id: 'accounts.provider.prove.password' })}
          error={state.errorOf('password')}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <CommandProblem state={state} />
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'accounts.provider.prove.submit' })}
        </Button>
      </form>
    </SheetRow>
  );
}

function SignUpForm({ voucher }: { voucher: Voucher }) {
  const { formatMessage } = useIntl();
  const land = useLanding();
  const [name, setName] = useState(voucher.name);
  const [lang, setLang] = useState<string>(useLanguage());
  const [signUp, state] = useCommand(SignUpByProviderMutation);
  const { field, agreesTo } = useAgreement(state);
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'accounts.provider.signUp.title' })}
        lead={formatMessage({ id: 'accounts.provider.signUp.lead' }, { provider: voucher.provider.label, email: voucher.email })}
        problem={state.errors.length > 0}
      />
      <FormErrorSummary errors={state.errors} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void signUp({ name, lang, agreesTo }).then((outcome) => (outcome.done ? land(outcome.data.signUpByProvider.landing) : undefined));
        }}
      >
        <TextField
          id="name"
          autoComplete="name"
          label={formatMessage({ id: 'accounts.name' })}
          error={state.errorOf('name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          id="lang"
          label={formatMessage({ id: 'accounts.lang' })}
          choices={languages.map((code) => ({ value: code, label: languageNames[code] }))}
          value={lang}
          onChange={(event) => setLang(event.target.value)}
        />
        {field}
        <CommandProblem state={state} />
        <Button kind="primary" type="submit" busy={state.busy}>
          {formatMessage({ id: 'accounts.confirm.submit' })}
        </Button>
      </form>
    </SheetRow>
  );
}

function Lost() {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <StatePage
      title={formatMessage({ id: 'accounts.provider.lost.title' })}
      actions={
        <ButtonLink kind="primary" to={href(signInPath())}>
          {formatMessage({ id: 'accounts.signIn.submit' })}
        </ButtonLink>
      }
    >
      <p>{formatMessage({ id: 'accounts.provider.lost.text' })}</p>
    </StatePage>
  );
}
