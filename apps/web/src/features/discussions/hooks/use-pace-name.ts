import { useIntl } from 'react-intl';

const minute = 60;
const hour = 3600;

/** Says a time between two posts in whole minutes or hours. */
export function usePaceName(): (seconds: number) => string {
  const { formatMessage } = useIntl();
  return (seconds) =>
    seconds < hour
      ? formatMessage({ id: 'discussions.slow.minutes' }, { count: Math.max(1, Math.round(seconds / minute)) })
      : formatMessage({ id: 'discussions.slow.hours' }, { count: Math.round(seconds / hour) });
}
