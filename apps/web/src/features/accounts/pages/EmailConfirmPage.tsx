import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { EmailLink } from '../components/EmailLink.js';
import { TokenGate } from '../components/TokenGate.js';

const ConfirmEmailChangeMutation = graphql(`
  mutation ConfirmEmailChangeMutation($input: TokenInput!) {
    confirmEmailChange(input: $input) {
      email
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** The link that goes to a new e-mail address. */
export function Component() {
  const { formatMessage } = useIntl();
  return (
    <TokenGate kind="EMAIL_CHANGE">
      {({ text, email }) => (
        <EmailLink
          token={text}
          mutation={ConfirmEmailChangeMutation}
          title={formatMessage({ id: 'accounts.emailChange.confirm.title' })}
          lead={formatMessage({ id: 'accounts.emailChange.confirm.lead' }, { email: email ?? '' })}
          submit={formatMessage({ id: 'accounts.emailChange.confirm.submit' })}
          done={{
            title: formatMessage({ id: 'accounts.emailChange.confirm.done' }),
            text: formatMessage({ id: 'accounts.emailChange.confirm.doneText' }, { email: email ?? '' }),
          }}
        />
      )}
    </TokenGate>
  );
}
