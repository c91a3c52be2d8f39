import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Banner, Button, ButtonLink, EmptyState, PageHeader, Section, SheetRow, StatusMark } from '../../../ui/index.js';
import { resourcePath } from '../../library/paths.js';
import { PathAside } from '../components/PathAside.js';
import { StepLine, useStepTitle, type PathView, type Step } from '../components/StepLine.js';
import styles from '../components/StepLine.module.css';
import { FollowPathMutation, MarkStepMutation, PathPageQuery } from '../path-operations.js';
import { learningPathPath, pathStepPath } from '../paths.js';

/** One step of a path: what it asks for and where it leads, with the line of all steps beside it. */
export function Component() {
  const { path: slug = '', step = '' } = useParams();
  const query = useQuery(PathPageQuery, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  const no = Number(step);
  return (
    <QueryView query={query}>
      {({ learningPath }) => {
        const found = learningPath?.steps[no - 1];
        return learningPath && found ? <StepView path={learningPath} step={found} no={no} /> : <NotFoundPage />;
      }}
    </QueryView>
  );
}

function StepView({ path, step, no }: { path: PathView; step: Step; no: number }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const titleOf = useStepTitle();
  const count = path.steps.length;
  return (
    <SheetRow aside={<PathAside path={path} />}>
      <PageHeader
        title={titleOf(step)}
        lang={step.closed ? undefined : step.lang}
        crumbs={[{ label: path.title, to: href(learningPathPath(path)) }]}
        meta={
          <>
            {formatMessage({ id: 'learning.step.of' }, { no, count })} · {formatMessage({ id: `learning.step.kind.${step.kind}` })} ·{' '}
            {formatMessage({ id: step.required ? 'learning.step.required' : 'learning.step.optional' })}
          </>
        }
      />
      {step.done && (
        <p>
          <StatusMark status="ok">{formatMessage({ id: 'learning.step.done' })}</StatusMark>
        </p>
      )}
      {step.gone && <Banner tone="warn">{formatMessage({ id: 'learning.step.goneLead' })}</Banner>}
      {step.closed && !step.gone ? (
        <EmptyState title={formatMessage({ id: 'learning.step.closed' })}>{formatMessage({ id: 'learning.step.closedHint' })}</EmptyState>
      ) : (
        <>
          {step.text && (
            <p className="prose" lang={path.lang}>
              {step.text}
            </p>
          )}
          {step.resource?.outcome && (
            <p className="lead" lang={step.lang}>
              {step.resource.outcome}
            </p>
          )}
          <StepAct path={path} step={step} />
        </>
      )}
      <nav className={`button-row ${styles.acts ?? ''}`} aria-label={formatMessage({ id: 'learning.step.nav' })}>
        {no > 1 && <ButtonLink to={href(pathStepPath(path, no - 1))}>{formatMessage({ id: 'learning.step.before' })}</ButtonLink>}
        {no < count && <ButtonLink to={href(pathStepPath(path, no + 1))}>{formatMessage({ id: 'learning.step.after' })}</ButtonLink>}
      </nav>
      <Section title={formatMessage({ id: 'learning.path.stepsTitle' })} count={count}>
        <StepLine path={path} current={no} />
      </Section>
    </SheetRow>
  );
}

/** What the reader does at a step: open what it leads to, or say that a task is done. */
function StepAct({ path, step }: { path: PathView; step: Step }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [follow, following] = useCommand(FollowPathMutation);
  const [mark, marking] = useCommand(MarkStepMutation);
  if (!path.enrolment && path.viewerCan.enrol)
    return (
      <>
        <p className="muted">{formatMessage({ id: 'learning.step.followFirst' })}</p>
        <div className={`button-row ${styles.acts ?? ''}`}>
          <Button kind="primary" busy={following.busy} onClick={() => void follow({ pathId: path.id, follows: true })}>
            {formatMessage({ id: 'learning.path.follow' })}
          </Button>
          <Open step={step} href={href} kind="outlined" />
        </div>
        <CommandProblem state={following} />
      </>
    );
  return (
    <>
      <div className={`button-row ${styles.acts ?? ''}`}>
        <Open step={step} href={href} kind={step.kind === 'TASK' || step.done ? 'outlined' : 'primary'} />
        {step.kind === 'TASK' && path.enrolment && (
          <Button
            kind={step.done ? 'quiet' : 'primary'}
            busy={marking.busy}
            onClick={() => void mark({ stepId: step.id, done: !step.done })}
          >
            {formatMessage({ id: step.done ? 'learning.step.undo' : 'learning.step.mark' })}
          </Button>
        )}
      </div>
      <CommandProblem state={marking} />
      {step.kind !== 'TASK' && !step.done && <p className="meta">{formatMessage({ id: `learning.step.how.${step.kind}` })}</p>}
    </>
  );
}

function Open({ step, href, kind }: { step: Step; href: (path: string) => string; kind: 'primary' | 'outlined' }) {
  const { formatMessage } = useIntl();
  if (step.resource)
    return (
      <ButtonLink kind={kind} to={`${href(resourcePath(step.resource))}${step.kind === 'QUIZ' ? '#quiz' : ''}`}>
        {formatMessage({ id: step.kind === 'QUIZ' ? 'learning.step.openQuiz' : 'learning.step.openResource' })}
      </ButtonLink>
    );
  if (step.thread)
    return (
      <ButtonLink kind={kind} to={href(step.thread.path)}>
        {formatMessage({ id: 'learning.step.openThread' })}
      </ButtonLink>
    );
  return step.url ? (
    <a className="button" href={step.url} target="_blank" rel="noreferrer">
      {formatMessage({ id: 'learning.step.openTask' })}
    </a>
  ) : null;
}
