import { useQuery } from '@apollo/client/react';
import { Download, Plus, UserCheck, Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useParams, useSearchParams } from 'react-router';
import { ExportDialog } from '../../../app/exports/ExportDialog.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, ButtonLink, EmptyState, PageHeader, SheetRow, Stats } from '../../../ui/index.js';
import { networkPath } from '../../networks/paths.js';
import { approvalsPath } from '../../reports/paths.js';
import { ActivityHeat } from '../components/ActivityHeat.js';
import styles from '../components/County.module.css';
import { HealthTable } from '../components/HealthTable.js';
import { StatusDialog } from '../components/StatusDialog.js';
import { YearSelect } from '../components/YearSelect.js';
import { CountyPageQuery, type Overview } from '../county-operations.js';
import { countyAppointmentsPath, countyNetworksPath, countyPath, regionPath } from '../paths.js';

/** Which networks of a county need help. */
export function Component() {
  const { county = '' } = useParams();
  const [params] = useSearchParams();
  const query = useQuery(CountyPageQuery, { variables: { county, year: params.get('year') }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ countyOverview }) =>
        countyOverview ? <CountyView overview={countyOverview} onChanged={() => void query.refetch()} /> : <NotFoundPage />
      }
    </QueryView>
  );
}

function CountyView({ overview, onChanged }: { overview: Overview; onChanged: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const [explaining, setExplaining] = useState(false);
  const { place, above, networks } = overview;
  return (
    <>
      <SheetRow>
        <PageHeader
          title={useFinding(overview)}
          crumbs={[
            ...above.map((region) => ({ label: region.name.text, to: href(regionPath(region)) })),
            { label: place.name.text, to: href(countyPath(place)) },
          ]}
          actions={<CountyActions overview={overview} />}
        />
        <CountySums overview={overview} />
      </SheetRow>
      <SheetRow>
        {networks.length === 0 ? (
          <EmptyState title={formatMessage({ id: 'oversight.county.none' })}>
            {formatMessage({ id: 'oversight.county.noneHint' })}
          </EmptyState>
        ) : (
          <>
            <HealthTable networks={networks} />
            <div className={styles['notes']}>
              <span className="meta">{formatMessage({ id: 'oversight.county.asOf' }, { time: formats.dateTime(overview.asOf) })}</span>
              <Button kind="quiet" onClick={() => setExplaining(true)}>
                {formatMessage({ id: 'oversight.status.title' })}
              </Button>
            </div>
            <ActivityHeat overview={overview} />
          </>
        )}
        <YearSelect years={overview.years} year={overview.year} />
        <StatusDialog overview={overview} open={explaining} onClose={() => setExplaining(false)} onChanged={onChanged} />
      </SheetRow>
    </>
  );
}

/** The answer as a heading: who needs what first. */
function useFinding({ networks, place, sums }: Overview): string {
  const { formatMessage } = useIntl();
  const worst = networks.find(({ overall }) => overall === 'AT_RISK');
  if (networks.length === 0) return formatMessage({ id: 'oversight.finding.none' }, { county: place.name.text });
  if (worst)
    return formatMessage({ id: worst.vacantSince === null ? 'oversight.finding.help' : 'oversight.finding.vacant' }, { name: worst.name });
  if (sums.watch > 0) return formatMessage({ id: 'oversight.finding.watch' }, { count: sums.watch });
  return formatMessage({ id: 'oversight.finding.well' }, { county: place.name.text });
}

function CountyActions({ overview }: { overview: Overview }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [exporting, setExporting] = useState(false);
  const { networks, place, reportYear, viewerCan } = overview;
  const worst = networks.find(({ overall }) => overall === 'AT_RISK');
  return (
    <>
      {viewerCan.exportReports && networks.length > 0 && (
        <Button icon={Download} onClick={() => setExporting(true)}>
          {formatMessage({ id: 'oversight.county.export' })}
        </Button>
      )}
      {worst === undefined ? (
        viewerCan.createNetwork && (
          <ButtonLink kind="primary" icon={Plus} to={href(`/networks/new?county=${place.slug}`)}>
            {formatMessage({ id: 'oversight.county.create' })}
          </ButtonLink>
        )
      ) : worst.vacantSince !== null && viewerCan.appoint ? (
        <ButtonLink kind="primary" icon={UserCheck} to={href(countyAppointmentsPath(place))}>
          {formatMessage({ id: 'oversight.county.appoint' })}
        </ButtonLink>
      ) : (
        <ButtonLink kind="primary" icon={Waypoints} to={href(networkPath(worst))}>
          {formatMessage({ id: 'oversight.county.open' })}
        </ButtonLink>
      )}
      <ExportDialog
        open={exporting}
        subject={{ countyId: place.id, year: reportYear }}
        title={formatMessage({ id: 'oversight.county.exportTitle' }, { year: reportYear, county: place.name.text })}
        onClose={() => setExporting(false)}
      />
    </>
  );
}

function CountySums({ overview: { sums, place } }: { overview: Overview }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const of = (total: number): string => formatMessage({ id: 'oversight.of' }, { total: formats.number(total) });
  const linked = (value: number, to: string) => (value === 0 ? formats.number(value) : <Link to={href(to)}>{formats.number(value)}</Link>);
  return (
    <Stats
      figures={[
        {
          value: linked(sums.atRisk + sums.watch, `${countyNetworksPath(place)}?status=help`),
          of: of(sums.networks),
          label: formatMessage({ id: 'oversight.sums.help' }, { count: sums.atRisk + sums.watch, atRisk: sums.atRisk }),
        },
        { value: formats.number(sums.schoolsReached), of: of(sums.schools), label: formatMessage({ id: 'oversight.sums.schools' }) },
        {
          value: linked(sums.vacancies, `${countyNetworksPath(place)}?status=vacant`),
          label: formatMessage({ id: 'oversight.sums.vacancies' }, { count: sums.vacancies }),
        },
        {
          value: linked(sums.approvals, approvalsPath()),
          label: formatMessage({ id: 'oversight.sums.approvals' }, { count: sums.approvals, late: sums.approvalsLate }),
        },
      ]}
    />
  );
}
