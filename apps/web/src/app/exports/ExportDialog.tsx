import { useQuery } from '@apollo/client/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Banner } from '../../ui/Sheet.js';
import { Button } from '../../ui/Button.js';
import { Dialog } from '../../ui/Dialog.js';
import { RadioGroup } from '../../ui/Field.js';
import { CommandProblem } from '../CommandProblem.js';
import { useCommand } from '../api/use-command.js';
import { CancelExportMutation, ExportQuery, StartExportMutation } from './export-operations.js';

/** What to export: one report, or all of a county and school year as one archive. */
export type ExportSubject = { reportId: string } | { countyId: string; year: string };

const FORMATS = ['PDF', 'DOCX', 'XLSX', 'CSV', 'JSON'] as const;
const POLL_MS = 700;

/** Asks for a format, shows how far the writing is, can stop it, and hands over the file. */
export function ExportDialog({
  open,
  subject,
  title,
  onClose,
}: {
  open: boolean;
  subject: ExportSubject;
  title: string;
  onClose: () => void;
}) {
  const { formatMessage } = useIntl();
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('PDF');
  const [exportId, setExportId] = useState<string | null>(null);
  const [start, state] = useCommand(StartExportMutation, {
    creates: true,
    onDone: (data) => setExportId(data.startExport.export?.id ?? null),
  });
  const close = () => {
    setExportId(null);
    state.reset();
    onClose();
  };
  return (
    <Dialog
      open={open}
      title={title}
      onClose={close}
      footer={
        exportId === null && (
          <Button kind="primary" icon={Download} busy={state.busy} onClick={() => void start({ format, ...subject })}>
            {formatMessage({ id: 'app.export.start' })}
          </Button>
        )
      }
    >
      {exportId === null ? (
        <>
          <RadioGroup
            label={formatMessage({ id: 'app.export.format' })}
            name="export-format"
            value={format}
            onChange={(value) => setFormat(FORMATS.find((known) => known === value) ?? 'PDF')}
            choices={FORMATS.map((value) => ({ value, label: formatMessage({ id: `app.export.format.${value}` }) }))}
          />
          <CommandProblem state={state} />
        </>
      ) : (
        <ExportProgress id={exportId} onClose={close} />
      )}
    </Dialog>
  );
}

function ExportProgress({ id, onClose }: { id: string; onClose: () => void }) {
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
        {formatMessage({ id: 'app.export.done' }, { count: found.total })}
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
