import { useQuery } from '@apollo/client/react';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { Avatar, DataTable, EmptyState, IconButton, Menu, Pager, Section, showToast, StatusMark, TextField } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import { LiftSuspensionMutation, MemberRow_membership, RemoveMemberMutation, SuspendMemberMutation } from '../membership-operations.js';
import { MEMBERS_QUERIES, type NetworkMembers } from '../network-queries.js';
import { Affiliation } from './Affiliation.js';
import { lastDay } from '../suspension.js';
import styles from './MemberList.module.css';
import { ReasonDialog } from './ReasonDialog.js';

const MemberListQuery = graphql(
  `
    query MemberListQuery($id: ID!, $first: Int!, $after: String, $query: String) {
      network(id: $id) {
        id
        members(first: $first, after: $after, query: $query) {
          totalCount
          edges {
            node {
              ...MemberRow_membership
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [MemberRow_membership],
);

type Row = FragmentOf<typeof MemberRow_membership>;

const PAGE = 50;

/** Members by name, with search; those who admit find suspension and removal in each row's menu. */
export function MemberList({ network, onRefresh }: { network: NetworkMembers; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const [search, setSearch] = useState('');
  const query = useQuery(MemberListQuery, {
    variables: { id: network.id, first: PAGE, query: search || null },
    fetchPolicy: 'cache-and-network',
  });
  const previous = query.data ?? query.previousData;
  const total = previous?.network?.members?.totalCount;
  return (
    <Section title={formatMessage({ id: 'networks.tab.members' })} count={total ?? undefined}>
      <div className={styles['search']}>
        <TextField
          type="search"
          label={formatMessage({ id: 'networks.members.search' })}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {/* While the next names are sought, the last ones stay. */}
      <QueryView query={{ ...query, data: previous }} page={false}>
        {({ network: found }) => {
          const members = found?.members;
          if (!members || members.edges.length === 0)
            return (
              <EmptyState title={formatMessage({ id: search ? 'networks.members.noMatch' : 'networks.members.none' })}>
                {!search && formatMessage({ id: 'networks.members.noneHint' })}
              </EmptyState>
            );
          return (
            <>
              <MemberTable rows={members.edges.map(({ node }) => node)} admits={network.viewerCan.admit} onRefresh={onRefresh} />
              <Pager
                shown={members.edges.length}
                total={members.totalCount ?? undefined}
                hasMore={members.pageInfo.hasNextPage}
                busy={query.loading}
                onMore={() => void query.fetchMore({ variables: { after: members.pageInfo.endCursor } })}
              />
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}

function MemberTable({ rows, admits, onRefresh }: { rows: readonly Row[]; admits: boolean; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const [removing, setRemoving] = useState<Row | null>(null);
  const [suspending, setSuspending] = useState<Row | null>(null);
  const [remove, removed] = useCommand(RemoveMemberMutation, { refetch: MEMBERS_QUERIES });
  const [suspend, suspended] = useCommand(SuspendMemberMutation);
  const [lift, lifted] = useCommand(LiftSuspensionMutation, { onDone: () => showToast(formatMessage({ id: 'networks.suspend.lifted' })) });
  const isSuspended = (row: Row) => row.suspendedUntil !== null && new Date(row.suspendedUntil) > new Date();
  const menu = (row: Row) =>
    row.coordinates ? null : (
      <Menu
        entries={[
          isSuspended(row)
            ? {
                key: 'lift',
                label: formatMessage({ id: 'networks.suspend.lift' }),
                onSelect: () => void lift({ id: row.id, expectedVersion: row.version }),
              }
            : { key: 'suspend', label: formatMessage({ id: 'networks.suspend' }), onSelect: () => setSuspending(row) },
          { key: 'remove', label: formatMessage({ id: 'networks.remove' }), onSelect: () => setRemoving(row) },
        ]}
        button={(properties) => (
          <IconButton
            {...properties}
            icon={Ellipsis}
            label={formatMessage({ id: 'networks.members.menu' }, { name: row.person.displayName })}
          />
        )}
      />
    );
  return (
    <>
      <CommandProblem state={lifted} onRefresh={onRefresh} />
      <DataTable
        caption={formatMessage({ id: 'networks.tab.members' })}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            header: formatMessage({ id: 'networks.members.name' }),
            cell: (row) => (
              <span className="named">
                <Avatar name={row.person.displayName} />
                <span>
                  <Link to={href(personPath(row.person))}>{row.person.displayName}</Link>
                  <small>
                    <Affiliation member={row} />
                  </small>
                </span>
              </span>
            ),
          },
          {
            key: 'role',
            header: formatMessage({ id: 'networks.members.role' }),
            cell: (row) => (
              <>
                {formatMessage({ id: row.coordinates ? 'networks.members.coordinator' : 'networks.members.member' })}
                {isSuspended(row) && row.suspendedUntil && (
                  <div>
                    <StatusMark status="warn">
                      {formatMessage({ id: 'networks.members.suspendedUntil' }, { until: formats.date(lastDay(row.suspendedUntil)) })}
                    </StatusMark>
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'joined',
            header: formatMessage({ id: 'networks.members.since' }),
            cell: (row) => row.joinedAt && formats.shortDate(row.joinedAt),
          },
          ...(admits
            ? [{ key: 'menu', header: <span className="unseen">{formatMessage({ id: 'networks.members.acts' })}</span>, cell: menu }]
            : []),
        ]}
      />
      {removing && (
        <ReasonDialog
          danger
          title={formatMessage({ id: 'networks.remove.title' }, { name: removing.person.displayName })}
          confirmLabel={formatMessage({ id: 'networks.remove' })}
          state={removed}
          onClose={() => setRemoving(null)}
          onConfirm={async ({ reason }) => {
            if (!(await remove({ id: removing.id, reason, expectedVersion: removing.version })).done) return;
            setRemoving(null);
            showToast(formatMessage({ id: 'networks.remove.done' }));
          }}
        />
      )}
      {suspending && (
        <ReasonDialog
          withDay
          title={formatMessage({ id: 'networks.suspend.title' }, { name: suspending.person.displayName })}
          confirmLabel={formatMessage({ id: 'networks.suspend' })}
          state={suspended}
          onClose={() => setSuspending(null)}
          onConfirm={async ({ reason, until }) => {
            if (!(await suspend({ id: suspending.id, reason, until, expectedVersion: suspending.version })).done) return;
            setSuspending(null);
            showToast(formatMessage({ id: 'networks.suspend.done' }));
          }}
        />
      )}
    </>
  );
}
