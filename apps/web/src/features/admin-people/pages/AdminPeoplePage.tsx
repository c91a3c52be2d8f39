import { useQuery } from '@apollo/client/react';
import { useDeferredValue } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, ButtonLink, EmptyState, PageHeader, Pager, SelectField, SheetRow, Skeleton, TextField } from '../../../ui/index.js';
import { PeopleTable, PeopleTable_person } from '../components/PeopleTable.js';
import { adminMailPath, doublesPath } from '../paths.js';

const AdminPeoplePageQuery = graphql(
  `
    query AdminPeoplePageQuery($first: Int!, $after: String, $search: String, $status: PersonStatus) {
      people(first: $first, after: $after, search: $search, status: $status) {
        edges {
          node {
            ...PeopleTable_person
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [PeopleTable_person],
);

const KeptMailsQuery = graphql(`
  query KeptMailsQuery {
    keptMails(first: 1) {
      id
    }
  }
`);

const STATUSES = ['ACTIVE', 'INVITED', 'SUSPENDED', 'DEACTIVATED'] as const;
const PAGE = 50;

/** Everybody Stoa knows: find, suspend, reactivate. Search and filter stand in the address. */
export function Component() {
  const admin = useViewer().viewer?.appointments.some(({ role }) => role === 'AD') ?? false;
  return admin ? <People /> : <NotFoundPage />;
}

function People() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [parameters, setParameters] = useSearchParams();
  const search = useDeferredValue(parameters.get('q') ?? '');
  const status = STATUSES.find((value) => value === parameters.get('status')) ?? null;
  const query = useQuery(AdminPeoplePageQuery, { variables: { first: PAGE, search, status }, fetchPolicy: 'cache-and-network' });
  const kept = useQuery(KeptMailsQuery).data?.keptMails;
  const set = (key: string, value: string) =>
    setParameters((before) => (value ? before.set(key, value) : before.delete(key), before), { replace: true });
  const latest = query.data ?? query.previousData;
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'admin.people.title' })}
        actions={
          <>
            <ButtonLink to={href(doublesPath())}>{formatMessage({ id: 'admin.doubles.title' })}</ButtonLink>
            {kept && <ButtonLink to={href(adminMailPath())}>{formatMessage({ id: 'admin.mail.title' })}</ButtonLink>}
          </>
        }
      />
      <div className="form">
        <TextField
          id="q"
          type="search"
          label={formatMessage({ id: 'admin.people.search' })}
          value={parameters.get('q') ?? ''}
          onChange={(event) => set('q', event.target.value)}
        />
        <SelectField
          id="status"
          label={formatMessage({ id: 'admin.people.status' })}
          placeholder={formatMessage({ id: 'admin.people.allStatuses' })}
          choices={STATUSES.map((value) => ({ value, label: formatMessage({ id: `admin.status.${value}` }) }))}
          value={status ?? ''}
          onChange={(event) => set('status', event.target.value)}
        />
      </div>
      <QueryView query={{ ...query, data: latest }} page={false} skeleton={<Skeleton shape="rows" lines={8} />}>
        {({ people: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState
              title={formatMessage({ id: 'admin.people.none' })}
              action={<Button onClick={() => setParameters({}, { replace: true })}>{formatMessage({ id: 'admin.people.clear' })}</Button>}
            />
          ) : (
            <>
              <PeopleTable people={edges.map(({ node }) => node)} onRefresh={() => void query.refetch()} />
              <Pager
                shown={edges.length}
                hasMore={pageInfo.hasNextPage}
                busy={query.loading}
                onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
              />
            </>
          )
        }
      </QueryView>
    </SheetRow>
  );
}
