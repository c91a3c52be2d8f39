import { useIntl } from 'react-intl';
import { Banner } from '../ui/Sheet.js';
import { Button } from '../ui/Button.js';
import { useFormats } from './i18n/use-formats.js';
import type { CommandState } from './api/use-command.js';

/** What stopped a command beyond the form's own errors, above its buttons. `onRefresh` reads the record again after a conflict. */
export function CommandProblem({ state, onRefresh }: { state: CommandState; onRefresh?: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const { problem, reset } = state;
  if (!problem) return null;
  const texts: Record<typeof problem.kind, string> = {
    conflict: problem.decided
      ? formatMessage(
          { id: 'app.problem.decided' },
          {
            name: problem.decided.by,
            time: formats.time(problem.decided.at),
            what: formatMessage({ id: `moderation.kind.${problem.decided.kind}` }),
          },
        )
      : formatMessage({ id: 'app.problem.conflict' }),
    offline: formatMessage({ id: 'app.problem.offline' }),
    forbidden: formatMessage({ id: 'app.problem.forbidden' }),
    notFound: formatMessage({ id: 'app.problem.notFound' }),
    rateLimited: problem.until
      ? formatMessage({ id: 'app.problem.rateLimitedUntil' }, { time: formats.dateTime(problem.until) })
      : formatMessage({ id: 'app.problem.rateLimited' }),
    unproved: formatMessage({ id: 'app.problem.unproved' }),
    unagreed: formatMessage({ id: 'app.problem.unagreed' }),
    unauthenticated: formatMessage({ id: 'app.problem.unauthenticated' }),
    refused: formatMessage({ id: 'app.problem.refused' }),
    fault: formatMessage({ id: 'app.problem.fault' }),
  };
  const refresh = problem.kind === 'conflict' && onRefresh;
  return (
    <Banner
      tone="danger"
      announce
      actions={
        refresh ? (
          <Button
            onClick={() => {
              reset();
              refresh();
            }}
          >
            {formatMessage({ id: 'app.refresh' })}
          </Button>
        ) : undefined
      }
    >
      {texts[problem.kind]}{' '}
      {problem.reference && <span className="meta">{formatMessage({ id: 'ui.error.reference' }, { reference: problem.reference })}</span>}
    </Banner>
  );
}
