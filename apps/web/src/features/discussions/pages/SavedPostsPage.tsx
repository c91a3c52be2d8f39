import { useQuery } from '@apollo/client/react';
import { BookmarkX } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { EmptyState, IconButton, PageHeader, Pager, SheetRow, showToast, Skeleton } from '../../../ui/index.js';
import { postPath } from '../paths.js';
import { SavePostMutation } from '../writing-operations.js';
import styles from './SavedPostsPage.module.css';

const SavedPostsPageQuery = graphql(`
  query SavedPostsPageQuery($after: String) {
    savedPosts(first: 20, after: $after) {
      edges {
        node {
          id
          no
          html
          lang
          createdAt
          saved
          author {
            id
            displayName
          }
          thread {
            id
            no
            slug
            title
            lang
            network {
              id
              slug
              name
              lang
            }
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
type SavedPost = ResultOf<typeof SavedPostsPageQuery>['savedPosts']['edges'][number]['node'];

/** The posts that I keep at hand. */
export function Component() {
  const { formatMessage } = useIntl();
  const query = useQuery(SavedPostsPageQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ savedPosts }) => (
        <SheetRow>
          <PageHeader title={formatMessage({ id: 'discussions.saved.title' })} />
          <List
            posts={savedPosts.edges.map(({ node }) => node)}
            hasMore={savedPosts.pageInfo.hasNextPage}
            busy={query.loading}
            onMore={() => void query.fetchMore({ variables: { after: savedPosts.pageInfo.endCursor } })}
          />
        </SheetRow>
      )}
    </QueryView>
  );
}

function List({ posts, ...pager }: { posts: readonly SavedPost[]; hasMore: boolean; busy: boolean; onMore: () => void }) {
  const { formatMessage } = useIntl();
  if (posts.length === 0)
    return (
      <EmptyState title={formatMessage({ id: 'discussions.saved.empty' })}>
        {formatMessage({ id: 'discussions.saved.emptyText' })}
      </EmptyState>
    );
  return (
    <>
      <ol className={styles['list']}>
        {posts.map((post) => (
          <Saved key={post.id} post={post} />
        ))}
      </ol>
      <Pager shown={posts.length} {...pager} />
    </>
  );
}

/** The first words of a post, without its links: the row's own link leads to all of it. */
function firstWords(html: string): string {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const text = (holder.content.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();
  return text.length > 280 ? `${text.slice(0, 280).replace(/\s\S*$/u, '')} …` : text;
}

function Saved({ post }: { post: SavedPost }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const [gone, setGone] = useState(false);
  const [save, state] = useCommand(SavePostMutation);
  const change = async (saved: boolean) => {
    if (!(await save({ postId: post.id, saved })).done) return;
    setGone(!saved);
    if (!saved) showToast(formatMessage({ id: 'discussions.saved.removed' }), { undo: () => void change(true) });
  };
  if (gone) return null;
  return (
    <li data-row tabIndex={-1}>
      <div className={styles['head']}>
        <Link className="strong" to={href(postPath(post.thread, post.no))} lang={post.thread.lang}>
          {post.thread.title}
        </Link>
        <IconButton icon={BookmarkX} label={formatMessage({ id: 'discussions.saved.remove' })} onClick={() => void change(false)} />
      </div>
      <p className="meta">
        {post.author?.displayName}, {formats.shortDate(post.createdAt)} ·{' '}
        <span lang={post.thread.network.lang}>{post.thread.network.name}</span>
      </p>
      <p lang={post.lang ?? undefined}>{firstWords(post.html ?? '')}</p>
      <CommandProblem state={state} />
    </li>
  );
}
