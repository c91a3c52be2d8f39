import { useIntl } from 'react-intl';
import { StatusMark, type Status } from '../../../ui/index.js';
import type { Report } from '../report-operations.js';

const STATUS: Record<Report['state'], Status> = {
  DRAFT: 'none',
  PRESENTED: 'warn',
  SUBMITTED: 'warn',
  APPROVED: 'ok',
  PUBLISHED: 'ok',
  RETURNED: 'danger',
};

/** Where a report stands, in shape, word and colour; null: not begun. */
export function ReportStateMark({ state }: { state: Report['state'] | null }) {
  const { formatMessage } = useIntl();
  if (!state) return <StatusMark status="none">{formatMessage({ id: 'reports.state.none' })}</StatusMark>;
  return <StatusMark status={STATUS[state]}>{formatMessage({ id: `reports.state.${state}` })}</StatusMark>;
}
