import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, ConfirmDialog, DataTable, FormErrorSummary, Pager, showToast } from '../../../ui/index.js';
import { agreementsPath } from '../../pages/paths.js';

const OwnConsentsQuery = graphql(`
  query OwnConsentsQuery($first: Int!, $after: String) {
    ownConsents(first: $first, after: $after) {
      edges {
        node {
          id
          textId
          kind
          version
          act
          at
          canWithdraw
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const WithdrawConsentMutation = graphql(`
  mutation WithdrawConsentMutation($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      asked {
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

type Consent = ResultOf<typeof OwnConsentsQuery>['ownConsents']['edges'][number]['node'];

const PAGE = 10;

/** What I agreed to and when, and what I took back; an agreement that stands can be taken back here. */
export function ConsentSection() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [leaving, setLeaving] = useState<Consent | null>(null);
  const query = useQuery(OwnConsentsQuery, { variables: { first: PAGE }, fetchPolicy: 'cache-and-network' });
  return (
    <>
      <p>
        {formatMessage(
          { id: 'privacy.consents.text' },
          {
            link: (words) => (
              <Link key="texts" className="link" to={href(agreementsPath())}>
                {words}
              </Link>
            ),
          },
        )}
      </p>
      <QueryView query={query} page={false}>
        {({ ownConsents: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <p>{formatMessage({ id: 'privacy.consents.none' })}</p>
          ) : (
            <>
              <ConsentTable rows={edges.map(({ node }) => node)} onWithdraw={setLeaving} />
              {(pageInfo.hasNextPage || edges.length > PAGE) && (
                <Pager
                  shown={edges.length}
                  hasMore={pageInfo.hasNextPage}
                  busy={query.loading}
                  onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
                />
              )}
            </>
          )
        }
      </QueryView>
      {leaving && <WithdrawDialog consent={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function ConsentTable({ rows, onWithdraw }: { rows: readonly Consent[]; onWithdraw: (consent: Consent) => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  return (
    <DataTable
      caption={formatMessage({ id: 'privacy.consents.title' })}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          header: formatMessage({ id: 'privacy.consents.what' }),
          cell: ({ kind, version }) => formatMessage({ id: `privacy.consents.kind.${kind}` }, { version }),
        },
        {
          key: 'act',
          header: formatMessage({ id: 'privacy.consents.act' }),
          cell: ({ act }) => formatMessage({ id: `privacy.consents.act.${act}` }),
        },
        { key: 'at', header: formatMessage({ id: 'privacy.consents.at' }), cell: ({ at }) => formats.dateTime(at) },
        {
          key: 'acts',
          header: <span className="unseen">{formatMessage({ id: 'privacy.consents.withdraw' })}</span>,
          whole: true,
          cell: (consent) =>
            consent.canWithdraw && (
              <Button kind="subtle" onClick={() => onWithdraw(consent)}>
                {formatMessage({ id: 'privacy.consents.withdraw' })}
              </Button>
            ),
        },
      ]}
    />
  );
}

function WithdrawDialog({ consent, onClose }: { consent: Consent; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [withdraw, state] = useCommand(WithdrawConsentMutation, {
    refetch: ['OwnConsentsQuery', 'ConsentsAskedQuery', 'OwnDataPageQuery'],
    onDone: () => {
      showToast(formatMessage({ id: 'privacy.consents.withdrawn' }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      title={formatMessage({ id: 'privacy.consents.sure' })}
      confirmLabel={formatMessage({ id: 'privacy.consents.withdraw' })}
      busy={state.busy}
      onClose={onClose}
      onConfirm={() => void withdraw({ textId: consent.textId })}
    >
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      <p>{formatMessage({ id: 'privacy.consents.sureText' })}</p>
    </ConfirmDialog>
  );
}
