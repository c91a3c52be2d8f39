import { useIntl } from 'react-intl';

/** Minutes as people say them: "45 min", "12 h", "1.5 h". */
export function useHours(): (minutes: number) => string {
  const { formatMessage } = useIntl();
  return (minutes) =>
    minutes < 60
      ? formatMessage({ id: 'learning.minutes' }, { minutes })
      : formatMessage({ id: 'learning.hours' }, { hours: Math.round(minutes / 15) / 4 });
}
