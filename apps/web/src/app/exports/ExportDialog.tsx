import { useState } from 'react';
import { useIntl } from 'react-intl';
import { RadioGroup } from '../../ui/Field.js';
import { useCommand } from '../api/use-command.js';
import { ExportFrame } from './ExportFrame.js';
import { StartExportMutation } from './export-operations.js';

/** What to export: one report, or all of a county and school year as one archive. */
export type ExportSubject = { reportId: string } | { countyId: string; year: string };

const FORMATS = ['PDF', 'DOCX', 'XLSX', 'CSV', 'JSON'] as const;

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
    <ExportFrame
      open={open}
      title={title}
      exportId={exportId}
      state={state}
      onStart={() => void start({ format, ...subject })}
      onClose={close}
    >
      <RadioGroup
        label={formatMessage({ id: 'app.export.format' })}
        name="export-format"
        value={format}
        onChange={(value) => setFormat(FORMATS.find((known) => known === value) ?? 'PDF')}
        choices={FORMATS.map((value) => ({ value, label: formatMessage({ id: `app.export.format.${value}` }) }))}
      />
    </ExportFrame>
  );
}
