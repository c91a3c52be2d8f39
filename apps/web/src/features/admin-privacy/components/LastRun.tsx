import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { personPath } from '../../accounts/paths.js';
import type { RetentionState } from '../retention-operations.js';

/** When what was past its time went last, and who had it go. */
export function LastRun({ run }: { run: RetentionState['lastRun'] }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  if (!run) return formatMessage({ id: 'retention.last.never' });
  const words = { date: formats.dateTime(run.finishedAt ?? run.askedAt), count: run.removed.reduce((sum, { rows }) => sum + rows, 0) };
  if (!run.askedBy) return formatMessage({ id: 'retention.last.nightly' }, words);
  const by = run.askedBy;
  return formatMessage(
    { id: 'retention.last.by' },
    {
      ...words,
      who: (
        <Link key={by.id} to={href(personPath(by))}>
          {by.displayName}
        </Link>
      ),
    },
  );
}
