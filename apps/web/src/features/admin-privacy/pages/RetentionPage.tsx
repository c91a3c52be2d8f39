import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { PageHeader, SheetRow } from '../../../ui/index.js';
import { ClearAway } from '../components/ClearAway.js';
import { LastRun } from '../components/LastRun.js';
import { RetentionTable } from '../components/RetentionTable.js';
import { RetentionPageQuery } from '../retention-operations.js';

const POLL_MS = 1_000;

/** How long each kind of record is kept, what is past its time, and what went last. */
export function Component() {
  const admin = useViewer().viewer?.appointments.some(({ role }) => role === 'AD') ?? false;
  return admin ? <RetentionRules /> : <NotFoundPage />;
}

function RetentionRules() {
  const { formatMessage } = useIntl();
  const query = useQuery(RetentionPageQuery, { fetchPolicy: 'cache-and-network' });
  const { data, startPolling, stopPolling, refetch } = query;
  const running = data?.retention.running ?? false;
  useEffect(() => {
    if (!running) return;
    startPolling(POLL_MS);
    return stopPolling;
  }, [running, startPolling, stopPolling]);
  const refresh = () => void refetch();
  return (
    <QueryView query={query}>
      {({ retention }) => (
        <SheetRow>
          <PageHeader
            title={formatMessage({ id: 'retention.title' })}
            lead={formatMessage({ id: 'retention.lead' })}
            meta={<LastRun run={retention.lastRun} />}
            actions={<ClearAway retention={retention} onRefresh={refresh} />}
          />
          <RetentionTable retention={retention} onRefresh={refresh} />
        </SheetRow>
      )}
    </QueryView>
  );
}
