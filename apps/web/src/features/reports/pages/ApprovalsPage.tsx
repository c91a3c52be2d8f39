import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import {
  Button,
  ButtonLink,
  Emblem,
  EmptyState,
  MarginNote,
  PageHeader,
  Pager,
  Section,
  SheetRow,
  Skeleton,
  TaskRow,
} from '../../../ui/index.js';
import { DecideReportDialog } from '../components/DecideReportDialog.js';
import { resourcePath } from '../../library/paths.js';
import { reportPath } from '../paths.js';

const ApprovalsPageQuery = graphql(`
  query ApprovalsPageQuery($first: Int!, $after: String, $resourcesAfter: String) {
    resourcesToReview(first: $first, after: $resourcesAfter) {
      edges {
        node {
          id
          slug
          lang
          kind
          owner {
            name
            lang
          }
          open {
            id
            title
            lang
            submittedAt
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    resourceReports(first: $first) {
      edges {
        node {
          id
          account
          reason
          text
          reportedAt
          version
          reporter {
            id
            displayName
          }
          resource {
            id
            slug
            title
            lang
          }
        }
      }
    }
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

type WaitingResource = ResultOf<typeof ApprovalsPageQuery>['resourcesToReview']['edges'][number]['node'];
type Reported = ResultOf<typeof ApprovalsPageQuery>['resourceReports']['edges'][number]['node'];
type Waiting = ResultOf<typeof ApprovalsPageQuery>['annualReports']['edges'][number]['node'];

const PAGE = 50;

/** What waits for the viewer's decision. */
export function Component() {
  const { formatMessage } = useIntl();
  const query = useQuery(ApprovalsPageQuery, { variables: { first: PAGE }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ annualReports: { edges, pageInfo }, resourcesToReview: resources, resourceReports: reported }) => {
        const waiting = edges.map(({ node }) => node);
        const mine = waiting.filter(({ viewerCan }) => viewerCan.decide).length + resources.edges.length + reported.edges.length;
        return (
          <SheetRow>
            <PageHeader title={formatMessage({ id: 'reports.approvals.title' }, { count: mine })} />
            {mine + waiting.length === 0 && (
              <EmptyState title={formatMessage({ id: 'reports.approvals.none' })}>
                {formatMessage({ id: 'reports.approvals.noneHint' })}
              </EmptyState>
            )}
            {waiting.length > 0 && (
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
            {resources.edges.length > 0 && (
              <Section title={formatMessage({ id: 'library.title' })} count={resources.edges.length}>
                <ul>
                  {resources.edges.map(({ node }) => (
                    <ResourceRow key={node.id} resource={node} />
                  ))}
                </ul>
                <Pager
                  shown={resources.edges.length}
                  hasMore={resources.pageInfo.hasNextPage}
                  busy={query.loading}
                  onMore={() => void query.fetchMore({ variables: { resourcesAfter: resources.pageInfo.endCursor } })}
                />
              </Section>
            )}
            {reported.edges.length > 0 && (
              <Section title={formatMessage({ id: 'library.reports' })} count={reported.edges.length}>
                <ul>
                  {reported.edges.map(({ node }) => (
                    <ReportedRow key={node.id} report={node} onRefresh={() => void query.refetch()} />
                  ))}
                </ul>
              </Section>
            )}
          </SheetRow>
        );
      }}
    </QueryView>
  );
}

function ReportedRow({ report, onRefresh }: { report: Reported; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const [deciding, setDeciding] = useState(false);
  return (
    <>
      <TaskRow
        margin={
          <MarginNote strong={formats.shortDate(report.reportedAt)}>
            {formatMessage({ id: `library.report.reason.${report.reason}` })}
          </MarginNote>
        }
        title={report.resource.title}
        lang={report.resource.lang}
        to={href(resourcePath(report.resource))}
        detail={
          <>
            {report.text} ({report.reporter?.displayName ?? formatMessage({ id: 'library.reports.visitor' })})
          </>
        }
        actions={<Button onClick={() => setDeciding(true)}>{formatMessage({ id: 'reports.approvals.decide' })}</Button>}
      />
      {deciding && (
        <DecideReportDialog
          report={report}
          onDone={() => {
            setDeciding(false);
            onRefresh();
          }}
          onClose={() => setDeciding(false)}
        />
      )}
    </>
  );
}

function ResourceRow({ resource }: { resource: WaitingResource }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const to = `${href(resourcePath(resource))}?version=open`;
  return (
    <TaskRow
      margin={
        resource.open?.submittedAt && (
          <MarginNote strong={formats.shortDate(resource.open.submittedAt)}>{formatMessage({ id: 'reports.approvals.sent' })}</MarginNote>
        )
      }
      title={resource.open?.title}
      lang={resource.open?.lang}
      to={to}
      detail={
        <>
          {formatMessage({ id: `library.kind.${resource.kind}` })}, <span lang={resource.owner?.lang}>{resource.owner?.name}</span>
        </>
      }
      actions={<ButtonLink to={to}>{formatMessage({ id: 'reports.approvals.decide' })}</ButtonLink>}
    />
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
