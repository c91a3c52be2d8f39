import { Suspense } from 'react';
import { useIntl } from 'react-intl';
import type { FragmentOf } from '../../../../app/api/graphql.js';
import { useViewer } from '../../../../app/viewer/ViewerProvider.js';
import { Section, Skeleton } from '../../../../ui/index.js';
import { later } from '../../../../ui/later.js';
import type { StudyPanel_resource } from './study-operations.js';

const NoteField = later(() => import('./NoteField.js'));
const OwnStudy = later(() => import('./OwnStudy.js'));
const QuizPanel = later(() => import('./QuizPanel.js'));

type Resource = FragmentOf<typeof StudyPanel_resource>;

/**
 * What the reader does with a resource: begin, finish, note, put into a collection, check oneself. A visitor sees the self-check alone.
 * @param lang language of the resource
 */
export function StudyPanel({ resource, lang }: { resource: Resource; lang: string }) {
  const { viewer } = useViewer();
  const isOpen = resource.state === 'PUBLISHED' || resource.state === 'OUTDATED';
  return (
    <Suspense fallback={<Skeleton shape="rows" lines={3} />}>
      {viewer && isOpen && <OwnStudy resource={resource} />}
      {resource.quiz && <QuizPanel resource={resource} lang={lang} canTry={viewer !== null && isOpen} />}
      {viewer && <OwnNote resource={resource} />}
    </Suspense>
  );
}

function OwnNote({ resource }: { resource: Resource }) {
  const { formatMessage } = useIntl();
  return (
    <Section title={formatMessage({ id: 'library.study.note.title' })}>
      <NoteField key={resource.id} resourceId={resource.id} note={resource.ownNote} />
    </Section>
  );
}
