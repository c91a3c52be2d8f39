import { useQuery } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useHref } from '../../../app/i18n/index.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, ButtonLink, FormErrorSummary, StatePage } from '../../../ui/index.js';
import { resetPath, signInPath } from '../paths.js';
import { CheckMail } from './CheckMail.js';

const TokenGateQuery = graphql(`
  query TokenGateQuery($kind: AccountTokenKind!, $token: String!) {
    accountToken(kind: $kind, token: $token) {
      state
      email
      name
      lang
      reason
    }
  }
`);

const NewLinkMutation = graphql(`
  mutation NewLinkMutation($input: TokenInput!) {
    requestNewLink(input: $input) {
      requested
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export type OpenToken = ResultOf<typeof TokenGateQuery>['accountToken'];
type Kind = 'SIGN_UP' | 'INVITATION' | 'RESET' | 'EMAIL_CHANGE' | 'EMAIL_UNDO';

/** Reads the link of a mail: shows the page behind it while it is open, else says what became of it and what to do now. */
export function TokenGate({ kind, children }: { kind: Kind; children: (token: OpenToken & { text: string }) => ReactNode }) {
  const { token: text = '' } = useParams();
  const query = useQuery(TokenGateQuery, { variables: { kind, token: text }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <QueryView query={query}>
      {({ accountToken }) => {
        if (accountToken.state === 'OPEN') return children({ ...accountToken, text });
        if (accountToken.state === 'EXPIRED' && kind !== 'EMAIL_CHANGE' && kind !== 'EMAIL_UNDO')
          return <Expired kind={kind} token={text} />;
        return <Gone kind={kind} state={accountToken.state} />;
      }}
    </QueryView>
  );
}

function Expired({ kind, token }: { kind: Kind; token: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [sent, setSent] = useState(false);
  const [ask, state] = useCommand(NewLinkMutation, { onDone: () => setSent(true) });
  if (sent) return <CheckMail email={null} />;
  return (
    <StatePage
      title={formatMessage({ id: 'accounts.token.expired' })}
      actions={
        kind === 'RESET' ? (
          <ButtonLink kind="primary" to={href(resetPath())}>
            {formatMessage({ id: 'accounts.token.askReset' })}
          </ButtonLink>
        ) : (
          <Button kind="primary" busy={state.busy} onClick={() => void ask({ token })}>
            {formatMessage({ id: 'accounts.token.askNew' })}
          </Button>
        )
      }
    >
      <p>{formatMessage({ id: 'accounts.token.expiredText' })}</p>
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
    </StatePage>
  );
}

function Gone({ kind, state }: { kind: Kind; state: 'USED' | 'EXPIRED' | 'UNKNOWN' }) {
  const { formatMessage } = useIntl();
  const words = {
    USED: [formatMessage({ id: 'accounts.token.used' }), formatMessage({ id: 'accounts.token.usedText' })],
    EXPIRED: [formatMessage({ id: 'accounts.token.expired' }), formatMessage({ id: 'accounts.token.overText' })],
    UNKNOWN: [formatMessage({ id: 'accounts.token.unknown' }), formatMessage({ id: 'accounts.token.unknownText' })],
  } as const;
  const [title, text] = words[state];
  const href = useHref();
  return (
    <StatePage
      title={title}
      actions={
        <>
          <ButtonLink kind="primary" to={href(signInPath())}>
            {formatMessage({ id: 'accounts.signIn.submit' })}
          </ButtonLink>
          {kind === 'RESET' && <ButtonLink to={href(resetPath())}>{formatMessage({ id: 'accounts.token.askReset' })}</ButtonLink>}
        </>
      }
    >
      <p>{text}</p>
    </StatePage>
  );
}
