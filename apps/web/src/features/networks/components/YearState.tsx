import { useIntl } from 'react-intl';
import { StatusMark, type Status } from '../../../ui/index.js';

const marks = { PROPOSED: 'none', RECRUITING: 'warn', ACTIVE: 'ok', CONCLUDED: 'none' } as const satisfies Record<string, Status>;

/** Where a network's school year stands. Recruiting is what asks for attention. */
export function YearState({ year }: { year: { year: string; state: keyof typeof marks } | null }) {
  const { formatMessage } = useIntl();
  if (!year) return null;
  return <StatusMark status={marks[year.state]}>{formatMessage({ id: `networks.state.${year.state}` })}</StatusMark>;
}
