import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Banner, Forbidden, PageHeader, SheetRow, showToast } from '../../../ui/index.js';
import { PathForm } from '../components/PathForm.js';
import type { PathView } from '../components/StepLine.js';
import { contentOf, type PathDraft } from '../path-draft.js';
import { PathPageQuery, SavePathMutation } from '../path-operations.js';
import { learningPathPath } from '../paths.js';

/** The form of a path. */
export function Component() {
  const { path: slug = '' } = useParams();
  const query = useQuery(PathPageQuery, { variables: { slug }, fetchPolicy: 'network-only' });
  return (
    <QueryView query={query}>
      {({ learningPath }) => {
        if (!learningPath) return <NotFoundPage />;
        return learningPath.viewerCan.edit ? <EditPath path={learningPath} onRefresh={() => void query.refetch()} /> : <Forbidden />;
      }}
    </QueryView>
  );
}

const draftOf = (path: PathView): PathDraft => ({
  title: path.title,
  summary: path.summary,
  outcome: path.outcome,
  lang: path.lang,
  visibility: path.visibility,
  rule: path.rule,
  needed: path.needed === null ? '' : String(path.needed),
  hours: path.minutes === 0 ? '' : String(Math.round((path.minutes / 60) * 100) / 100),
  certificate: path.certificate,
  steps: path.steps.map((step) => ({
    key: step.id,
    id: step.id,
    kind: step.kind,
    title: step.ownTitle,
    text: step.text,
    resourceId: step.resource?.id ?? null,
    threadId: step.thread?.id ?? null,
    leads: step.resource || step.thread ? step.title : '',
    url: step.url ?? '',
    required: step.required,
    minutes: step.ownMinutes === null ? '' : String(step.ownMinutes),
  })),
});

function EditPath({ path, onRefresh }: { path: PathView; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf(path));
  const [save, state] = useCommand(SavePathMutation, {
    onDone: () => {
      showToast(formatMessage({ id: 'learning.form.saved' }));
      void navigate(href(learningPathPath(path)));
    },
  });
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'learning.path.edit' })}
        crumbs={[{ label: path.title, to: href(learningPathPath(path)) }]}
        problem={state.errors.length > 0}
      />
      {path.state === 'PUBLISHED' && <Banner>{formatMessage({ id: 'learning.form.published' })}</Banner>}
      <PathForm
        draft={draft}
        membersOnly={path.owner?.type === 'NETWORK'}
        state={state}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        onRefresh={onRefresh}
        onSubmit={() => void save({ id: path.id, expectedVersion: path.version, content: contentOf(draft) })}
      />
    </SheetRow>
  );
}
