import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Banner, PageHeader, SheetRow, Stepper } from '../../../ui/index.js';
import { networkPath } from '../../networks/paths.js';
import { FigureRows } from '../components/FigureRows.js';
import { NarrativeRow } from '../components/NarrativeRow.js';
import { ReportActions } from '../components/ReportActions.js';
import { SectionRow } from '../components/SectionRow.js';
import { networkReportsPath } from '../paths.js';
import { ReportChangesQuery, ReportPageQuery, type FigureChanges, type Report } from '../report-operations.js';

const STEPS = ['DRAFT', 'PRESENTED', 'SUBMITTED', 'APPROVED', 'PUBLISHED'] as const;

/** The annual report: composed by the coordinator, read by members, decided by the county. */
export function Component() {
  const { network = '', year = '' } = useParams();
  const query = useQuery(ReportPageQuery, { variables: { network, year: year.replace('-', '/') }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {(data) => (data.annualReport ? <ReportView report={data.annualReport} refetch={() => void query.refetch()} /> : <NotFoundPage />)}
    </QueryView>
  );
}

function ReportView({ report, refetch }: { report: Report; refetch: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const changes = useChanges(report);
  const [openRows, setOpenRows] = useState<{ rowsKey: string; label: string } | null>(null);
  const crumbs = [
    { label: report.network.name, to: href(networkPath(report.network)) },
    { label: formatMessage({ id: 'reports.years.title' }), to: href(networkReportsPath(report.network)) },
  ];
  const aside = (
    <>
      <ReportActions report={report} onRefresh={refetch} />
      {openRows && <FigureRows report={report} rowsKey={openRows.rowsKey} label={openRows.label} onClose={() => setOpenRows(null)} />}
    </>
  );
  return (
    <>
      <SheetRow aside={aside} asideWidth={320}>
        <PageHeader
          title={formatMessage({ id: 'reports.title' }, { year: report.year })}
          crumbs={crumbs}
          lead={<span lang={report.network.lang}>{report.network.name}</span>}
          meta={formatMessage({ id: 'reports.asOf' }, { date: formats.date(report.asOf) })}
        >
          <Stepper
            label={formatMessage({ id: 'reports.steps' })}
            current={report.state === 'RETURNED' ? 'SUBMITTED' : report.state}
            steps={STEPS.map((key) => ({ key, label: formatMessage({ id: `reports.state.${key}` }) }))}
          />
        </PageHeader>
        <ReportNotice report={report} />
        <div lang={report.lang}>
          {report.sections.map((section) => (
            <SectionRow
              key={section.key}
              report={report}
              section={section}
              changes={changes}
              openRowsKey={openRows?.rowsKey ?? null}
              onOpen={setOpenRows}
              onRefresh={refetch}
            />
          ))}
          {report.narrative.map((narrative) => (
            <NarrativeRow key={narrative.key} report={report} narrative={narrative} onRefresh={refetch} />
          ))}
        </div>
        {report.contentHash && (
          <p className="meta" style={{ overflowWrap: 'anywhere', marginTop: 28 }}>
            {formatMessage({ id: 'reports.hash' }, { hash: report.contentHash })}
          </p>
        )}
      </SheetRow>
    </>
  );
}

/** What changed since the figures were accepted: nothing in a report that the viewer does not write, or that is frozen. */
function useChanges({ viewerCan, network, year }: Report): FigureChanges | null {
  const { data } = useQuery(ReportChangesQuery, {
    variables: { network: network.slug, year },
    skip: !viewerCan.write,
    fetchPolicy: 'cache-and-network',
  });
  return viewerCan.write ? (data?.annualReport?.changes ?? null) : [];
}

/** What happened last: remarks of a returned report, or who sent and decided it. */
function ReportNotice({ report }: { report: Report }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  if (report.state === 'RETURNED' || (report.state === 'DRAFT' && report.remarks)) {
    return (
      <Banner tone="warn">
        <strong>
          {formatMessage(
            { id: 'reports.returned' },
            { name: report.decidedBy?.displayName ?? '', date: report.decidedAt ? formats.date(report.decidedAt) : '' },
          )}
        </strong>
        <p>{report.remarks}</p>
      </Banner>
    );
  }
  if (report.state === 'PUBLISHED' && report.publishedAt) {
    return <Banner tone="ok">{formatMessage({ id: 'reports.published' }, { date: formats.date(report.publishedAt) })}</Banner>;
  }
  if (report.state === 'APPROVED' && report.decidedAt) {
    return (
      <Banner tone="ok">
        {formatMessage({ id: 'reports.approved' }, { name: report.decidedBy?.displayName ?? '', date: formats.date(report.decidedAt) })}
      </Banner>
    );
  }
  if (report.state === 'SUBMITTED' && report.submittedAt) {
    return (
      <Banner>
        {formatMessage(
          { id: 'reports.submitted' },
          { name: report.submittedBy?.displayName ?? '', date: formats.date(report.submittedAt), revision: report.revision },
        )}
      </Banner>
    );
  }
  return null;
}
