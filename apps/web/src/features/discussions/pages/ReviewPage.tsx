import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { useRowFocus } from '../../../app/keyboard/use-row-focus.js';
import { QueryView } from '../../../app/QueryView.js';
import { ReviewTabs } from '../../../app/review/ReviewTabs.js';
import { EmptyState, Markdown, MarginNote, PageHeader, Pager, SheetRow, Skeleton } from '../../../ui/index.js';
import { PostAttachments } from '../components/PostAttachments.js';
import { Around, ClaimedItem, Outcome } from '../components/ReviewItem.js';
import { ReviewPanel } from '../components/ReviewPanel.js';
import { useReviewKeys } from '../hooks/use-review-keys.js';
import { useStayingItems } from '../hooks/use-staying-items.js';
import { postPath } from '../paths.js';
import styles from './ReviewPage.module.css';

const ReviewPageQuery = graphql(`
  query ReviewPageQuery($after: String) {
    viewer {
      person {
        id
      }
      appealsToDecide
    }
    reviewQueue(first: 20, after: $after) {
      edges {
        node {
          subjectId
          dueAt
          overdue
          oldestFlagAt
          flags {
            id
          }
          claim {
            mine
            until
            by {
              id
              displayName
            }
          }
          around {
            id
            no
            html
            lang
            author {
              id
              displayName
            }
          }
          post {
            id
            no
            html
            lang
            attachments {
              id
              name
              mime
              size
              alt
              width
              height
              url
              previewUrl
            }
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
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Item = ResultOf<typeof ReviewPageQuery>['reviewQueue']['edges'][number]['node'];

/** The queue is told of what others do; claims end by the clock, of which nobody is told. In milliseconds. */
const POLL = 60_000;

/** What must I decide first? Reported posts, the one that waits longest first. */
export function Component() {
  const { formatMessage } = useIntl();
  const query = useQuery(ReviewPageQuery, { fetchPolicy: 'cache-and-network', pollInterval: POLL });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="queue" lines={4} />}>
      {({ reviewQueue: { edges, pageInfo }, viewer }) => (
        <>
          <SheetRow>
            <PageHeader title={formatMessage({ id: 'discussions.review.title' })} lead={formatMessage({ id: 'discussions.review.lead' })}>
              <ReviewTabs appeals={viewer?.appealsToDecide ?? null} />
            </PageHeader>
          </SheetRow>
          <Queue items={edges.map(({ node }) => node)} settled={!query.loading} hasMore={pageInfo.hasNextPage} />
          {edges.length === 0 && (
            <SheetRow>
              <EmptyState title={formatMessage({ id: 'discussions.review.empty' })}>
                {formatMessage({ id: 'discussions.review.emptyText' })}
              </EmptyState>
            </SheetRow>
          )}
          <SheetRow>
            <Pager
              shown={edges.length}
              hasMore={pageInfo.hasNextPage}
              busy={query.loading}
              onMore={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}
            />
          </SheetRow>
        </>
      )}
    </QueryView>
  );
}

/** The rows, also of what somebody else decided on meanwhile. */
function Queue({ items, settled, hasMore }: { items: readonly Item[]; settled: boolean; hasMore: boolean }) {
  const { rows, dealtWith } = useStayingItems(items, settled, hasMore);
  // What is shown, and not what waits: a row may stay a moment longer than its item.
  useRowFocus(rows.map(({ item }) => item.subjectId));
  useReviewKeys();
  return rows.map(({ item, gone }) => (
    <Reported key={item.subjectId} item={item} gone={gone} onDecided={() => dealtWith(item.subjectId)} />
  ));
}

function Reported({ item, gone, onDecided }: { item: Item; gone: boolean; onDecided: () => void }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const { post } = item;
  if (!post) return null;
  return (
    <SheetRow
      margin={
        !gone && (
          <div className={styles['margin']}>
            <MarginNote strong={formats.shortDate(item.dueAt)} tone={item.overdue ? 'danger' : undefined}>
              {formatMessage({ id: item.overdue ? 'discussions.review.overdue' : 'discussions.review.dueBy' })}
            </MarginNote>
          </div>
        )
      }
    >
      <article className={styles['item']} data-row={item.subjectId} tabIndex={-1}>
        <h2 lang={post.thread.lang}>
          <Link to={href(postPath(post.thread, post.no))}>{post.thread.title}</Link>
        </h2>
        <p className="meta">
          <span lang={post.thread.network.lang}>{post.thread.network.name}</span>
          {post.author && <> · {post.author.displayName}</>} · #{post.no} ·{' '}
          <Link className="link" to={href(postPath(post.thread, post.no))}>
            {formatMessage({ id: 'discussions.review.context' })}
          </Link>
        </p>
        {gone ? (
          <Outcome postId={post.id} />
        ) : (
          <>
            {post.html !== null && <Markdown html={post.html} lang={post.lang ?? undefined} />}
            <PostAttachments attachments={post.attachments} lang={post.lang} />
            <Around posts={item.around} />
          </>
        )}
        <ClaimedItem subjectId={item.subjectId} claim={item.claim} gone={gone}>
          {(closed) => (
            <ReviewPanel
              postId={post.id}
              count={item.flags.length}
              network={post.thread.network.slug}
              refetch={['ReviewPageQuery', 'ShellViewerQuery']}
              closed={closed}
              onDecided={onDecided}
            />
          )}
        </ClaimedItem>
      </article>
    </SheetRow>
  );
}
