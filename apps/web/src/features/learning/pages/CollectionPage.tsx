import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useNavigate, useParams } from 'react-router';
import type { FragmentOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Banner, Button, ConfirmDialog, EmptyState, PageHeader, SheetRow, showToast, StatusMark, TaskRow } from '../../../ui/index.js';
import { libraryPath, resourcePath } from '../../library/paths.js';
import {
  CollectionPageQuery,
  CollectionView_collection,
  CopyCollectionMutation,
  DeleteCollectionMutation,
  ShowCollectionMutation,
} from '../collection-operations.js';
import { CollectionForm } from '../components/CollectionForm.js';
import styles from '../components/StepLine.module.css';
import { collectionPath, collectionsPath } from '../paths.js';
import { useHours } from '../use-hours.js';

type Collection = FragmentOf<typeof CollectionView_collection>;

/** A collection: its resources in order, with what its owner says of each. */
export function Component() {
  const { collection: slug = '' } = useParams();
  const query = useQuery(CollectionPageQuery, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query}>
      {({ collection }) =>
        collection ? <CollectionView collection={collection} onRefresh={() => void query.refetch()} /> : <NotFoundPage />
      }
    </QueryView>
  );
}

function CollectionView({ collection, onRefresh }: { collection: Collection; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { viewer } = useViewer();
  const [editing, setEditing] = useState(false);
  return (
    <SheetRow>
      <PageHeader
        title={collection.title}
        lang={collection.lang}
        crumbs={[{ label: formatMessage({ id: 'learning.collections.title' }), to: href(collectionsPath()) }]}
        lead={collection.summary ? <span lang={collection.lang}>{collection.summary}</span> : undefined}
        meta={
          collection.isOwn ? (
            formatMessage({ id: collection.state === 'PUBLISHED' ? 'learning.collection.public' : 'learning.collection.private' })
          ) : (
            <Link to={href(`/people/${collection.owner.handle}`)}>{collection.owner.displayName}</Link>
          )
        }
      />
      {viewer && <CollectionActs collection={collection} onEdit={() => setEditing(true)} onRefresh={onRefresh} />}
      {collection.closedCount > 0 && (
        <Banner>{formatMessage({ id: 'learning.collection.closed' }, { count: collection.closedCount })}</Banner>
      )}
      {editing ? (
        <CollectionForm collection={collection} onDone={() => setEditing(false)} onRefresh={onRefresh} />
      ) : collection.items.length === 0 ? (
        <EmptyState
          title={formatMessage({ id: 'learning.collection.empty' })}
          action={<Link to={href(libraryPath())}>{formatMessage({ id: 'learning.toLibrary' })}</Link>}
        >
          {formatMessage({ id: 'learning.collection.emptyHint' })}
        </EmptyState>
      ) : (
        <Items collection={collection} />
      )}
    </SheetRow>
  );
}

function Items({ collection }: { collection: Collection }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const hours = useHours();
  return (
    <ol className="tasks">
      {collection.items.map(({ resource, remark }) => (
        <TaskRow
          key={resource.id}
          title={resource.title}
          lang={resource.lang}
          to={href(resourcePath(resource))}
          detail={
            <>
              {remark ? (
                <span lang={collection.lang}>{remark}</span>
              ) : (
                resource.outcome && <span lang={resource.lang}>{resource.outcome}</span>
              )}
              {resource.minutes ? ` · ${hours(resource.minutes)}` : null}
            </>
          }
          actions={resource.study?.doneAt ? <StatusMark status="ok">{formatMessage({ id: 'learning.step.done' })}</StatusMark> : undefined}
        />
      ))}
    </ol>
  );
}

function CollectionActs({ collection, onEdit, onRefresh }: { collection: Collection; onEdit: () => void; onRefresh: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState(false);
  const act = { id: collection.id, expectedVersion: collection.version };
  const isPublic = collection.state === 'PUBLISHED';
  const [show, showing] = useCommand(ShowCollectionMutation);
  const [copy, copying] = useCommand(CopyCollectionMutation, {
    creates: true,
    onDone: ({ copyCollection: { collection: copied } }) => {
      showToast(formatMessage({ id: 'learning.collection.copied' }));
      if (copied) void navigate(href(collectionPath(copied)));
    },
  });
  const [remove, removing] = useCommand(DeleteCollectionMutation, { onDone: () => void navigate(href(`${collectionsPath()}?list=own`)) });
  return (
    <>
      <div className={`button-row ${styles.acts ?? ''}`}>
        {collection.isOwn && (
          <>
            <Button onClick={onEdit}>{formatMessage({ id: 'learning.collection.edit' })}</Button>
            <Button busy={showing.busy} onClick={() => void show({ ...act, isPublic: !isPublic })}>
              {formatMessage({ id: isPublic ? 'learning.collection.hide' : 'learning.collection.show' })}
            </Button>
          </>
        )}
        <Button busy={copying.busy} onClick={() => void copy({ id: collection.id })}>
          {formatMessage({ id: 'learning.collection.copy' })}
        </Button>
        {collection.isOwn && (
          <Button kind="danger" onClick={() => setDeleting(true)}>
            {formatMessage({ id: 'learning.collection.delete' })}
          </Button>
        )}
      </div>
      {[showing, copying, removing].map((state, at) => (
        <CommandProblem key={at} state={state} onRefresh={onRefresh} />
      ))}
      <ConfirmDialog
        open={deleting}
        title={formatMessage({ id: 'learning.collection.deleteTitle' }, { title: collection.title })}
        confirmLabel={formatMessage({ id: 'learning.collection.delete' })}
        danger
        onConfirm={() => void remove(act)}
        onClose={() => setDeleting(false)}
      >
        <p>{formatMessage({ id: 'learning.collection.deleteLead' })}</p>
      </ConfirmDialog>
    </>
  );
}
