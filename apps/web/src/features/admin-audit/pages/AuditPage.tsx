import { useQuery } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate, useSearchParams } from 'react-router';
import { useHref } from '../../../app/i18n/index.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, EmptyState, PageHeader, Pager, SheetRow, Skeleton } from '../../../ui/index.js';
import { AuditFacetsQuery, AuditPageQuery } from '../audit-operations.js';
import { AuditExportDialog } from '../components/AuditExportDialog.js';
import { AuditForm } from '../components/AuditForm.js';
import { AuditTable } from '../components/AuditTable.js';
import { LastCheck } from '../components/LastCheck.js';
import { auditPath, type AuditSearch } from '../paths.js';
import { filterOf, searchOf } from '../search.js';

const PAGE = 50;

/** The audit log: who did what to which record. The search stands in the address, and is an entry of the log itself. */
export function Component() {
  const admin = useViewer().viewer?.appointments.some(({ role }) => role === 'AD') ?? false;
  return admin ? <Audit /> : <NotFoundPage />;
}

function Audit() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const [exporting, setExporting] = useState(false);
  const search = searchOf(parameters);
  const facets = useQuery(AuditFacetsQuery, { fetchPolicy: 'cache-and-network' }).data?.auditFacets;
  const query = useQuery(AuditPageQuery, { variables: { first: PAGE, filter: filterOf(search) }, fetchPolicy: 'network-only' });
  const go = (to: AuditSearch) => void navigate(href(auditPath(to)));
  const latest = query.data ?? query.previousData;
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'audit.title' })}
        meta={<LastCheck check={facets?.lastCheck} />}
        actions={
          <Button icon={Download} onClick={() => setExporting(true)}>
            {formatMessage({ id: 'audit.export' })}
          </Button>
        }
      />
      <AuditForm
        key={parameters.toString()}
        search={search}
        facets={facets}
        actorName={latest?.auditLog.edges.find(({ node }) => node.actor?.id === search.actor)?.node.actor?.displayName}
        onSearch={go}
      />
      <QueryView query={{ ...query, data: latest }} page={false} skeleton={<Skeleton shape="rows" lines={8} />}>
        {({ auditLog: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState
              title={formatMessage({ id: 'audit.none' })}
              action={<Button onClick={() => go({})}>{formatMessage({ id: 'audit.clear' })}</Button>}
            />
          ) : (
            <>
              <AuditTable entries={edges.map(({ node }) => node)} />
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
      <AuditExportDialog open={exporting} search={search} onClose={() => setExporting(false)} />
    </SheetRow>
  );
}
