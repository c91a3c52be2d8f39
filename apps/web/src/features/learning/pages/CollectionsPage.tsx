import { useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { FormDialog } from '../../../app/FormDialog.js';
import { useHref, useLanguage } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { Button, EmptyState, PageHeader, Pager, SheetRow, Skeleton, TaskRow, TextField } from '../../../ui/index.js';
import { CreateCollectionMutation } from '../collection-operations.js';
import { collectionPath, collectionsPath } from '../paths.js';

const PAGE = 20;

const CollectionsPageQuery = graphql(`
  query CollectionsPageQuery($first: Int!, $after: String) {
    collections(first: $first, after: $after) {
      edges {
        node {
          id
          slug
          title
          lang
          summary
          state
          owner {
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const OwnCollectionsPageQuery = graphql(`
  query OwnCollectionsPageQuery($first: Int!, $after: String) {
    ownCollections(first: $first, after: $after) {
      edges {
        node {
          id
          slug
          title
          lang
          summary
          state
          owner {
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Collections = ResultOf<typeof CollectionsPageQuery>['collections'];

/** Collections that everybody may read, and the reader's own. */
export function Component() {
  const { formatMessage } = useIntl();
  const href = useHref();
  const { viewer } = useViewer();
  const [params] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const own = viewer !== null && params.get('list') === 'own';
  const to = href(collectionsPath());
  return (
    <SheetRow>
      <PageHeader
        title={formatMessage({ id: 'learning.collections.title' })}
        lead={formatMessage({ id: 'learning.collections.lead' })}
        actions={
          viewer && (
            <Button icon={Plus} onClick={() => setCreating(true)}>
              {formatMessage({ id: 'learning.collection.new' })}
            </Button>
          )
        }
      >
        {viewer && (
          <nav className="tabs" aria-label={formatMessage({ id: 'learning.paths.lists' })} data-tabs>
            <Link to={to} aria-current={own ? undefined : 'page'}>
              {formatMessage({ id: 'learning.collections.all' })}
            </Link>
            <Link to={`${to}?list=own`} aria-current={own ? 'page' : undefined}>
              {formatMessage({ id: 'learning.collections.own' })}
            </Link>
          </nav>
        )}
      </PageHeader>
      {own ? <Own /> : <All />}
      {creating && <NewCollectionDialog onClose={() => setCreating(false)} />}
    </SheetRow>
  );
}

function All() {
  const query = useQuery(CollectionsPageQuery, { variables: { first: PAGE }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} page={false} skeleton={<Skeleton shape="rows" lines={6} />}>
      {({ collections }) => (
        <Rows
          list={collections}
          busy={query.loading}
          onMore={() => void query.fetchMore({ variables: { after: collections.pageInfo.endCursor } })}
        />
      )}
    </QueryView>
  );
}

function Own() {
  const query = useQuery(OwnCollectionsPageQuery, { variables: { first: PAGE }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} page={false} skeleton={<Skeleton shape="rows" lines={6} />}>
      {({ ownCollections }) => (
        <Rows
          list={ownCollections}
          own
          busy={query.loading}
          onMore={() => void query.fetchMore({ variables: { after: ownCollections.pageInfo.endCursor } })}
        />
      )}
    </QueryView>
  );
}

function Rows({ list, own = false, busy, onMore }: { list: Collections; own?: boolean; busy: boolean; onMore: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  if (list.edges.length === 0)
    return (
      <EmptyState title={formatMessage({ id: own ? 'learning.collections.noneOwn' : 'learning.collections.none' })}>
        {formatMessage({ id: 'learning.collections.noneHint' })}
      </EmptyState>
    );
  return (
    <>
      <ul className="tasks">
        {list.edges.map(({ node }) => (
          <TaskRow
            key={node.id}
            title={node.title}
            lang={node.lang}
            to={href(collectionPath(node))}
            detail={
              own ? (
                formatMessage({ id: node.state === 'PUBLISHED' ? 'learning.collection.public' : 'learning.collection.private' })
              ) : (
                <>
                  {node.owner.displayName}
                  {node.summary && <span lang={node.lang}> · {node.summary.slice(0, 160)}</span>}
                </>
              )
            }
          />
        ))}
      </ul>
      <Pager shown={list.edges.length} hasMore={list.pageInfo.hasNextPage} busy={busy} onMore={onMore} />
    </>
  );
}

function NewCollectionDialog({ onClose }: { onClose: () => void }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const lang = useLanguage();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [create, state] = useCommand(CreateCollectionMutation, {
    creates: true,
    onDone: ({ createCollection: { collection } }) => {
      if (collection) void navigate(href(collectionPath(collection)));
    },
  });
  return (
    <FormDialog
      title={formatMessage({ id: 'learning.collection.new' })}
      submitLabel={formatMessage({ id: 'learning.collection.create' })}
      state={state}
      onClose={onClose}
      onSubmit={() => void create({ title, summary: '', lang, items: [] })}
    >
      <TextField
        id="title"
        label={formatMessage({ id: 'learning.form.title' })}
        error={state.errorOf('title')}
        maxLength={160}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
    </FormDialog>
  );
}
