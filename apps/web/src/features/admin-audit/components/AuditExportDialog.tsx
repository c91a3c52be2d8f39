import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { ExportFrame } from '../../../app/exports/ExportFrame.js';
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
    <ExportFrame
      open={open}
      title={formatMessage({ id: 'audit.export.title' })}
      exportId={exportId}
      state={state}
      ready={formatMessage({ id: 'audit.export.ready' })}
      onStart={() => void start({ filter: filterOf(search) })}
      onClose={close}
    >
      <p>{formatMessage({ id: Object.keys(search).length > 0 ? 'audit.export.found' : 'audit.export.all' })}</p>
    </ExportFrame>
  );
}
