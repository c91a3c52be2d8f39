import { useIntl } from 'react-intl';
import type { FragmentOf } from '../../../app/api/graphql.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { StatusMark, TaskRow } from '../../../ui/index.js';
import type { PathRow_path } from '../path-operations.js';
import { learningPathPath } from '../paths.js';
import { useHours } from '../use-hours.js';

/** A path in a list: what it leads to, how long it takes, how far the reader is. */
export function PathRow({ path }: { path: FragmentOf<typeof PathRow_path> }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const hours = useHours();
  const done = path.steps.filter((step) => step.done).length;
  const facts = [
    path.minutes > 0 ? hours(path.minutes) : null,
    formatMessage({ id: 'learning.path.steps' }, { count: path.steps.length }),
    path.certificate ? formatMessage({ id: 'learning.path.certificate' }) : null,
  ].filter((fact) => fact !== null);
  return (
    <TaskRow
      title={path.title}
      to={href(learningPathPath(path))}
      lang={path.lang}
      detail={
        <>
          {path.outcome && <span lang={path.lang}>{path.outcome} </span>}
          {facts.join(' · ')}
          {path.owner && (
            <>
              {' · '}
              <span lang={path.owner.lang}>{path.owner.name}</span>
            </>
          )}
        </>
      }
      actions={
        path.enrolment?.doneAt ? (
          <StatusMark status="ok">{formatMessage({ id: 'learning.path.completed' })}</StatusMark>
        ) : path.state !== 'PUBLISHED' ? (
          <span className="meta">
            {formatMessage({ id: path.awaitsReview ? 'learning.path.awaits' : `learning.path.state.${path.state}` })}
          </span>
        ) : path.enrolment ? (
          <span className="meta">{formatMessage({ id: 'learning.path.progress' }, { done, of: path.steps.length })}</span>
        ) : undefined
      }
    />
  );
}
