import { useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Link, useParams, useSearchParams } from 'react-router';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { ButtonLink, EmptyState, PageHeader, SheetRow, Skeleton } from '../../../ui/index.js';
import { HealthTable } from '../components/HealthTable.js';
import styles from '../components/Filters.module.css';
import { CountyPageQuery, type NetworkHealth, type Overview } from '../county-operations.js';
import { countyNetworksPath, countyPath } from '../paths.js';

const FILTERS = ['all', 'help', 'vacant', 'flags'] as const;
type Filter = (typeof FILTERS)[number];

const fits: Record<Filter, (network: NetworkHealth) => boolean> = {
  all: () => true,
  help: ({ overall }) => overall === 'AT_RISK' || overall === 'WATCH',
  vacant: ({ vacantSince }) => vacantSince !== null,
  flags: ({ pendingFlags }) => pendingFlags > 0,
};

/** All networks of a county with who leads them, filtered by what they need. */
export function Component() {
  const { county = '' } = useParams();
  const [params] = useSearchParams();
  const query = useQuery(CountyPageQuery, { variables: { county, year: params.get('year') }, fetchPolicy: 'cache-and-network' });
  const filter = FILTERS.find((each) => each === params.get('status')) ?? 'all';
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ countyOverview }) => (countyOverview ? <NetworksView overview={countyOverview} filter={filter} /> : <NotFoundPage />)}
    </QueryView>
  );
}

function NetworksView({ overview: { networks, place, viewerCan }, filter }: { overview: Overview; filter: Filter }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const shown = networks.filter(fits[filter]);
  const base = href(countyNetworksPath(place));
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'oversight.networks.title' }, { county: place.name.text })}
        crumbs={[{ label: place.name.text, to: href(countyPath(place)) }]}
        actions={
          viewerCan.createNetwork && (
            <ButtonLink icon={Plus} to={href(`/networks/new?county=${place.slug}`)}>
              {formatMessage({ id: 'oversight.county.create' })}
            </ButtonLink>
          )
        }
      />
      <nav className={styles['filters']} aria-label={formatMessage({ id: 'oversight.networks.filter' })}>
        {FILTERS.map((each) => (
          <Link
            key={each}
            to={each === 'all' ? base : `${base}?status=${each}`}
            aria-current={each === filter ? 'page' : undefined}
            replace
          >
            {formatMessage({ id: `oversight.filter.${each}` })} <span className="muted">{networks.filter(fits[each]).length}</span>
          </Link>
        ))}
      </nav>
      {shown.length === 0 ? (
        <EmptyState
          title={formatMessage({ id: 'oversight.networks.none' })}
          action={filter === 'all' ? undefined : <ButtonLink to={base}>{formatMessage({ id: 'oversight.networks.clear' })}</ButtonLink>}
        >
          {formatMessage({ id: `oversight.filter.${filter}` })}
        </EmptyState>
      ) : (
        <HealthTable networks={shown} coordinators />
      )}
    </SheetRow>
  );
}
