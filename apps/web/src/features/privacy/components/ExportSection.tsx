import { Download } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { ExportProgress } from '../../../app/exports/ExportProgress.js';
import { useFormats } from '../../../app/i18n/index.js';
import { Button } from '../../../ui/index.js';
import { StartPersonalExportMutation, type OwnData } from '../operations.js';

/** Everything held about me as one archive: ask for it, watch it being written, download it while it is kept. */
export function ExportSection({ privacy, onRefresh }: { privacy: OwnData; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [start, state] = useCommand(StartPersonalExportMutation, { creates: true, onDone: onRefresh });
  const { export: latest, exportUntil } = privacy;
  return (
    <>
      <p>{formatMessage({ id: 'privacy.export.text' })}</p>
      <CommandProblem state={state} />
      {latest && (
        <ExportProgress key={latest.id} id={latest.id} ready={formatMessage({ id: 'privacy.export.ready' })} onClose={onRefresh} />
      )}
      {exportUntil && <p className="meta">{formatMessage({ id: 'privacy.export.until' }, { date: formats.date(exportUntil) })}</p>}
      {latest?.state !== 'RUNNING' && latest?.state !== 'QUEUED' && (
        <div className="button-row">
          <Button icon={Download} busy={state.busy} onClick={() => void start({})}>
            {latest ? formatMessage({ id: 'privacy.export.again' }) : formatMessage({ id: 'privacy.export.start' })}
          </Button>
        </div>
      )}
    </>
  );
}
