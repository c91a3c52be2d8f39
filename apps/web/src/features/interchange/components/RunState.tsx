import { useIntl } from 'react-intl';
import { useFormats } from '../../../app/i18n/use-formats.js';
import type { HarvestRun } from '../source-operations.js';

/** What became of a run, or how far it is. */
export function RunState({ run }: { run: HarvestRun | null }) {
  const { formatMessage } = useIntl();
  const { number } = useFormats();
  if (!run) return formatMessage({ id: 'interchange.state.none' });
  if (run.state === 'RUNNING')
    return run.expected === null
      ? formatMessage({ id: 'interchange.progress' }, { seen: number(run.seen) })
      : formatMessage({ id: 'interchange.progressOf' }, { seen: number(run.seen), expected: number(run.expected) });
  if (run.state === 'FAILED' && run.errorCode)
    return [formatMessage({ id: `interchange.error.${run.errorCode}` }), run.errorDetail].filter((part) => part !== '').join(' ');
  return formatMessage({ id: `interchange.state.${run.state}` });
}
