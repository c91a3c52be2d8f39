import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { QueryView } from '../../../app/QueryView.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { Datum, EmptyState, PageHeader, Section, SheetRow } from '../../../ui/index.js';
import { HomeRow } from '../components/HomeRow.js';
import styles from '../components/Home.module.css';
import { HomeStrip } from '../components/HomeStrip.js';
import { NewsList } from '../components/NewsList.js';
import { HomePageQuery, VisitHomeMutation, type Home, type HomeItem } from '../home-operations.js';

const GROUPS = ['OVERDUE', 'TODAY', 'THIS_WEEK'] as const;

/** What needs the signed-in person today. */
export function Component() {
  const query = useQuery(HomePageQuery, { fetchPolicy: 'cache-and-network' });
  const [visit] = useMutation(VisitHomeMutation, { errorPolicy: 'all' });
  const visited = useRef(false);
  const answered = query.data !== undefined;
  useEffect(() => {
    // Only what was shown counts as seen. A visit that could not be noted shows the same news once more; nothing else is lost.
    if (!answered || visited.current) return;
    visited.current = true;
    visit().catch(() => undefined);
  }, [answered, visit]);
  return <QueryView query={query}>{({ home }) => <HomeView home={home} />}</QueryView>;
}

function HomeView({ home }: { home: Home }) {
  const { formatMessage } = useIntl();
  const late = home.items.filter(({ group }) => group === 'OVERDUE').length;
  const things = formatMessage({ id: 'oversight.home.things' }, { count: home.items.length });
  const title =
    late === 0
      ? things
      : formatMessage(
          { id: 'oversight.home.thingsAndLate' },
          { things, late: formatMessage({ id: 'oversight.home.late' }, { count: late }) },
        );
  const sinceTitle = useSinceTitle(home);
  const groups = GROUPS.map((group) => ({ group, items: home.items.filter((item) => item.group === group) })).filter(
    ({ items }) => items.length > 0,
  );
  return (
    <>
      <SheetRow margin={<Today day={home.today} />}>
        <PageHeader title={title} lead={<Lead home={home} />} />
        {home.lanes.length > 0 && <HomeStrip home={home} />}
      </SheetRow>
      <SheetRow
        aside={
          home.news.length > 0 && (
            <Section title={sinceTitle}>
              <NewsList news={home.news} />
            </Section>
          )
        }
      >
        {groups.length === 0 ? (
          <EmptyState title={formatMessage({ id: 'oversight.home.empty' })}>{formatMessage({ id: 'oversight.home.emptyHint' })}</EmptyState>
        ) : (
          groups.map(({ group, items }, index) => <HomeGroup key={group} group={group} items={items} leads={index === 0} home={home} />)
        )}
      </SheetRow>
    </>
  );
}

function HomeGroup({ group, items, leads, home }: { group: HomeItem['group']; items: readonly HomeItem[]; leads: boolean; home: Home }) {
  const { formatMessage } = useIntl();
  return (
    <Section title={formatMessage({ id: `oversight.home.group.${group}` })} count={items.length}>
      <ul>
        {items.map((item, index) => (
          <HomeRow key={item.key} item={item} asOf={home.asOf} leads={leads && index === 0} />
        ))}
      </ul>
    </Section>
  );
}

/** The day in the country, whatever the reader's clocks say. */
function Today({ day }: { day: string }) {
  const formats = useFormats();
  const noon = `${day}T12:00:00`;
  return (
    <div className={styles['today']}>
      <Datum above={formats.weekday(noon)} day={formats.day(noon)} below={formats.month(noon)} />
    </div>
  );
}

function Lead({ home }: { home: Home }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const monday = weekOf(home.today);
  const active = home.lanes.filter(({ weeks }) => weeks.at(-1) === monday).length;
  const parts = [
    home.lanes.length > 0
      ? formatMessage({ id: active === 0 ? 'oversight.home.quiet' : 'oversight.home.active' }, { total: home.lanes.length, active })
      : '',
    home.snoozed > 0 ? formatMessage({ id: 'oversight.home.snoozed' }, { count: home.snoozed }) : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : formatMessage({ id: 'oversight.asOf' }, { time: formats.dateTime(home.asOf) });
}

const DAY = 86_400_000;

/** The last visit: its weekday while that is unmistakable, else its date. */
function useSinceTitle({ since, asOf }: Home): string {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const isRecent = Date.parse(asOf) - Date.parse(since) < 6 * DAY;
  return isRecent
    ? formatMessage({ id: 'oversight.home.since' }, { weekday: formats.weekday(since), time: formats.time(since) })
    : formatMessage({ id: 'oversight.home.sinceDate' }, { date: formats.shortDate(since) });
}

/** The Monday of a day's week. */
function weekOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}
