import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { DataTable, Emblem, Sparkline, StatusMark, type Column } from '../../../ui/index.js';
import { networkPath } from '../../networks/paths.js';
import { reportPath } from '../../reports/paths.js';
import type { NetworkHealth } from '../county-operations.js';
import { signalStatus, STATUS, useHealthWords } from './health-words.js';

/** Networks with what their status is decided by, the status itself in the margin. `coordinators` adds who leads each. */
export function HealthTable({ networks, coordinators = false }: { networks: readonly NetworkHealth[]; coordinators?: boolean }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const { duration, why } = useHealthWords();
  const cell = (network: NetworkHealth, signal: Parameters<typeof signalStatus>[1], words: ReactNode): ReactNode =>
    words === null ? (
      '–'
    ) : (
      <StatusMark plain status={signalStatus(network, signal)}>
        {words}
      </StatusMark>
    );
  const report = (network: NetworkHealth): ReactNode => {
    if (network.report === null) return '–';
    const { submittedAt, daysLate, year, dueOn } = network.report;
    const words =
      submittedAt !== null
        ? formats.shortDate(submittedAt)
        : daysLate > 0
          ? formatMessage({ id: 'oversight.lateDays' }, { count: daysLate })
          : formatMessage({ id: 'oversight.due' }, { date: formats.shortDate(dueOn) });
    return cell(network, 'report', <Link to={href(reportPath(network, year))}>{words}</Link>);
  };
  const columns: Column<NetworkHealth>[] = [
    {
      key: 'network',
      header: formatMessage({ id: 'oversight.table.network' }),
      cell: (network) => (
        <span className="named">
          <Emblem slug={network.slug} />
          <span>
            <Link to={href(networkPath(network))} lang={network.lang}>
              {network.name}
            </Link>
            {why(network) !== '' && <small>{why(network)}</small>}
          </span>
        </span>
      ),
    },
    ...(coordinators
      ? [
          {
            key: 'coordinator',
            header: formatMessage({ id: 'oversight.table.coordinator' }),
            cell: (network: NetworkHealth) =>
              network.coordinator === null ? (
                cell(network, 'coordinator', formatMessage({ id: 'oversight.vacant' }))
              ) : (
                <>
                  {network.coordinator.displayName}
                  {network.coordinatorSince && (
                    <small>{formatMessage({ id: 'oversight.sinceDate' }, { date: formats.shortDate(network.coordinatorSince) })}</small>
                  )}
                </>
              ),
          },
        ]
      : []),
    { key: 'members', header: formatMessage({ id: 'oversight.table.members' }), cell: (network) => formats.number(network.members) },
    {
      key: 'active',
      header: formatMessage({ id: 'oversight.table.active' }),
      cell: (network) =>
        cell(network, 'participation', network.activePercent === null ? null : formats.percent(network.activePercent / 100)),
    },
    {
      key: 'reply',
      header: formatMessage({ id: 'oversight.table.reply' }),
      cell: (network) => cell(network, 'replies', network.firstReplyHours === null ? null : duration(network.firstReplyHours)),
    },
    { key: 'report', header: formatMessage({ id: 'oversight.table.report' }), cell: report },
    {
      key: 'flags',
      header: formatMessage({ id: 'oversight.table.flags' }),
      cell: (network) =>
        network.pendingFlags === 0
          ? '–'
          : formatMessage(
              { id: network.lateFlags > 0 ? 'oversight.flagsLate' : 'oversight.flags' },
              { count: network.pendingFlags, late: network.lateFlags },
            ),
    },
    {
      key: 'weeks',
      header: formatMessage({ id: 'oversight.table.weeks' }),
      whole: true,
      cell: (network) => (
        <Sparkline
          values={network.weeklyPosts}
          status={STATUS[network.overall]}
          label={formatMessage(
            { id: 'oversight.weeks' },
            {
              first: network.weeklyPosts[0] ?? 0,
              last: network.weeklyPosts.at(-1) ?? 0,
              total: network.weeklyPosts.reduce((sum, posts) => sum + posts, 0),
            },
          )}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={formatMessage({ id: 'oversight.table.caption' })}
      captionHidden
      columns={columns}
      rows={networks}
      rowKey={(network) => network.id}
      margin={(network) => (
        <StatusMark status={STATUS[network.overall]}>{formatMessage({ id: `oversight.health.${network.overall}` })}</StatusMark>
      )}
      wash={(network) => (network.overall === 'AT_RISK' && network === networks[0] ? 'danger' : undefined)}
    />
  );
}
