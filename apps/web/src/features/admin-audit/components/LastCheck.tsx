import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/index.js';
import { StatusMark } from '../../../ui/index.js';
import type { AuditFacets } from '../audit-operations.js';

/** What the latest check of the whole log found; nothing until that is known. */
export function LastCheck({ check }: { check: AuditFacets['lastCheck'] | undefined }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  if (check === undefined) return null;
  if (check === null) return formatMessage({ id: 'audit.check.never' });
  const words = { date: formats.dateTime(check.at), count: check.rows };
  return (
    <StatusMark status={check.whole ? 'ok' : 'danger'}>
      {check.whole ? formatMessage({ id: 'audit.check.whole' }, words) : formatMessage({ id: 'audit.check.broken' }, words)}
    </StatusMark>
  );
}
