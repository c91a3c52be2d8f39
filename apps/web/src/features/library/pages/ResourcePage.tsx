import { useQuery } from '@apollo/client/react';
import { Pencil } from 'lucide-react';
import { Suspense } from 'react';
import { useIntl } from 'react-intl';
import { useParams, useSearchParams } from 'react-router';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Banner, ButtonLink, PageHeader, Section, SheetRow, Skeleton, StatusMark } from '../../../ui/index.js';
import { later } from '../../../ui/later.js';
import { useLanguageName } from '../components/language-name.js';
import { ResourceFacts } from '../components/ResourceFacts.js';
import { StudyPanel } from '../components/study/index.js';
import { VersionText } from '../components/VersionText.js';
import { editResourcePath, libraryPath } from '../paths.js';
import { ResourcePageQuery, type ResourceShown, type VersionShown } from '../resource-operations.js';

const ResourceMenu = later(() => import('../components/ResourceMenu.js'));
const ReviewPanel = later(() => import('../components/ReviewPanel.js'));
const Uses = later(() => import('../components/Uses.js'));

/** Is this worth my time? One resource, as it is published; for those who write or review it, its open version too. */
export function Component() {
  const { resource: slug = '' } = useParams();
  const query = useQuery(ResourcePageQuery, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ resource }) => (resource?.shown ? <ResourceView resource={resource} onRefresh={() => void query.refetch()} /> : <NotFoundPage />)}
    </QueryView>
  );
}

/** Which version the page shows: the open one where it is asked for, or where nothing is published yet. */
function useVersion(resource: ResourceShown): { version: VersionShown | null; isOpen: boolean } {
  const [params] = useSearchParams();
  const isOpen = resource.open !== null && (params.get('version') === 'open' || resource.state === 'DRAFT');
  return { version: isOpen ? resource.open : resource.shown, isOpen };
}

function ResourceView({ resource, onRefresh }: { resource: ResourceShown; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { viewer } = useViewer();
  const { version, isOpen } = useVersion(resource);
  if (!version) return null;
  return (
    <SheetRow aside={<ResourceFacts resource={resource} version={version} />}>
      <PageHeader
        title={version.title}
        lang={version.lang}
        crumbs={[{ label: formatMessage({ id: 'library.title' }), to: href(libraryPath()) }]}
        meta={<Meta resource={resource} version={version} />}
        actions={
          <>
            {resource.viewerCan.edit && (
              <ButtonLink icon={Pencil} to={href(editResourcePath(resource))}>
                {formatMessage({ id: resource.open || resource.state === 'DRAFT' ? 'library.goOnWriting' : 'library.newVersion' })}
              </ButtonLink>
            )}
            <Suspense fallback={null}>{viewer && <ResourceMenu resource={resource} onRefresh={onRefresh} />}</Suspense>
          </>
        }
      />
      <State resource={resource} isOpen={isOpen} />
      <VersionText resourceId={resource.id} version={version} />
      {!isOpen && <StudyPanel resource={resource} lang={version.lang} />}
      <Suspense fallback={<Skeleton shape="rows" lines={3} />}>
        {resource.viewerCan.review && isOpen && <ReviewPanel resource={resource} version={version} onRefresh={onRefresh} />}
        {!isOpen && <Uses resource={resource} />}
      </Suspense>
      {!isOpen && resource.versions.length > 1 && <Versions resource={resource} />}
    </SheetRow>
  );
}

function Meta({ resource, version }: { resource: ResourceShown; version: VersionShown }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const languageName = useLanguageName();
  return (
    <>
      <span>{formatMessage({ id: `library.kind.${version.kind}` })}</span>
      <span>{languageName(version.lang)}</span>
      {version.minutes !== null && <span>{formatMessage({ id: 'library.minutes' }, { count: version.minutes })}</span>}
      {resource.publishedAt && <span>{formatMessage({ id: 'library.updated' }, { date: formats.date(resource.changedAt) })}</span>}
      {resource.promotedAt && <StatusMark status="ok">{formatMessage({ id: 'library.promoted' })}</StatusMark>}
      {resource.completionsCount > 0 && <span>{formatMessage({ id: 'library.completions' }, { count: resource.completionsCount })}</span>}
    </>
  );
}

/** What must be known of it before reading: that it is a draft, under review, outdated, withdrawn, or has a newer version. */
function State({ resource, isOpen }: { resource: ResourceShown; isOpen: boolean }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const { open, state } = resource;
  if (isOpen && open)
    return (
      <Banner tone={open.state === 'SUBMITTED' ? 'warn' : 'info'}>
        <StatusMark status={open.state === 'SUBMITTED' ? 'warn' : 'none'}>
          {formatMessage({ id: `library.version.${open.state}` })}
        </StatusMark>{' '}
        {open.submittedAt && formatMessage({ id: 'library.submittedAt' }, { date: formats.date(open.submittedAt) })}
        {open.changes && <p>{open.changes}</p>}
        {open.remarks.length > 0 && <p>{formatMessage({ id: 'library.returned' }, { count: open.remarks.length })}</p>}
      </Banner>
    );
  return (
    <>
      {state === 'OUTDATED' && <Banner tone="warn">{formatMessage({ id: 'library.state.outdatedHint' })}</Banner>}
      {state === 'WITHDRAWN' && <Banner tone="danger">{formatMessage({ id: 'library.state.withdrawnHint' })}</Banner>}
      {open && (
        <Banner
          actions={
            <ButtonLink to={`${href(`/library/${resource.slug}`)}?version=open`}>{formatMessage({ id: 'library.showOpen' })}</ButtonLink>
          }
        >
          {formatMessage({ id: `library.open.${open.state === 'SUBMITTED' ? 'submitted' : 'draft'}` })}
        </Banner>
      )}
    </>
  );
}

function Versions({ resource }: { resource: ResourceShown }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  return (
    <Section title={formatMessage({ id: 'library.versions' })} count={resource.versions.length}>
      <ol reversed start={resource.versions[0]?.no}>
        {resource.versions.map(({ id, changes, decidedAt }) => (
          <li key={id}>
            {decidedAt && formats.date(decidedAt)} <span lang={resource.lang}>{changes}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
