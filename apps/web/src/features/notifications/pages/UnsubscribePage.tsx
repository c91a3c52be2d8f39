import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, ButtonLink, FormErrorSummary, StatePage } from '../../../ui/index.js';
import { noticeSettingsPath } from '../paths.js';

const UnsubscribePageQuery = graphql(`
  query UnsubscribePageQuery($token: String!) {
    unsubscription(token: $token) {
      kind
      digest
      stopped
    }
  }
`);
type Unsubscription = NonNullable<ResultOf<typeof UnsubscribePageQuery>['unsubscription']>;

const UnsubscribeMutation = graphql(`
  mutation UnsubscribeMutation($input: UnsubscribeInput!) {
    unsubscribe(input: $input) {
      unsubscription {
        kind
        digest
        stopped
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Which mails does the link that I followed stop? Nobody signs in for it. */
export function Component() {
  const { token = '' } = useParams();
  const query = useQuery(UnsubscribePageQuery, { variables: { token }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <QueryView query={query}>
      {({ unsubscription }) =>
        unsubscription ? <Stop key={token} token={token} of={unsubscription} onDone={() => void query.refetch()} /> : <Unknown />
      }
    </QueryView>
  );
}

/** What the mails are, in words. */
function useWhich({ kind, digest }: Unsubscription): string {
  const { formatMessage } = useIntl();
  if (digest) return formatMessage({ id: `notifications.stop.digest.${digest}` });
  return kind ? formatMessage({ id: `notifications.kind.${kind}` }) : '';
}

function Stop({ token, of, onDone }: { token: string; of: Unsubscription; onDone: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const which = useWhich(of);
  const [stop, state] = useCommand(UnsubscribeMutation, { onDone });
  const settings = <ButtonLink to={href(noticeSettingsPath())}>{formatMessage({ id: 'notifications.settings.open' })}</ButtonLink>;
  if (of.stopped)
    return (
      <StatePage title={formatMessage({ id: 'notifications.stop.done' })} actions={settings}>
        {formatMessage({ id: 'notifications.stop.doneText' }, { which })}
      </StatePage>
    );
  return (
    <StatePage
      title={formatMessage({ id: 'notifications.stop.title' })}
      actions={
        <>
          <Button kind="primary" busy={state.busy} onClick={() => void stop({ token })}>
            {formatMessage({ id: 'notifications.stop.do' })}
          </Button>
          {settings}
        </>
      }
    >
      {formatMessage({ id: 'notifications.stop.text' }, { which })}
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
    </StatePage>
  );
}

function Unknown() {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <StatePage
      title={formatMessage({ id: 'notifications.stop.unknown' })}
      actions={<ButtonLink to={href(noticeSettingsPath())}>{formatMessage({ id: 'notifications.settings.open' })}</ButtonLink>}
    >
      {formatMessage({ id: 'notifications.stop.unknownText' })}
    </StatePage>
  );
}
