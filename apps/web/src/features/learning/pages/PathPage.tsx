import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Banner, Button, ButtonLink, EmptyState, PageHeader, Section, SheetRow } from '../../../ui/index.js';
import { PathActs } from '../components/PathActs.js';
import { PathAside } from '../components/PathAside.js';
import { PathCertificates } from '../components/PathCertificates.js';
import { StepLine, type PathView } from '../components/StepLine.js';
import styles from '../components/StepLine.module.css';
import { FollowPathMutation, PathPageQuery } from '../path-operations.js';
import { learningPathsPath, pathStepPath } from '../paths.js';

/** A learning path: where it leads, its steps, how far the reader is. */
export function Component() {
  const { path: slug = '' } = useParams();
  const query = useQuery(PathPageQuery, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  return <QueryView query={query}>{({ learningPath }) => (learningPath ? <Path path={learningPath} /> : <NotFoundPage />)}</QueryView>;
}

function Path({ path }: { path: PathView }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const [follow, state] = useCommand(FollowPathMutation);
  const next = path.steps.findIndex((step) => !step.done && !step.closed && !step.gone);
  return (
    <SheetRow aside={<PathAside path={path} />}>
      <PageHeader
        title={path.title}
        lang={path.lang}
        crumbs={[{ label: formatMessage({ id: 'learning.paths.title' }), to: href(learningPathsPath()) }]}
        lead={path.outcome ? <span lang={path.lang}>{path.outcome}</span> : undefined}
        meta={
          path.owner && (
            <span>
              {formatMessage({ id: 'learning.path.by' })} <span lang={path.owner.lang}>{path.owner.name}</span>
              {path.completionsCount > 0 && <> · {formatMessage({ id: 'learning.path.completions' }, { count: path.completionsCount })}</>}
            </span>
          )
        }
        actions={
          <>
            {path.enrolment && !path.enrolment.doneAt && next >= 0 && (
              <ButtonLink kind="primary" to={href(pathStepPath(path, next + 1))}>
                {formatMessage({ id: 'learning.path.next' })}
              </ButtonLink>
            )}
            {!path.enrolment && path.viewerCan.enrol && (
              <Button kind="primary" busy={state.busy} onClick={() => void follow({ pathId: path.id, follows: true })}>
                {formatMessage({ id: 'learning.path.follow' })}
              </Button>
            )}
          </>
        }
      />
      <CommandProblem state={state} />
      {path.state !== 'PUBLISHED' && (
        <Banner tone="warn">
          {formatMessage({ id: path.awaitsReview ? 'learning.path.awaits' : `learning.path.state.${path.state}` })}
        </Banner>
      )}
      {path.remarks && (
        <Banner tone="warn">
          {formatMessage({ id: 'learning.path.returned' })} <span lang={path.lang}>{path.remarks}</span>
        </Banner>
      )}
      <PathActs path={path} />
      {path.summary && (
        <p className={`prose ${styles.summary ?? ''}`} lang={path.lang}>
          {path.summary}
        </p>
      )}
      <Section title={formatMessage({ id: 'learning.path.stepsTitle' })} count={path.steps.length}>
        {path.steps.length === 0 ? (
          <EmptyState title={formatMessage({ id: 'learning.path.noSteps' })}>
            {formatMessage({ id: 'learning.path.noStepsHint' })}
          </EmptyState>
        ) : (
          <StepLine path={path} />
        )}
      </Section>
      {path.viewerCan.certificates && path.certificate && <PathCertificates slug={path.slug} />}
    </SheetRow>
  );
}
