import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/index.js';
import { Button, DataTable } from '../../../ui/index.js';
import type { RetentionRule, RetentionState } from '../retention-operations.js';
import { DaysDialog } from './DaysDialog.js';

/** The rules: what each is about and why, how long, what would go now and what went last. */
export function RetentionTable({ retention, onRefresh }: { retention: RetentionState; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [changed, setChanged] = useState<RetentionRule['name'] | null>(null);
  const rule = retention.rules.find(({ name }) => name === changed);
  const went = new Map(retention.lastRun?.removed.map(({ name, rows }) => [name, rows]));
  return (
    <>
      <DataTable
        caption={formatMessage({ id: 'retention.title' })}
        captionHidden
        rows={retention.rules}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'kind',
            header: formatMessage({ id: 'retention.kind' }),
            cell: ({ name }) => (
              <>
                {formatMessage({ id: `retention.kind.${name}` })}
                <small>{formatMessage({ id: `retention.why.${name}` })}</small>
              </>
            ),
          },
          { key: 'days', header: formatMessage({ id: 'retention.kept' }), cell: (each) => <Days rule={each} /> },
          {
            key: 'past',
            header: formatMessage({ id: 'retention.past' }),
            cell: ({ rows, oldest }) => (
              <>
                {formats.number(rows)}
                {oldest && <small>{formatMessage({ id: 'retention.since' }, { date: formats.shortDate(oldest) })}</small>}
              </>
            ),
          },
          {
            key: 'went',
            header: formatMessage({ id: 'retention.went' }),
            number: true,
            cell: ({ name }) => (retention.lastRun ? formats.number(went.get(name) ?? 0) : '–'),
          },
          {
            key: 'acts',
            header: <span className="unseen">{formatMessage({ id: 'retention.acts' })}</span>,
            whole: true,
            cell: ({ name }) => (
              <Button
                kind="subtle"
                aria-label={formatMessage({ id: 'retention.changeOf' }, { kind: formatMessage({ id: `retention.kind.${name}` }) })}
                onClick={() => setChanged(name)}
              >
                {formatMessage({ id: 'retention.change' })}
              </Button>
            ),
          },
        ]}
      />
      {rule && (
        <DaysDialog key={`${rule.name} ${String(rule.version)}`} rule={rule} onClose={() => setChanged(null)} onRefresh={onRefresh} />
      )}
    </>
  );
}

function Days({ rule: { days, defaultDays } }: { rule: RetentionRule }) {
  const { formatMessage } = useIntl();
  return (
    <>
      {formatMessage({ id: 'retention.days' }, { days })}
      {days !== defaultDays && <small>{formatMessage({ id: 'retention.default' }, { days: defaultDays })}</small>}
    </>
  );
}
