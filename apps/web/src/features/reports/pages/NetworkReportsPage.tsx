import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link, useNavigate, useParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NetworkTabs } from '../../../app/network/NetworkTabs.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Button, DataTable, EmptyState, FormErrorSummary, PageHeader, SheetRow } from '../../../ui/index.js';
import { networkPath, networksPath } from '../../networks/paths.js';
import { ReportStateMark } from '../components/ReportStateMark.js';
import { reportPath } from '../paths.js';
import { OpenReportMutation } from '../report-operations.js';

const NetworkReportsPageQuery = graphql(`
  query NetworkReportsPageQuery($network: String!) {
    networkReports(network: $network) {
      network {
        id
        name
        slug
        lang
      }
      years {
        year
        dueOn
        state
        viewerCanOpen
      }
    }
  }
`);

type Reports = NonNullable<ResultOf<typeof NetworkReportsPageQuery>['networkReports']>;

/** The years of a network and their annual reports. */
export function Component() {
  const { network = '' } = useParams();
  const query = useQuery(NetworkReportsPageQuery, { variables: { network }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>{(data) => (data.networkReports ? <Years reports={data.networkReports} /> : <NotFoundPage />)}</QueryView>
  );
}

function Years({ reports: { network, years } }: { reports: Reports }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const navigate = useNavigate();
  const [open, state] = useCommand(OpenReportMutation, { creates: true });
  const begin = async (year: string) => {
    const outcome = await open({ networkId: network.id, year });
    if (outcome.done) void navigate(href(reportPath(network, year)));
  };
  const crumbs = [
    { label: formatMessage({ id: 'reports.crumb.networks' }), to: href(networksPath()) },
    { label: network.name, to: href(networkPath(network)) },
  ];
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'reports.years.title' })}
        crumbs={crumbs}
        lead={<span lang={network.lang}>{network.name}</span>}
        problem={state.errors.length > 0}
      >
        <NetworkTabs slug={network.slug} />
      </PageHeader>
      <FormErrorSummary errors={state.errors} />
      <CommandProblem state={state} />
      {years.length === 0 ? (
        <EmptyState title={formatMessage({ id: 'reports.years.none' })}>{formatMessage({ id: 'reports.years.noneHint' })}</EmptyState>
      ) : (
        <DataTable
          caption={formatMessage({ id: 'reports.years.title' })}
          captionHidden
          rows={years}
          rowKey={(row) => row.year}
          columns={[
            {
              key: 'year',
              header: formatMessage({ id: 'reports.years.year' }),
              cell: (row) => (row.state ? <Link to={href(reportPath(network, row.year))}>{row.year}</Link> : row.year),
            },
            { key: 'due', header: formatMessage({ id: 'reports.years.due' }), cell: (row) => formats.date(row.dueOn) },
            { key: 'state', header: formatMessage({ id: 'reports.years.state' }), cell: (row) => <ReportStateMark state={row.state} /> },
            {
              key: 'act',
              header: <span className="unseen">{formatMessage({ id: 'reports.years.act' })}</span>,
              cell: (row) =>
                row.viewerCanOpen && (
                  <Button busy={state.busy} onClick={() => void begin(row.year)}>
                    {formatMessage({ id: 'reports.begin' }, { year: row.year })}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </SheetRow>
  );
}
