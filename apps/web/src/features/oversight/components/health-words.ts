import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import type { Status } from '../../../ui/index.js';
import type { NetworkHealth } from '../county-operations.js';

/** The shape of a health. */
export const STATUS = { AT_RISK: 'danger', WATCH: 'warn', ON_TRACK: 'ok', NO_DATA: 'none' } as const satisfies Record<
  NetworkHealth['overall'],
  Status
>;

/** The shape of one signal of a network. */
export function signalStatus(network: Pick<NetworkHealth, 'signals'>, signal: NetworkHealth['signals'][number]['signal']): Status {
  return STATUS[network.signals.find((each) => each.signal === signal)?.health ?? 'NO_DATA'];
}

/** Words about a network's health. */
export interface HealthWords {
  /** Hours as "9 h" or "5 d 2 h". */
  duration: (hours: number) => string;
  /** Why a network stands as it does, in a few words; empty where all is well. */
  why: (network: NetworkHealth) => string;
}

/** Words about health in the reader's language. */
export function useHealthWords(): HealthWords {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const duration = (hours: number): string => {
    const whole = Math.round(hours);
    if (whole < 24) return formatMessage({ id: 'oversight.hours' }, { hours: whole });
    return formatMessage({ id: 'oversight.daysHours' }, { days: Math.floor(whole / 24), hours: whole % 24 });
  };
  const why = (network: NetworkHealth): string => {
    if (network.vacantSince !== null && network.overall !== 'NO_DATA')
      return formatMessage({ id: 'oversight.why.vacant' }, { date: formats.shortDate(network.vacantSince) });
    if (network.overall === 'NO_DATA') return formatMessage({ id: 'oversight.why.new' }, { date: formats.shortDate(network.createdOn) });
    const bad = network.signals.filter(({ health }) => health === 'AT_RISK' || (network.overall === 'WATCH' && health === 'WATCH'));
    return formats.list(bad.map(({ signal }) => formatMessage({ id: `oversight.risk.${signal}` })));
  };
  return { duration, why };
}
