import { useIntl } from 'react-intl';
import { useFormats, useHref } from '../../../app/i18n/index.js';
import { Button, MarginNote, StatusMark, TaskRow } from '../../../ui/index.js';
import { personPath } from '../../accounts/paths.js';
import type { CorrectionRequest } from '../correction-operations.js';

/** One request: by when it is to be answered, who asks, what is wrong and right; and the answer where there is one. */
export function CorrectionRow({ request, onDecide }: { request: CorrectionRequest; onDecide: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const { person, subject, wrong, correct, answer, state, requestedAt, viewerCan, decidedBy } = request;
  return (
    <TaskRow
      margin={<Due request={request} />}
      title={person.displayName}
      to={href(personPath(person))}
      detail={
        <>
          <p>{formatMessage({ id: `corrections.subject.${subject}` })}</p>
          <p>
            {formatMessage({ id: 'corrections.wrong' })}: {wrong}
          </p>
          <p>
            {formatMessage({ id: 'corrections.correct' })}: {correct}
          </p>
          {answer && (
            <p>
              {formatMessage({ id: 'corrections.answer' })}: {answer}
            </p>
          )}
          <p className="meta">
            {formatMessage({ id: 'corrections.asked' }, { date: formats.date(requestedAt) })}
            {decidedBy && ` ${formatMessage({ id: 'corrections.by' }, { name: decidedBy.displayName })}`}
          </p>
        </>
      }
      actions={
        viewerCan.decide ? (
          <Button onClick={onDecide} aria-label={formatMessage({ id: 'corrections.decideOf' }, { name: person.displayName })}>
            {formatMessage({ id: 'corrections.decide' })}
          </Button>
        ) : (
          state === 'OPEN' && <span className="muted">{formatMessage({ id: 'corrections.own' })}</span>
        )
      }
    />
  );
}

function Due({ request: { state, dueAt, isLate, decidedAt } }: { request: CorrectionRequest }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  if (state !== 'OPEN')
    return (
      <MarginNote
        strong={<StatusMark status={state === 'DONE' ? 'ok' : 'warn'}>{formatMessage({ id: `corrections.state.${state}` })}</StatusMark>}
      >
        {decidedAt && formats.shortDate(decidedAt)}
      </MarginNote>
    );
  return (
    <MarginNote strong={formats.shortDate(dueAt)} tone={isLate ? 'danger' : undefined}>
      {formatMessage({ id: isLate ? 'corrections.late' : 'corrections.due' })}
    </MarginNote>
  );
}
