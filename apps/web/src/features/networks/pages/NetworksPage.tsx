import { useQuery } from '@apollo/client/react';
import { NETWORK_KINDS, NETWORK_YEAR_STATES } from '@stoa/domain';
import { Plus } from 'lucide-react';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, ButtonLink, EmptyState, PageHeader, Pager, SheetRow, Skeleton } from '../../../ui/index.js';
import { NetworkFilters, type Filters } from '../components/NetworkFilters.js';
import { NetworkTable, NetworkTable_network } from '../components/NetworkTable.js';
import { networksPath, newNetworkPath } from '../paths.js';

const NetworksPageQuery = graphql(
  `
    query NetworksPageQuery(
      $first: Int!
      $after: String
      $county: String
      $kind: NetworkKind
      $state: NetworkYearState
      $query: String
      $mine: Boolean
    ) {
      networks(first: $first, after: $after, county: $county, kind: $kind, state: $state, query: $query, mine: $mine) {
        edges {
          node {
            id
            ...NetworkTable_network
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [NetworkTable_network],
);

const NewNetworkRightQuery = graphql(`
  query NewNetworkRightQuery {
    networkCounties(first: 1) {
      id
    }
  }
`);

const PAGE = 30;
const none: Filters = { query: '', kind: '', state: '', county: '' };
const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((value) => value === text) ?? null;

/** All networks that the reader may see, or the reader's own. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { viewer } = useViewer();
  const [params, setParams] = useSearchParams();
  const mine = viewer !== null && params.get('mine') === '1';
  const kind = oneOf(NETWORK_KINDS, params.get('kind'));
  const state = oneOf(NETWORK_YEAR_STATES, params.get('state'));
  const filters: Filters = { query: params.get('query') ?? '', kind: kind ?? '', state: state ?? '', county: params.get('county') ?? '' };
  const query = useQuery(NetworksPageQuery, {
    variables: { first: PAGE, county: filters.county || null, kind, state, query: filters.query || null, mine: mine || null },
    fetchPolicy: 'cache-and-network',
  });
  const { data: right } = useQuery(NewNetworkRightQuery, { skip: viewer === null });
  const change = useCallback(
    (changed: Partial<Filters>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changed))
            if (value) next.set(name, value);
            else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const clear = useCallback(() => change(none), [change]);
  const mayCreate = (right?.networkCounties.length ?? 0) > 0;
  const to = href(networksPath());
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'networks.title' })}
        lead={formatMessage({ id: viewer ? 'networks.lead' : 'networks.leadVisitor' })}
        actions={
          mayCreate && (
            <ButtonLink kind="primary" icon={Plus} to={href(newNetworkPath())}>
              {formatMessage({ id: 'networks.new' })}
            </ButtonLink>
          )
        }
      >
        {viewer && <ListTabs mine={mine} to={to} />}
      </PageHeader>
      <NetworkFilters filters={filters} onChange={change} onClear={clear} />
      <QueryView query={query} page={false} skeleton={<Skeleton shape="rows" lines={8} />}>
        {({ networks: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <NoNetworks filtered={Object.values(filters).some(Boolean)} mine={mine} onClear={clear} all={to} />
          ) : (
            <>
              <NetworkTable networks={edges.map(({ node }) => node)} />
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

/** All and mine: one page by a query parameter, which a tab of the kit would not see. */
function ListTabs({ mine, to }: { mine: boolean; to: string }) {
  const { formatMessage } = useIntl();
  return (
    <nav className="tabs" aria-label={formatMessage({ id: 'networks.tabs.list' })} data-tabs>
      <Link to={to} aria-current={mine ? undefined : 'page'}>
        {formatMessage({ id: 'networks.all' })}
      </Link>
      <Link to={`${to}?mine=1`} aria-current={mine ? 'page' : undefined}>
        {formatMessage({ id: 'networks.mine' })}
      </Link>
    </nav>
  );
}

function NoNetworks({ filtered, mine, onClear, all }: { filtered: boolean; mine: boolean; onClear: () => void; all: string }) {
  const { formatMessage } = useIntl();
  if (filtered)
    return (
      <EmptyState
        title={formatMessage({ id: 'networks.noMatch' })}
        action={<Button onClick={onClear}>{formatMessage({ id: 'networks.filter.clear' })}</Button>}
      >
        {formatMessage({ id: 'networks.noMatchHint' })}
      </EmptyState>
    );
  if (mine)
    return (
      <EmptyState
        title={formatMessage({ id: 'networks.noneMine' })}
        action={<ButtonLink to={all}>{formatMessage({ id: 'networks.noneMineAction' })}</ButtonLink>}
      >
        {formatMessage({ id: 'networks.noneMineHint' })}
      </EmptyState>
    );
  return <EmptyState title={formatMessage({ id: 'networks.none' })}>{formatMessage({ id: 'networks.noneHint' })}</EmptyState>;
}
