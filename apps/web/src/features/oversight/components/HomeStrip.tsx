import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { YearStrip } from '../../../ui/index.js';
import type { Home } from '../home-operations.js';

const DAY = 86_400_000;
const MONTHS = 10;

/** The running school year from September to June: a filled dot for each week in which members of a network wrote. */
export function HomeStrip({ home }: { home: Home }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const first = Number(home.year.slice(0, 4));
  const start = Date.UTC(first, 8, 1);
  const end = Date.UTC(first + 1, 6, 1);
  const at = (day: string, plus = 0): number => (Date.parse(`${day}T00:00:00Z`) + plus * DAY - start) / (end - start);
  const now = at(home.today, 0.5);
  return (
    <YearStrip
      label={formatMessage({ id: 'oversight.home.strip' }, { year: home.year })}
      months={Array.from({ length: MONTHS }, (_, month) => formats.shortMonth(new Date(first, 8 + month, 15)))}
      now={now <= 1 ? now : null}
      lanes={home.lanes.map((lane) => ({
        key: lane.slug,
        name: lane.name,
        lang: lane.lang,
        summary: formatMessage({ id: 'oversight.home.lane' }, { count: lane.weeks.length }),
        points: lane.weeks
          .map((week) => ({ at: at(week, 3), held: true }))
          .filter((point) => point.at > 0.01 && point.at < Math.min(now, 0.99)),
      }))}
    />
  );
}
