import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Button, DataTable, HeatTable, Section } from '../../../ui/index.js';
import type { NetworkHealth, Overview } from '../county-operations.js';
import styles from './County.module.css';

const QUIET_MONTHS = 3;
const BUSY = 10;

/** The month after which a network fell silent for good: all later ones, three at least, stay under half of its busiest. */
export function quietAfter(posts: readonly number[]): number | null {
  const top = Math.max(...posts, 0);
  const last = posts.findLastIndex((month) => month * 2 >= top);
  return top >= BUSY && posts.length - 1 - last >= QUIET_MONTHS ? last : null;
}

/** When each network was alive: posts by month, as a heat map with numbers or as a plain table. */
export function ActivityHeat({ overview }: { overview: Overview }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const [plain, setPlain] = useState(false);
  const { networks, months } = overview;
  const noon = (month: string): string => `${month}T12:00:00`;
  const quiet = networks
    .map((network) => ({ network, month: quietAfter(network.monthlyPosts) }))
    .find(({ network, month }) => month !== null && network.overall !== 'ON_TRACK');
  const quietMonth = months[quiet?.month ?? 0];
  const title =
    quiet === undefined || quietMonth === undefined
      ? formatMessage({ id: 'oversight.heat.title' })
      : formatMessage(
          { id: 'oversight.heat.quiet' },
          {
            month: formats.month(noon(quietMonth)),
            name: (
              <span key="name" lang={quiet.network.lang}>
                {quiet.network.name}
              </span>
            ),
          },
        );
  const before = (network: NetworkHealth, index: number): boolean => (months[index + 1] ?? '9') <= network.createdOn;
  return (
    <Section
      title={title}
      end={
        <Button kind="quiet" onClick={() => setPlain(!plain)}>
          {formatMessage({ id: plain ? 'oversight.heat.asMap' : 'oversight.heat.asTable' })}
        </Button>
      }
    >
      <p className="meta">{formatMessage({ id: 'oversight.heat.lead' })}</p>
      {plain ? (
        <DataTable
          compact
          caption={formatMessage({ id: 'oversight.heat.lead' })}
          captionHidden
          rows={networks}
          rowKey={(network) => network.id}
          columns={[
            {
              key: 'name',
              header: formatMessage({ id: 'oversight.table.network' }),
              cell: (network) => <span lang={network.lang}>{network.name}</span>,
            },
            ...months.map((month, index) => ({
              key: month,
              number: true,
              header: formats.shortMonth(noon(month)),
              cell: (network: NetworkHealth) => (before(network, index) ? '–' : formats.number(network.monthlyPosts[index] ?? 0)),
            })),
          ]}
        />
      ) : (
        <div className={styles['heat']}>
          <HeatTable
            caption={formatMessage({ id: 'oversight.heat.lead' })}
            columns={months.map((month, index) => ({
              key: month,
              label: formats.shortMonth(noon(month)),
              now: index === months.length - 1,
            }))}
            rows={networks.map((network) => ({
              key: network.id,
              label: <span lang={network.lang}>{network.name}</span>,
              values: network.monthlyPosts.map((posts, index) => (before(network, index) ? null : posts)),
            }))}
          />
        </div>
      )}
    </Section>
  );
}
