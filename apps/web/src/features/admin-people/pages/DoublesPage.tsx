import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { PersonPicker } from '../../../app/people/PersonPicker.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import {
  Button,
  ButtonLink,
  type ComboboxOption,
  DataTable,
  EmptyState,
  PageHeader,
  Pager,
  Section,
  SheetRow,
  Skeleton,
} from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import { adminPeoplePath, doublesPath, mergePath } from '../paths.js';

const DoublesPageQuery = graphql(`
  query DoublesPageQuery($first: Int!, $after: String, $of: ID) {
    peopleDoubles(first: $first, after: $after, of: $of) {
      edges {
        node {
          id
          reasons
          first {
            id
            handle
            displayName
            account {
              email
              lastSignInAt
            }
          }
          second {
            id
            handle
            displayName
            account {
              email
              lastSignInAt
            }
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

type Pair = ResultOf<typeof DoublesPageQuery>['peopleDoubles']['edges'][number]['node'];

const PAGE = 50;

/** Pairs of people who are likely one human; with `?of=` those of one person, and any other to choose by hand. */
export function Component() {
  const admin = useViewer().viewer?.appointments.some(({ role }) => role === 'AD') ?? false;
  return admin ? <Doubles /> : <NotFoundPage />;
}

function Doubles() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const of = useSearchParams()[0].get('of');
  const query = useQuery(DoublesPageQuery, { variables: { first: PAGE, of }, fetchPolicy: 'cache-and-network' });
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: of ? 'admin.doubles.titleOf' : 'admin.doubles.title' })}
        lead={formatMessage({ id: 'admin.doubles.lead' })}
        crumbs={[
          { label: formatMessage({ id: 'admin.people.title' }), to: href(adminPeoplePath()) },
          ...(of ? [{ label: formatMessage({ id: 'admin.doubles.title' }), to: href(doublesPath()) }] : []),
        ]}
      />
      <QueryView query={query} page={false} skeleton={<Skeleton shape="rows" lines={8} />}>
        {({ peopleDoubles: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={formatMessage({ id: 'admin.doubles.none' })}>{formatMessage({ id: 'admin.doubles.noneText' })}</EmptyState>
          ) : (
            <>
              <PairTable pairs={edges.map(({ node }) => node)} />
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
      {of && <ChooseOther of={of} />}
    </SheetRow>
  );
}

function PairTable({ pairs }: { pairs: readonly Pair[] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  return (
    <DataTable
      caption={formatMessage({ id: 'admin.doubles.title' })}
      captionHidden
      rows={pairs}
      rowKey={({ id }) => id}
      columns={[
        { key: 'first', header: formatMessage({ id: 'admin.doubles.first' }), cell: ({ first }) => <Who person={first} />, whole: true },
        {
          key: 'second',
          header: formatMessage({ id: 'admin.doubles.second' }),
          cell: ({ second }) => <Who person={second} />,
          whole: true,
        },
        {
          key: 'why',
          header: formatMessage({ id: 'admin.doubles.why' }),
          cell: ({ reasons }) => formats.list(reasons.map((reason) => formatMessage({ id: `admin.doubles.reason.${reason}` }))),
        },
        {
          key: 'acts',
          header: <span className="unseen">{formatMessage({ id: 'admin.people.acts' })}</span>,
          whole: true,
          cell: ({ first, second }) => (
            <ButtonLink
              to={href(mergePath(first, second))}
              aria-label={formatMessage({ id: 'admin.doubles.compareOf' }, { first: first.displayName, second: second.displayName })}
            >
              {formatMessage({ id: 'admin.doubles.compare' })}
            </ButtonLink>
          ),
        },
      ]}
    />
  );
}

function Who({ person: { handle, displayName, account } }: { person: Pair['first'] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const seen = account?.lastSignInAt;
  return (
    <>
      <Link to={href(personPath({ handle }))}>{displayName}</Link>
      <small>{account?.email ?? handle}</small>
      <small>
        {seen
          ? formatMessage({ id: 'admin.doubles.seen' }, { date: formats.shortDate(seen) })
          : formatMessage({ id: 'admin.doubles.neverSeen' })}
      </small>
    </>
  );
}

/** For doubles that no rule finds: a name after a wedding, another address. */
function ChooseOther({ of }: { of: string }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const [other, setOther] = useState<ComboboxOption | null>(null);
  return (
    <Section title={formatMessage({ id: 'admin.doubles.other' })}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (other) void navigate(href(mergePath({ id: of }, { id: other.value })));
        }}
      >
        <PersonPicker
          id="other"
          label={formatMessage({ id: 'admin.doubles.otherLabel' })}
          hint={formatMessage({ id: 'admin.doubles.otherHint' })}
          value={other}
          onChange={setOther}
        />
        <Button type="submit" disabled={other === null}>
          {formatMessage({ id: 'admin.doubles.compare' })}
        </Button>
      </form>
    </Section>
  );
}
