import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/index.js';
import { DataTable } from '../../../ui/index.js';
import type { OwnData } from '../operations.js';

/** What is held, kind by kind: how much, why and for how long. */
export function HeldTable({ held }: { held: OwnData['held'] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  return (
    <DataTable
      caption={formatMessage({ id: 'privacy.held.title' })}
      captionHidden
      rows={held}
      rowKey={({ purpose }) => purpose}
      columns={[
        { key: 'what', header: formatMessage({ id: 'privacy.held.what' }), cell: ({ title }) => title, whole: true },
        { key: 'count', header: formatMessage({ id: 'privacy.held.count' }), cell: ({ count }) => formats.number(count), number: true },
        { key: 'why', header: formatMessage({ id: 'privacy.held.why' }), cell: ({ why }) => why },
        { key: 'howLong', header: formatMessage({ id: 'privacy.held.howLong' }), cell: ({ howLong }) => howLong },
      ]}
    />
  );
}
