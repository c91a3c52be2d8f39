import { useIntl } from 'react-intl';

/** Words for what the log says was done; undefined for an act that has none yet and goes by its code. */
export function useActWords(): (act: string) => string | undefined {
  const { formatMessage, messages } = useIntl();
  return (act) => (messages[`audit.act.${act}`] === undefined ? undefined : formatMessage({ id: `audit.act.${act}` }));
}
