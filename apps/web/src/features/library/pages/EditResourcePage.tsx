import { useQuery } from '@apollo/client/react';
import { LENGTHS } from '@stoa/domain';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import {
  Banner,
  Button,
  ButtonLink,
  Forbidden,
  FormErrorSummary,
  PageHeader,
  Section,
  SheetRow,
  showToast,
  TextArea,
} from '../../../ui/index.js';
import { contentOf, draftOf } from '../components/draft.js';
import { Remark } from '../components/Remark.js';
import { ResourceFields } from '../components/ResourceFields.js';
import { libraryPath, resourcePath } from '../paths.js';
import { SaveResourceMutation, SubmitResourceMutation } from '../resource-commands.js';
import { ResourcePageQuery, type ResourceShown, type VersionShown } from '../resource-operations.js';

/** Few write a self-check; who does loads its form then. */
const QuizField = lazy(() => import('../components/study/QuizField.js'));

/** Writes the open version of a resource, or the next one of what is published. */
export function Component() {
  const { resource: slug = '' } = useParams();
  const query = useQuery(ResourcePageQuery, { variables: { slug }, fetchPolicy: 'network-only' });
  return (
    <QueryView query={query}>
      {({ resource }) => {
        const version = resource && (resource.open ?? resource.shown);
        if (!version) return <NotFoundPage />;
        if (!resource.viewerCan.edit) return <Forbidden />;
        return <EditResource key={resource.id} resource={resource} version={version} onRefresh={() => void query.refetch()} />;
      }}
    </QueryView>
  );
}

/** Errors of what was submitted name the content; the form's fields do not. */
const withoutContent = (field: string) => field.replace(/^content\./u, '');

function EditResource({ resource, version, onRefresh }: { resource: ResourceShown; version: VersionShown; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf(version));
  const [changes, setChanges] = useState(resource.open ? version.changes : '');
  const [save, saving] = useCommand(SaveResourceMutation);
  const [submit, submitting] = useCommand(SubmitResourceMutation);
  const failed = [saving, submitting].find(({ errors, problem }) => errors.length > 0 || problem !== null) ?? saving;
  const errors = failed.errors.map(({ field, message }) => ({ field: withoutContent(field), message }));
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const published = resource.state !== 'DRAFT';

  const keep = async (): Promise<number | null> => {
    const outcome = await save({ id: resource.id, expectedVersion: resource.version, changes, content: contentOf(draft) });
    return (outcome.done && outcome.data.saveResource.resource?.version) || null;
  };
  const send = async (andSubmit: boolean) => {
    const kept = await keep();
    if (kept === null) return;
    if (andSubmit) {
      const { done } = await submit({ id: resource.id, expectedVersion: kept });
      if (!done) return;
    }
    showToast(formatMessage({ id: andSubmit ? 'library.done.submitted' : 'library.done.saved' }));
    if (andSubmit) void navigate(href(resourcePath(resource)));
  };
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: published ? 'library.editVersion' : 'library.edit' }, { title: resource.title })}
        crumbs={[
          { label: formatMessage({ id: 'library.title' }), to: href(libraryPath()) },
          { label: resource.title, to: href(resourcePath(resource)) },
        ]}
        meta={resource.open && <span>{formatMessage({ id: 'library.saved' }, { date: formats.dateTime(version.changedAt) })}</span>}
        problem={errors.length > 0}
      />
      <Remarks version={version} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(true);
        }}
      >
        <FormErrorSummary errors={errors} />
        <ResourceFields
          resourceId={resource.id}
          draft={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          inNetwork={resource.owner?.type === 'NETWORK'}
          errorOf={errorOf}
          remarks={version.remarks}
        />
        {published && (
          <Section title={formatMessage({ id: 'library.form.changes' })}>
            <TextArea
              id="changes"
              label={formatMessage({ id: 'library.field.changes' })}
              hint={formatMessage({ id: 'library.field.changesHint' })}
              error={errorOf('changes')}
              optional
              value={changes}
              rows={2}
              maxLength={LENGTHS.note.max}
              onChange={(event) => setChanges(event.target.value)}
            />
          </Section>
        )}
        <CommandProblem state={failed} onRefresh={onRefresh} />
        <div className="button-row">
          <Button kind="primary" type="submit" busy={submitting.busy}>
            {formatMessage({ id: 'library.submit' })}
          </Button>
          <Button busy={saving.busy} onClick={() => void send(false)}>
            {formatMessage({ id: 'library.save' })}
          </Button>
          <ButtonLink to={href(resourcePath(resource))}>{formatMessage({ id: 'library.look' })}</ButtonLink>
        </div>
      </form>
      {resource.open && (
        <Suspense fallback={null}>
          <QuizField resource={resource} lang={draft.lang} onSaved={onRefresh} />
        </Suspense>
      )}
    </SheetRow>
  );
}

function Remarks({ version }: { version: VersionShown }) {
  const { formatMessage } = useIntl();
  if (version.remarks.length === 0) return null;
  return (
    <Banner tone="warn">
      {formatMessage({ id: 'library.returned' }, { count: version.remarks.length })}
      <Remark remarks={version.remarks} field="" />
    </Banner>
  );
}
