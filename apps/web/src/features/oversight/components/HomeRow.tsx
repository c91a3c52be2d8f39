import { FLAG_REASONS, HEALTH_SIGNALS } from '@stoa/domain';
import { AlarmClock, Building2, CircleAlert, FileUp, School, UserCheck, type LucideIcon } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useCommand } from '../../../app/api/use-command.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { ButtonLink, Emblem, Icon, IconButton, MarginNote, Menu, showToast, TaskRow } from '../../../ui/index.js';
import { SnoozeHomeItemMutation, type HomeItem } from '../home-operations.js';
import styles from './Home.module.css';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const ICONS: Partial<Record<HomeItem['kind'], LucideIcon>> = {
  AFFILIATION: School,
  CONFIRM_AFFILIATIONS: UserCheck,
  APPOINTMENTS_END: UserCheck,
  FAILED_IMPORT: FileUp,
  DEAD_LETTERS: CircleAlert,
};

/** One thing that needs the person: when in the margin, what in words, and the verb. */
export function HomeRow({ item, asOf, leads }: { item: HomeItem; asOf: string; leads: boolean }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const words = {
    count: item.count,
    of: item.of ?? 0,
    year: item.year ?? '',
    name: item.context?.name ?? '',
    names: formats.list(item.names),
    reasons: formats.list([
      ...FLAG_REASONS.filter((reason) => item.reasons.includes(reason)).map((reason) => formatMessage({ id: `oversight.flag.${reason}` })),
      ...HEALTH_SIGNALS.filter((signal) => item.reasons.includes(signal)).map((signal) =>
        formatMessage({ id: `oversight.risk.${signal}` }),
      ),
    ]),
  };
  const to = href(item.path);
  const detail = formatMessage({ id: `oversight.item.${item.kind}.detail` }, words);
  return (
    <TaskRow
      margin={<HomeMargin item={item} asOf={asOf} />}
      mark={item.context?.emblem ? <Emblem slug={item.context.emblem} /> : <Icon of={ICONS[item.kind] ?? Building2} />}
      title={item.title ?? formatMessage({ id: `oversight.item.${item.kind}.title` }, words)}
      {...(item.title !== null && item.lang !== null && { lang: item.lang })}
      to={to}
      detail={
        <>
          {item.context && (
            <>
              <span lang={item.context.lang}>{item.context.name}</span>
              {detail !== '' && ' · '}
            </>
          )}
          {detail}
        </>
      }
      actions={
        <>
          <Snooze item={item} />
          <ButtonLink kind={leads ? 'primary' : 'outlined'} to={to}>
            {formatMessage({ id: `oversight.item.${item.kind}.verb` })}
          </ButtonLink>
        </>
      }
    />
  );
}

/** When it is due or since when it waits; lateness in words. */
function HomeMargin({ item, asOf }: { item: HomeItem; asOf: string }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const waiting =
    item.since === null ? null : formatMessage({ id: `oversight.since.${item.kind}` }, { date: formats.shortDate(item.since) });
  if (item.dueAt === null) {
    if (item.since === null) return <div className="margin-note" />;
    return <MarginNote strong={formats.shortDate(item.since)}>{formatMessage({ id: `oversight.waits.${item.kind}` })}</MarginNote>;
  }
  const due = new Date(item.dueAt);
  // A day that ends at midnight is named by itself, not by the day after it.
  const dueDay = new Date(due.getTime() - 1);
  const below = waiting ?? formatMessage({ id: 'oversight.due' }, { date: formats.shortDate(dueDay) });
  if (item.group === 'OVERDUE') {
    const late = Date.parse(asOf) - due.getTime();
    const strong =
      late < DAY
        ? formatMessage({ id: 'oversight.lateHours' }, { count: Math.max(1, Math.floor(late / HOUR)) })
        : formatMessage({ id: 'oversight.lateDays' }, { count: Math.ceil(late / DAY) });
    return (
      <MarginNote tone="danger" strong={strong}>
        {below}
      </MarginNote>
    );
  }
  const strong = item.group === 'TODAY' ? formatMessage({ id: 'oversight.by' }, { time: formats.time(due) }) : formats.weekdayDate(dueDay);
  return <MarginNote strong={strong}>{below}</MarginNote>;
}

function Snooze({ item }: { item: HomeItem }) {
  const { formatMessage } = useIntl();
  const [snooze, state] = useCommand(SnoozeHomeItemMutation, { refetch: ['HomePageQuery'] });
  const until = (when: 'TOMORROW' | 'NEXT_WEEK') => {
    void snooze({ key: item.key, until: when }).then(({ done }) => {
      if (done)
        showToast(formatMessage({ id: `oversight.snooze.done.${when}` }), { undo: () => void snooze({ key: item.key, until: null }) });
      else showToast(formatMessage({ id: 'oversight.snooze.failed' }));
    });
  };
  return (
    <span className={styles['snooze']}>
      <Menu
        entries={[
          { key: 'tomorrow', label: formatMessage({ id: 'oversight.snooze.TOMORROW' }), onSelect: () => until('TOMORROW') },
          { key: 'week', label: formatMessage({ id: 'oversight.snooze.NEXT_WEEK' }), onSelect: () => until('NEXT_WEEK') },
        ]}
        button={(properties) => (
          <IconButton {...properties} icon={AlarmClock} disabled={state.busy} label={formatMessage({ id: 'oversight.snooze' })} />
        )}
      />
    </span>
  );
}
