import { Download } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { ExportProgress } from '../../../app/exports/ExportProgress.js';
import { Button, Dialog } from '../../../ui/index.js';
import { StartAuditExportMutation } from '../audit-operations.js';
import type { AuditSearch } from '../paths.js';
import { filterOf } from '../search.js';

/** Writes what the search finds as CSV, shows how far that is, and hands over the file. */
export function AuditExportDialog({ open, search, onClose }: { open: boolean; search: AuditSearch; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [exportId, setExportId] = useState<string | null>(null);
  const [start, state] = useCommand(StartAuditExportMutation, {
    creates: true,
    onDone: (data) => setExportId(data.startAuditExport.export?.id ?? null),
  });
  const close = () => {
    setExportId(null);
    state.reset();
    onClose();
  };
  return (
    <Dialog
      open={open}
      title={formatMessage({ id: 'audit.export.title' })}
      onClose={close}
      footer={
        exportId === null && (
          <Button kind="primary" icon={Download} busy={state.busy} onClick={() => void start({ filter: filterOf(search) })}>
            {formatMessage({ id: 'app.export.start' })}
          </Button>
        )
      }
    >
      {exportId === null ? (
        <>
          <p>{formatMessage({ id: Object.keys(search).length > 0 ? 'audit.export.found' : 'audit.export.all' })}</p>
          <CommandProblem state={state} />
        </>
      ) : (
        <ExportProgress id={exportId} ready={formatMessage({ id: 'audit.export.ready' })} onClose={close} />
      )}
    </Dialog>
  );
}
