import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { languageNames, languages, useHref, useLanguage } from '../../../app/i18n/index.js';
import { Button, FormErrorSummary, PageHeader, SelectField, SheetRow, TextField } from '../../../ui/index.js';
import { CheckMail } from '../components/CheckMail.js';
import { signInPath } from '../paths.js';

const SignUpMutation = graphql(`
  mutation SignUpMutation($input: SignUpInput!) {
    signUp(input: $input) {
      requested
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Asking for an account; the answer is the same whether or not the address is known. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [lang, setLang] = useState<string>(useLanguage());
  const [sent, setSent] = useState(false);
  const [signUp, state] = useCommand(SignUpMutation, { creates: true, onDone: () => setSent(true) });
  if (sent) return <CheckMail email={email} />;
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'accounts.signUp.title' })}
        lead={formatMessage({ id: 'accounts.signUp.lead' })}
        problem={state.errors.length > 0}
      />
      <FormErrorSummary errors={state.errors} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void signUp({ name, email, lang });
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
        <TextField
          id="email"
          type="email"
          autoComplete="email"
          label={formatMessage({ id: 'accounts.email' })}
          hint={formatMessage({ id: 'accounts.signUp.emailHint' })}
          error={state.errorOf('email')}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <SelectField
          id="lang"
          label={formatMessage({ id: 'accounts.lang' })}
          choices={languages.map((code) => ({ value: code, label: languageNames[code] }))}
          value={lang}
          onChange={(event) => setLang(event.target.value)}
        />
        <CommandProblem state={state} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={state.busy}>
            {formatMessage({ id: 'accounts.signUp.submit' })}
          </Button>
          <Link className="link" to={href(signInPath())}>
            {formatMessage({ id: 'accounts.signUp.known' })}
          </Link>
        </div>
      </form>
    </SheetRow>
  );
}
