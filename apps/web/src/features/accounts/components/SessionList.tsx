import { browserName } from '@stoa/domain';
import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql } from '../../../app/api/graphql.js';
import { useAct, useCommand } from '../../../app/api/use-command.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, DataTable, Pager, showToast } from '../../../ui/index.js';

const SessionListQuery = graphql(`
  query SessionListQuery($first: Int!, $after: String) {
    viewer {
      id
      sessions(first: $first, after: $after) {
        edges {
          node {
            id
            signedInAt
            lastSeenAt
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

const SignOutElsewhereMutation = graphql(`
  mutation SignOutElsewhereMutation {
    signOutElsewhere {
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
  const { refresh } = useViewer();
  const query = useQuery(SessionListQuery, { variables: { first: 20 }, fetchPolicy: 'cache-and-network' });
  const [revoke, state] = useCommand(RevokeSessionMutation, {
    refetch: ['SessionListQuery'],
    onDone: () => showToast(formatMessage({ id: 'accounts.sessions.ended' })),
  });
  const [elsewhere, leaving] = useAct(SignOutElsewhereMutation, {
    refetch: ['SessionListQuery'],
    onDone: () => showToast(formatMessage({ id: 'accounts.sessions.elsewhereDone' })),
  });
  const [everywhere, ending] = useAct(SignOutEverywhereMutation);
  const leave = async () => {
    const { done } = await everywhere();
    if (!done) return;
    await navigate(href('/'));
    await refresh();
  };
  return (
    <QueryView query={query} page={false}>
      {({ viewer }) => (
        <>
          <CommandProblem state={state} />
          <CommandProblem state={leaving} />
          <CommandProblem state={ending} />
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
                key: 'seen',
                header: formatMessage({ id: 'accounts.sessions.seen' }),
                cell: ({ lastSeenAt }) => formats.dateTime(lastSeenAt),
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
            <Button busy={leaving.busy} onClick={() => void elsewhere()}>
              {formatMessage({ id: 'accounts.sessions.elsewhere' })}
            </Button>
            <Button kind="danger" busy={ending.busy} onClick={() => void leave()}>
              {formatMessage({ id: 'accounts.sessions.everywhere' })}
            </Button>
          </div>
        </>
      )}
    </QueryView>
  );
}
