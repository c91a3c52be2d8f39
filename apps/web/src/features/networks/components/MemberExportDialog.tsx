import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { ExportFrame } from '../../../app/exports/ExportFrame.js';
import { RadioGroup } from '../../../ui/index.js';
import { StartMemberExportMutation } from '../greeting-operations.js';

const FORMATS = ['XLSX', 'CSV'] as const;

/** Writes the members as a table and hands over the file. */
export function MemberExportDialog({ networkId, onClose }: { networkId: string; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('XLSX');
  const [exportId, setExportId] = useState<string | null>(null);
  const [start, state] = useCommand(StartMemberExportMutation, {
    creates: true,
    onDone: (data) => setExportId(data.startMemberExport.export?.id ?? null),
  });
  return (
    <ExportFrame
      open
      title={formatMessage({ id: 'networks.members.export' })}
      exportId={exportId}
      state={state}
      ready={formatMessage({ id: 'networks.members.export.ready' })}
      onStart={() => void start({ networkId, format })}
      onClose={onClose}
    >
      <p>{formatMessage({ id: 'networks.members.export.hint' })}</p>
      <RadioGroup
        label={formatMessage({ id: 'networks.members.export.format' })}
        name="format"
        value={format}
        choices={FORMATS.map((value) => ({ value, label: formatMessage({ id: `networks.members.export.${value}` }) }))}
        onChange={(value) => setFormat(FORMATS.find((each) => each === value) ?? 'XLSX')}
      />
    </ExportFrame>
  );
}
