import { useApolloClient, useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, DataTable, Pager, showToast } from '../../../ui/index.js';
import { browserName } from './browser-name.js';

const SessionListQuery = graphql(`
  query SessionListQuery($first: Int!, $after: String) {
    viewer {
      id
      sessions(first: $first, after: $after) {
        edges {
          node {
            id
            signedInAt
            userAgent
            current
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const RevokeSessionMutation = graphql(`
  mutation RevokeSessionMutation($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      done
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const SignOutEverywhereMutation = graphql(`
  mutation SignOutEverywhereMutation {
    signOutEverywhere {
      done
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Where the person is signed in; each session can be ended, and all at once. */
export function SessionList() {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const navigate = useNavigate();
  const client = useApolloClient();
  const { refresh } = useViewer();
  const query = useQuery(SessionListQuery, { variables: { first: 20 }, fetchPolicy: 'cache-and-network' });
  const [revoke, state] = useCommand(RevokeSessionMutation, {
    refetch: ['SessionListQuery'],
    onDone: () => showToast(formatMessage({ id: 'accounts.sessions.ended' })),
  });
  const everywhere = async () => {
    await client.mutate({ mutation: SignOutEverywhereMutation });
    await navigate(href('/'));
    await refresh();
  };
  return (
    <QueryView query={query} page={false}>
      {({ viewer }) => (
        <>
          <CommandProblem state={state} />
          <DataTable
            caption={formatMessage({ id: 'accounts.sessions.title' })}
            captionHidden
            rows={viewer?.sessions.edges.map(({ node }) => node) ?? []}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'where',
                header: formatMessage({ id: 'accounts.sessions.where' }),
                cell: ({ userAgent }) => browserName(userAgent) ?? formatMessage({ id: 'accounts.sessions.unknown' }),
              },
              {
                key: 'when',
                header: formatMessage({ id: 'accounts.sessions.since' }),
                cell: ({ signedInAt }) => formats.dateTime(signedInAt),
              },
              {
                key: 'end',
                header: <span className="unseen">{formatMessage({ id: 'accounts.sessions.end' })}</span>,
                cell: ({ id, current, signedInAt }) =>
                  current ? (
                    formatMessage({ id: 'accounts.sessions.current' })
                  ) : (
                    <Button
                      busy={state.busy}
                      aria-label={formatMessage({ id: 'accounts.sessions.endOf' }, { when: formats.dateTime(signedInAt) })}
                      onClick={() => void revoke({ id })}
                    >
                      {formatMessage({ id: 'accounts.sessions.end' })}
                    </Button>
                  ),
              },
            ]}
          />
          {viewer?.sessions.pageInfo.hasNextPage && (
            <Pager
              shown={viewer.sessions.edges.length}
              hasMore
              busy={query.loading}
              onMore={() => void query.fetchMore({ variables: { after: viewer.sessions.pageInfo.endCursor } })}
            />
          )}
          <div className="button-row">
            <Button kind="danger" onClick={() => void everywhere()}>
              {formatMessage({ id: 'accounts.sessions.everywhere' })}
            </Button>
          </div>
        </>
      )}
    </QueryView>
  );
}
