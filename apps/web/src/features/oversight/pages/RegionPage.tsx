import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link, useParams, useSearchParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { DataTable, EmptyState, PageHeader, SheetRow, Stats, StatusMark } from '../../../ui/index.js';
import styles from '../components/County.module.css';
import { countyPath } from '../paths.js';

const RegionPageQuery = graphql(`
  query RegionPageQuery($region: String!, $year: String) {
    regionOverview(region: $region, year: $year) {
      id
      place {
        id
        name {
          lang
          text
        }
      }
      asOf
      sums {
        networks
        atRisk
        watch
        vacancies
        schoolsReached
        schools
        approvals
        approvalsLate
      }
      counties {
        place {
          id
          slug
          name {
            lang
            text
          }
        }
        sums {
          networks
          atRisk
          watch
          vacancies
          schoolsReached
          schools
          approvals
          approvalsLate
          members
          posts
        }
      }
    }
  }
`);

type Region = NonNullable<ResultOf<typeof RegionPageQuery>['regionOverview']>;
type County = Region['counties'][number];

/** The counties of a region, those that need help first. */
export function Component() {
  const { region = '' } = useParams();
  const [params] = useSearchParams();
  const query = useQuery(RegionPageQuery, { variables: { region, year: params.get('year') }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ regionOverview }) => (regionOverview ? <RegionView region={regionOverview} /> : <NotFoundPage />)}
    </QueryView>
  );
}

function RegionView({ region: { place, sums, counties, asOf } }: { region: Region }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const of = (total: number): string => formatMessage({ id: 'oversight.of' }, { total: formats.number(total) });
  return (
    <>
      <SheetRow>
        <PageHeader
          title={formatMessage({ id: 'oversight.region.finding' }, { region: place.name.text, count: sums.atRisk })}
          lead={formatMessage({ id: 'oversight.region.lead' }, { count: counties.length, networks: sums.networks })}
        />
        <Stats
          figures={[
            {
              value: formats.number(sums.atRisk + sums.watch),
              of: of(sums.networks),
              label: formatMessage({ id: 'oversight.sums.help' }, { count: sums.atRisk + sums.watch, atRisk: sums.atRisk }),
            },
            { value: formats.number(sums.schoolsReached), of: of(sums.schools), label: formatMessage({ id: 'oversight.sums.schools' }) },
            { value: formats.number(sums.vacancies), label: formatMessage({ id: 'oversight.sums.vacancies' }, { count: sums.vacancies }) },
            {
              value: formats.number(sums.approvals),
              label: formatMessage({ id: 'oversight.sums.approvals' }, { count: sums.approvals, late: sums.approvalsLate }),
            },
          ]}
        />
      </SheetRow>
      <SheetRow>
        {counties.length === 0 ? (
          <EmptyState title={formatMessage({ id: 'oversight.region.none' })}>
            {formatMessage({ id: 'oversight.region.noneHint' })}
          </EmptyState>
        ) : (
          <CountyTable counties={counties} />
        )}
        <div className={styles['notes']}>
          <span className="meta">{formatMessage({ id: 'oversight.county.asOf' }, { time: formats.dateTime(asOf) })}</span>
        </div>
      </SheetRow>
    </>
  );
}

function CountyTable({ counties }: { counties: readonly County[] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const number = (key: 'networks' | 'vacancies' | 'members' | 'posts') => ({
    key,
    number: true,
    header: formatMessage({ id: `oversight.region.${key}` }),
    cell: ({ sums }: County) => formats.number(sums[key]),
  });
  const health = ({ sums }: County) =>
    sums.networks === 0 ? 'NO_DATA' : sums.atRisk > 0 ? 'AT_RISK' : sums.watch > 0 ? 'WATCH' : 'ON_TRACK';
  const shapes = { NO_DATA: 'none', AT_RISK: 'danger', WATCH: 'warn', ON_TRACK: 'ok' } as const;
  return (
    <DataTable
      caption={formatMessage({ id: 'oversight.region.caption' })}
      captionHidden
      rows={counties}
      rowKey={({ place }) => place.id}
      margin={(county) => (
        <StatusMark status={shapes[health(county)]}>{formatMessage({ id: `oversight.health.${health(county)}` })}</StatusMark>
      )}
      columns={[
        {
          key: 'county',
          header: formatMessage({ id: 'oversight.region.county' }),
          cell: ({ place, sums }) => (
            <>
              <Link to={href(countyPath(place))} lang={place.name.lang}>
                {place.name.text}
              </Link>
              {sums.atRisk + sums.watch > 0 && (
                <small>{formatMessage({ id: 'oversight.region.help' }, { atRisk: sums.atRisk, watch: sums.watch })}</small>
              )}
            </>
          ),
        },
        number('networks'),
        number('vacancies'),
        {
          key: 'schools',
          number: true,
          header: formatMessage({ id: 'oversight.region.schoolsReached' }),
          cell: ({ sums }) =>
            formatMessage(
              { id: 'oversight.region.schools' },
              { reached: formats.number(sums.schoolsReached), total: formats.number(sums.schools) },
            ),
        },
        {
          key: 'approvals',
          number: true,
          header: formatMessage({ id: 'oversight.region.approvals' }),
          cell: ({ sums }) => formats.number(sums.approvals),
        },
        number('members'),
        number('posts'),
      ]}
    />
  );
}
