import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { ButtonLink, DataTable, EmptyState, PageHeader, Pager, SheetRow } from '../../../ui/index.js';
import { RunState } from '../components/RunState.js';
import { embedPath, newSourcePath, sourcePath } from '../paths.js';
import { SourcesPageQuery, type SourceRow } from '../source-operations.js';

/** Repositories that the library is filled from, and how their last harvest went. */
export function Component() {
  const admin = useViewer().viewer?.appointments.some(({ role }) => role === 'AD') ?? false;
  return admin ? <Sources /> : <NotFoundPage />;
}

function Sources() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const query = useQuery(SourcesPageQuery, { variables: { first: 50 }, fetchPolicy: 'cache-and-network' });
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'interchange.title' })}
        lead={formatMessage({ id: 'interchange.lead' })}
        actions={
          <ButtonLink kind="primary" to={href(newSourcePath())}>
            {formatMessage({ id: 'interchange.add' })}
          </ButtonLink>
        }
      />
      <QueryView query={query} page={false}>
        {({ librarySources: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={formatMessage({ id: 'interchange.none' })} />
          ) : (
            <>
              <SourceTable rows={edges.map(({ node }) => node)} />
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
      <p>
        <Link to={href(embedPath())}>{formatMessage({ id: 'embed.title' })}</Link>
      </p>
    </SheetRow>
  );
}

function SourceTable({ rows }: { rows: readonly SourceRow[] }) {
  const { formatMessage } = useIntl();
  const { dateTime, number } = useFormats();
  const href = useHref();
  return (
    <DataTable
      caption={formatMessage({ id: 'interchange.title' })}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      wash={({ lastRun }) => (lastRun?.state === 'FAILED' ? 'danger' : undefined)}
      columns={[
        {
          key: 'name',
          header: formatMessage({ id: 'interchange.field.name' }),
          cell: (row) => <Link to={href(sourcePath(row))}>{row.name}</Link>,
          whole: true,
        },
        {
          key: 'owner',
          header: formatMessage({ id: 'interchange.field.owner' }),
          cell: ({ owner }) => owner && <span lang={owner.lang}>{owner.name}</span>,
        },
        {
          key: 'schedule',
          header: formatMessage({ id: 'interchange.field.schedule' }),
          cell: ({ schedule }) => formatMessage({ id: `interchange.schedule.${schedule}` }),
        },
        {
          key: 'count',
          header: formatMessage({ id: 'interchange.resources' }),
          number: true,
          cell: ({ resourceCount }) => number(resourceCount),
        },
        {
          key: 'last',
          header: formatMessage({ id: 'interchange.lastRun' }),
          cell: ({ lastRun }) => (
            <>
              <RunState run={lastRun} />
              {lastRun && ` · ${dateTime(lastRun.startedAt)}`}
            </>
          ),
          whole: true,
        },
      ]}
    />
  );
}
