import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Banner } from '../../ui/Sheet.js';
import { Button } from '../../ui/Button.js';
import { useCommand } from '../api/use-command.js';
import { CancelExportMutation, ExportQuery } from './export-operations.js';

const POLL_MS = 700;

/**
 * How far an export is, a way to stop it, and its file.
 * @param ready what the finished file is, where it is no report
 */
export function ExportProgress({ id, ready, onClose }: { id: string; ready?: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const { data, stopPolling } = useQuery(ExportQuery, { variables: { id }, pollInterval: POLL_MS, fetchPolicy: 'network-only' });
  const [cancel, cancelling] = useCommand(CancelExportMutation);
  const found = data?.export;
  const running = !found || found.state === 'QUEUED' || found.state === 'RUNNING';
  if (!running) stopPolling();
  if (found?.state === 'DONE' && found.url) {
    return (
      <Banner
        tone="ok"
        announce
        actions={
          <a className="button primary" href={found.url} download>
            {formatMessage({ id: 'app.export.download' })}
          </a>
        }
      >
        {ready ?? formatMessage({ id: 'app.export.done' }, { count: found.total })}
      </Banner>
    );
  }
  if (!running) {
    const full = found.errorCode === 'STORAGE_FULL';
    return (
      <Banner
        tone={found.state === 'FAILED' ? 'danger' : 'info'}
        announce
        actions={<Button onClick={onClose}>{formatMessage({ id: 'ui.close' })}</Button>}
      >
        {found.state === 'CANCELLED'
          ? formatMessage({ id: 'app.export.cancelled' })
          : full
            ? formatMessage({ id: 'app.export.full' })
            : formatMessage({ id: 'app.export.failed' })}
      </Banner>
    );
  }
  return (
    <div role="status">
      <p>{formatMessage({ id: 'app.export.running' }, { done: found?.done ?? 0, total: found?.total ?? 0 })}</p>
      <progress
        max={Math.max(1, found?.total ?? 1)}
        value={found?.done ?? 0}
        aria-label={formatMessage({ id: 'app.export.progress' })}
        style={{ width: '100%' }}
      />
      <div className="button-row">
        <Button busy={cancelling.busy} onClick={() => void cancel({ id })}>
          {formatMessage({ id: 'app.export.cancel' })}
        </Button>
      </div>
    </div>
  );
}
