import { Clock } from 'lucide-react';
import { useIntl } from 'react-intl';
import { graphql, type FragmentOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import styles from './Directory.module.css';

export const OpenNow_now = graphql(`
  fragment OpenNow_now on OpenNow {
    state
    until
    opensOn
    opensAt
    closedToday
  }
`);

/** "Open today until 15:00", "Opens Thu 26 Nov at 09:00"; nothing where no hours are known. */
export function OpenNow({ now }: { now: FragmentOf<typeof OpenNow_now> }) {
  const { formatMessage } = useIntl();
  const { weekdayDate } = useFormats();
  if (now.state === 'UNKNOWN') return null;
  const words =
    now.state === 'OPEN'
      ? formatMessage({ id: 'directory.open.until' }, { time: now.until ?? '' })
      : now.closedToday || now.opensOn === null
        ? formatMessage({ id: 'directory.open.closedToday' }, { day: now.opensOn ? weekdayDate(now.opensOn) : '', time: now.opensAt ?? '' })
        : formatMessage({ id: 'directory.open.opens' }, { day: weekdayDate(now.opensOn), time: now.opensAt ?? '' });
  return (
    <span className={styles['now']}>
      <Clock aria-hidden size={18} /> {words}
    </span>
  );
}
