import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { ButtonLink, Emblem, EmptyState, MarginNote, PageHeader, Pager, Section, SheetRow, Skeleton, TaskRow } from '../../../ui/index.js';
import { reportPath } from '../paths.js';

const ApprovalsPageQuery = graphql(`
  query ApprovalsPageQuery($first: Int!, $after: String) {
    annualReports(first: $first, after: $after, state: SUBMITTED) {
      edges {
        node {
          id
          year
          revision
          submittedAt
          network {
            id
            name
            slug
            lang
          }
          submittedBy {
            id
            displayName
          }
          viewerCan {
            decide
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

type Waiting = ResultOf<typeof ApprovalsPageQuery>['annualReports']['edges'][number]['node'];

const PAGE = 50;

/** What waits for the viewer's decision. */
export function Component() {
  const { formatMessage } = useIntl();
  const query = useQuery(ApprovalsPageQuery, { variables: { first: PAGE }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ annualReports: { edges, pageInfo } }) => {
        const waiting = edges.map(({ node }) => node);
        const mine = waiting.filter(({ viewerCan }) => viewerCan.decide);
        return (
          <SheetRow>
            <PageHeader title={formatMessage({ id: 'reports.approvals.title' }, { count: mine.length })} />
            {waiting.length === 0 ? (
              <EmptyState title={formatMessage({ id: 'reports.approvals.none' })}>
                {formatMessage({ id: 'reports.approvals.noneHint' })}
              </EmptyState>
            ) : (
              <Section title={formatMessage({ id: 'reports.approvals.reports' })} count={waiting.length}>
                <ul>
                  {waiting.map((report) => (
                    <WaitingRow key={report.id} report={report} />
                  ))}
                </ul>
                <Pager
                  shown={waiting.length}
                  hasMore={pageInfo.hasNextPage}
                  busy={query.loading}
                  onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
                />
              </Section>
            )}
          </SheetRow>
        );
      }}
    </QueryView>
  );
}

function WaitingRow({ report }: { report: Waiting }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const to = href(reportPath(report.network, report.year));
  return (
    <TaskRow
      margin={
        report.submittedAt && (
          <MarginNote strong={formats.shortDate(report.submittedAt)}>{formatMessage({ id: 'reports.approvals.sent' })}</MarginNote>
        )
      }
      mark={<Emblem slug={report.network.slug} />}
      title={report.network.name}
      lang={report.network.lang}
      to={to}
      detail={formatMessage(
        { id: 'reports.approvals.row' },
        { year: report.year, revision: report.revision, name: report.submittedBy?.displayName ?? '' },
      )}
      actions={
        <ButtonLink to={to}>
          {formatMessage({ id: report.viewerCan.decide ? 'reports.approvals.decide' : 'reports.approvals.read' })}
        </ButtonLink>
      }
    />
  );
}
