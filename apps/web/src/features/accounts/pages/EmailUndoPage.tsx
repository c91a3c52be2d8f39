import { useIntl } from 'react-intl';
import { graphql } from '../../../app/api/graphql.js';
import { EmailLink } from '../components/EmailLink.js';
import { TokenGate } from '../components/TokenGate.js';

const UndoEmailChangeMutation = graphql(`
  mutation UndoEmailChangeMutation($input: TokenInput!) {
    undoEmailChange(input: $input) {
      email
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** The link that goes to the old e-mail address after a change. */
export function Component() {
  const { formatMessage } = useIntl();
  return (
    <TokenGate kind="EMAIL_UNDO">
      {({ text, email }) => (
        <EmailLink
          token={text}
          mutation={UndoEmailChangeMutation}
          title={formatMessage({ id: 'accounts.emailChange.undo.title' })}
          lead={formatMessage({ id: 'accounts.emailChange.undo.lead' }, { email: email ?? '' })}
          submit={formatMessage({ id: 'accounts.emailChange.undo.submit' })}
          done={{
            title: formatMessage({ id: 'accounts.emailChange.undo.done' }),
            text: formatMessage({ id: 'accounts.emailChange.undo.doneText' }, { email: email ?? '' }),
          }}
        />
      )}
    </TokenGate>
  );
}
