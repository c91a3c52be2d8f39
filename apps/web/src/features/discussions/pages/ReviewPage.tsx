import { useQuery } from '@apollo/client/react';
import { ShieldCheck } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { QueryView } from '../../../app/QueryView.js';
import { ReviewTabs } from '../../../app/review/ReviewTabs.js';
import { EmptyState, Icon, Markdown, MarginNote, PageHeader, Pager, SheetRow } from '../../../ui/index.js';
import { Around, ClaimedItem } from '../components/ReviewItem.js';
import { PostAttachments } from '../components/PostAttachments.js';
import { ReviewPanel } from '../components/ReviewPanel.js';
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
    <QueryView query={query}>
      {({ reviewQueue: { edges, pageInfo }, viewer }) => (
        <>
          <SheetRow>
            <PageHeader title={formatMessage({ id: 'discussions.review.title' })} lead={formatMessage({ id: 'discussions.review.lead' })}>
              <ReviewTabs appeals={viewer?.appealsToDecide ?? null} />
            </PageHeader>
          </SheetRow>
          {edges.length === 0 ? (
            <SheetRow>
              <EmptyState title={formatMessage({ id: 'discussions.review.empty' })}>
                <Icon of={ShieldCheck} /> {formatMessage({ id: 'discussions.review.emptyText' })}
              </EmptyState>
            </SheetRow>
          ) : (
            edges.map(({ node }) => <Reported key={node.subjectId} item={node} />)
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

function Reported({ item }: { item: Item }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const { post } = item;
  if (!post) return null;
  return (
    <SheetRow
      margin={
        <div className={styles['margin']}>
          <MarginNote strong={formats.shortDate(item.dueAt)} tone={item.overdue ? 'danger' : undefined}>
            {formatMessage({ id: item.overdue ? 'discussions.review.overdue' : 'discussions.review.dueBy' })}
          </MarginNote>
        </div>
      }
    >
      <article className={styles['item']} data-row tabIndex={-1}>
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
        {post.html !== null && <Markdown html={post.html} lang={post.lang ?? undefined} />}
        <PostAttachments attachments={post.attachments} lang={post.lang} />
        <Around posts={item.around} />
        <ClaimedItem subjectId={item.subjectId} claim={item.claim}>
          <ReviewPanel
            postId={post.id}
            count={item.flags.length}
            network={post.thread.network.slug}
            refetch={['ReviewPageQuery', 'ShellViewerQuery']}
          />
        </ClaimedItem>
      </article>
    </SheetRow>
  );
}
