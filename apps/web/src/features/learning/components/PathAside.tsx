import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { Button, Checkbox, Section, StatusMark } from '../../../ui/index.js';
import { FollowPathMutation, ShowOnPathMutation } from '../path-operations.js';
import { portfolioPath } from '../paths.js';
import { useHours } from '../use-hours.js';
import type { PathView } from './StepLine.js';

/** How far the reader is on a path, what completes it, and who else is on the same step. */
export function PathAside({ path }: { path: PathView }) {
  const { formatMessage } = useIntl();
  const { date } = useFormats();
  const hours = useHours();
  const href = useHref();
  const { enrolment } = path;
  const done = path.steps.filter((step) => step.done).length;
  const left = path.steps.filter((step) => !step.done && !step.gone && step.required).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  return (
    <>
      <Section title={formatMessage({ id: 'learning.path.way' })}>
        <p>
          {enrolment?.doneAt ? (
            <StatusMark status="ok">{formatMessage({ id: 'learning.path.completedOn' }, { date: date(enrolment.doneAt) })}</StatusMark>
          ) : (
            formatMessage({ id: 'learning.path.progress' }, { done, of: path.steps.length })
          )}
        </p>
        {!enrolment?.doneAt && left > 0 && <p className="meta">{formatMessage({ id: 'learning.path.left' }, { time: hours(left) })}</p>}
        <p className="meta">
          {path.rule === 'NUMBER'
            ? formatMessage({ id: 'learning.path.rule.NUMBER' }, { count: path.needed ?? 0 })
            : formatMessage({ id: 'learning.path.rule.ALL_REQUIRED' })}{' '}
          {path.minutes > 0 && formatMessage({ id: 'learning.path.counts' }, { time: hours(path.minutes) })}{' '}
          {path.certificate && formatMessage({ id: 'learning.path.gives' })}
        </p>
        {enrolment?.doneAt && (
          <p>
            <Link to={href(portfolioPath())}>{formatMessage({ id: 'learning.path.toPortfolio' })}</Link>
          </p>
        )}
      </Section>
      {enrolment && !enrolment.doneAt && <Peers path={path} shows={enrolment.showsSelf} />}
    </>
  );
}

function Peers({ path, shows }: { path: PathView; shows: boolean }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [show, showing] = useCommand(ShowOnPathMutation);
  const [follow, following] = useCommand(FollowPathMutation);
  return (
    <Section title={formatMessage({ id: 'learning.peers.title' })}>
      {path.peers.length === 0 ? (
        <p className="meta">{formatMessage({ id: 'learning.peers.none' })}</p>
      ) : (
        <ul>
          {path.peers.map((person) => (
            <li key={person.id}>
              <Link to={href(`/people/${person.handle}`)}>{person.displayName}</Link>
            </li>
          ))}
        </ul>
      )}
      <Checkbox
        label={formatMessage({ id: 'learning.peers.show' })}
        hint={formatMessage({ id: 'learning.peers.hint' })}
        checked={shows}
        onChange={({ target }) => void show({ pathId: path.id, shows: target.checked })}
      />
      <CommandProblem state={showing} />
      <p>
        <Button kind="subtle" busy={following.busy} onClick={() => void follow({ pathId: path.id, follows: false })}>
          {formatMessage({ id: 'learning.path.leave' })}
        </Button>
      </p>
    </Section>
  );
}
