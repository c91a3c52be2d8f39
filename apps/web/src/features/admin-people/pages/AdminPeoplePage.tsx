import { useQuery } from '@apollo/client/react';
import { useDeferredValue } from 'react';
import { useIntl } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  FormErrorSummary,
  PageHeader,
  Pager,
  SelectField,
  SheetRow,
  showToast,
  StatusMark,
  TextField,
  type Status,
} from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import { adminMailPath } from '../paths.js';

const AdminPeoplePageQuery = graphql(`
  query AdminPeoplePageQuery($first: Int!, $after: String, $search: String, $status: PersonStatus) {
    people(first: $first, after: $after, search: $search, status: $status) {
      edges {
        node {
          id
          handle
          displayName
          account {
            status
            email
            lastSignInAt
            version
          }
          viewerCan {
            suspend
            deactivate
            reactivate
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const KeptMailsQuery = graphql(`
  query KeptMailsQuery {
    keptMails(first: 1) {
      id
    }
  }
`);

const SuspendPersonMutation = graphql(`
  mutation SuspendPersonMutation($input: ChangePersonStatusInput!) {
    suspendPerson(input: $input) {
      person {
        id
        account {
          status
          email
          lastSignInAt
          version
        }
        viewerCan {
          suspend
          deactivate
          reactivate
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const DeactivatePersonMutation = graphql(`
  mutation DeactivatePersonMutation($input: ChangePersonStatusInput!) {
    deactivatePerson(input: $input) {
      person {
        id
        account {
          status
          email
          lastSignInAt
          version
        }
        viewerCan {
          suspend
          deactivate
          reactivate
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const ReactivatePersonMutation = graphql(`
  mutation ReactivatePersonMutation($input: ChangePersonStatusInput!) {
    reactivatePerson(input: $input) {
      person {
        id
        account {
          status
          email
          lastSignInAt
          version
        }
        viewerCan {
          suspend
          deactivate
          reactivate
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

type Person = ResultOf<typeof AdminPeoplePageQuery>['people']['edges'][number]['node'];
const STATUSES = ['ACTIVE', 'INVITED', 'SUSPENDED', 'DEACTIVATED'] as const;
const MARKS: Record<(typeof STATUSES)[number] | 'ERASED', Status> = {
  ACTIVE: 'ok',
  INVITED: 'none',
  SUSPENDED: 'danger',
  DEACTIVATED: 'none',
  ERASED: 'none',
};
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
        actions={kept && <ButtonLink to={href(adminMailPath())}>{formatMessage({ id: 'admin.mail.title' })}</ButtonLink>}
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
      <QueryView query={{ ...query, data: latest }} page={false}>
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

function PeopleTable({ people, onRefresh }: { people: readonly Person[]; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const [suspend, suspending] = useCommand(SuspendPersonMutation, {
    onDone: () => showToast(formatMessage({ id: 'admin.people.suspended' })),
  });
  const [deactivate, deactivating] = useCommand(DeactivatePersonMutation, {
    onDone: () => showToast(formatMessage({ id: 'admin.people.deactivated' })),
  });
  const [reactivate, reactivating] = useCommand(ReactivatePersonMutation, {
    onDone: () => showToast(formatMessage({ id: 'admin.people.reactivated' })),
  });
  const seen = (person: Person) => ({ id: person.id, expectedVersion: person.account?.version ?? 0 });
  return (
    <>
      <FormErrorSummary errors={[...suspending.errors, ...deactivating.errors, ...reactivating.errors]} />
      <CommandProblem state={suspending} onRefresh={onRefresh} />
      <CommandProblem state={deactivating} onRefresh={onRefresh} />
      <CommandProblem state={reactivating} onRefresh={onRefresh} />
      <DataTable
        caption={formatMessage({ id: 'admin.people.title' })}
        captionHidden
        rows={people}
        rowKey={({ id }) => id}
        margin={({ account }) =>
          account && <StatusMark status={MARKS[account.status]}>{formatMessage({ id: `admin.status.${account.status}` })}</StatusMark>
        }
        columns={[
          {
            key: 'name',
            header: formatMessage({ id: 'admin.people.name' }),
            cell: ({ handle, displayName }) => <Link to={href(personPath({ handle }))}>{displayName}</Link>,
          },
          { key: 'email', header: formatMessage({ id: 'admin.people.email' }), cell: ({ account }) => account?.email ?? '–' },
          {
            key: 'seen',
            header: formatMessage({ id: 'admin.people.lastSignIn' }),
            cell: ({ account }) => (account?.lastSignInAt ? formats.shortDate(account.lastSignInAt) : '–'),
          },
          {
            key: 'acts',
            header: <span className="unseen">{formatMessage({ id: 'admin.people.acts' })}</span>,
            whole: true,
            cell: (person) => (
              <>
                {person.viewerCan.suspend && (
                  <Button
                    kind="subtle"
                    busy={suspending.busy}
                    aria-label={formatMessage({ id: 'admin.people.suspendOf' }, { name: person.displayName })}
                    onClick={() => void suspend(seen(person))}
                  >
                    {formatMessage({ id: 'admin.people.suspend' })}
                  </Button>
                )}
                {person.viewerCan.deactivate && (
                  <Button
                    kind="subtle"
                    busy={deactivating.busy}
                    aria-label={formatMessage({ id: 'admin.people.deactivateOf' }, { name: person.displayName })}
                    onClick={() => void deactivate(seen(person))}
                  >
                    {formatMessage({ id: 'admin.people.deactivate' })}
                  </Button>
                )}
                {person.viewerCan.reactivate && (
                  <Button
                    busy={reactivating.busy}
                    aria-label={formatMessage({ id: 'admin.people.reactivateOf' }, { name: person.displayName })}
                    onClick={() => void reactivate(seen(person))}
                  >
                    {formatMessage({ id: 'admin.people.reactivate' })}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
