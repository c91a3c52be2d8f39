import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useAgreement } from '../../../app/consents/AgreementField.js';
import { languageNames, languages, useLanguage } from '../../../app/i18n/index.js';
import { Button, FormErrorSummary, PageHeader, SelectField, SheetRow, TextField } from '../../../ui/index.js';
import { NewPasswordField } from '../components/NewPasswordField.js';
import { TokenGate, type OpenToken } from '../components/TokenGate.js';
import { useEntered } from '../components/use-entered.js';

const AcceptInvitationMutation = graphql(`
  mutation AcceptInvitationMutation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      landing
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

/** The link of an invitation: name, password, language, and in. */
export function Component() {
  return <TokenGate kind="INVITATION">{(token) => <JoinForm token={token} />}</TokenGate>;
}

function JoinForm({ token }: { token: OpenToken & { text: string } }) {
  const { formatMessage } = useIntl();
  const entered = useEntered();
  const here = useLanguage();
  const [name, setName] = useState(token.name ?? '');
  const [lang, setLang] = useState<string>(token.lang ?? here);
  const [password, setPassword] = useState('');
  const [accept, state] = useCommand(AcceptInvitationMutation);
  const { field, agreesTo } = useAgreement(state);
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'accounts.join.title' })}
        lead={token.reason ?? formatMessage({ id: 'accounts.join.lead' })}
        problem={state.errors.length > 0}
      />
      <FormErrorSummary errors={state.errors} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void accept({ token: token.text, name, password, lang, agreesTo }).then((outcome) =>
            outcome.done ? entered(outcome.data.acceptInvitation.landing) : undefined,
          );
        }}
      >
        <p>
          {formatMessage({ id: 'accounts.email' })}: <strong>{token.email}</strong>
        </p>
        <TextField
          id="name"
          autoComplete="name"
          label={formatMessage({ id: 'accounts.name' })}
          error={state.errorOf('name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <NewPasswordField
          id="password"
          label={formatMessage({ id: 'accounts.password' })}
          error={state.errorOf('password')}
          value={password}
          onChange={setPassword}
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
          {formatMessage({ id: 'accounts.join.submit' })}
        </Button>
      </form>
    </SheetRow>
  );
}
