import { useQuery } from '@apollo/client/react';
import { MessageSquarePlus } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Link, useParams, useSearchParams } from 'react-router';
import { graphql, type ResultOf } from '../../../app/api/graphql.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NetworkTabs } from '../../../app/network/NetworkTabs.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { ButtonLink, EmptyState, MarginNote, PageHeader, Pager, SheetRow, Skeleton, TaskRow } from '../../../ui/index.js';
import { decisionLogPath } from '../../moderation/paths.js';
import { networkPath, networksPath } from '../../networks/paths.js';
import { discussionSearchPath } from '../../search/paths.js';
import { CategoryFilter } from '../components/CategoryFilter.js';
import { ThreadStatus } from '../components/ThreadStatus.js';
import { useLiveDiscussions } from '../hooks/use-live-discussions.js';
import { discussionsPath, newThreadPath, postPath, threadPath } from '../paths.js';
import styles from './DiscussionsPage.module.css';

const DiscussionsPageQuery = graphql(`
  query DiscussionsPageQuery(
    $slug: String!
    $network: String!
    $after: String
    $kind: ThreadKind
    $unanswered: Boolean
    $unread: Boolean
    $answered: Boolean
    $category: ID
  ) {
    network(slug: $slug) {
      id
      slug
      name
      lang
      viewerCan {
        readMembers
        edit
        changeState
        write
      }
    }
    threads(
      network: $network
      first: 30
      after: $after
      kind: $kind
      unanswered: $unanswered
      unread: $unread
      answered: $answered
      category: $category
    ) {
      edges {
        node {
          id
          no
          slug
          title
          lang
          kind
          state
          pinned
          acceptedPostNo
          lastPostAt
          postsCount
          lastReadNo
          unread
          category {
            id
            name
          }
          author {
            id
            displayName
          }
          network {
            id
            slug
            lang
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

type ThreadRow = ResultOf<typeof DiscussionsPageQuery>['threads']['edges'][number]['node'];

const filters = ['all', 'unread', 'unanswered', 'answered', 'questions', 'discussions'] as const;
type Filter = (typeof filters)[number];

const variablesOf: Readonly<
  Record<Filter, { unread?: boolean; unanswered?: boolean; answered?: boolean; kind?: 'QUESTION' | 'DISCUSSION' }>
> = {
  all: {},
  unread: { unread: true },
  unanswered: { unanswered: true },
  answered: { answered: true },
  questions: { kind: 'QUESTION' },
  discussions: { kind: 'DISCUSSION' },
};

/** The questions and discussions of a network: what is new, what has no answer yet? */
export function Component() {
  const { network: slug = '' } = useParams();
  const [search] = useSearchParams();
  const filter = filters.find((each) => each === search.get('show')) ?? 'all';
  const category = search.get('category');
  const { formatMessage } = useIntl();
  const href = useHref();
  const query = useQuery(DiscussionsPageQuery, {
    variables: { slug, network: slug, category, ...variablesOf[filter] },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="list" lines={8} />}>
      {({ network, threads }) =>
        network?.viewerCan.readMembers ? (
          <SheetRow>
            <PageHeader
              title={formatMessage({ id: 'discussions.title' })}
              crumbs={[
                { label: formatMessage({ id: 'discussions.crumb.networks' }), to: href(networksPath()) },
                { label: network.name, to: href(networkPath(network)) },
              ]}
              lead={<span lang={network.lang}>{network.name}</span>}
              meta={
                <>
                  <Link className="link" to={href(discussionSearchPath({ network: network.slug }))}>
                    {formatMessage({ id: 'discussions.search' })}
                  </Link>{' '}
                  <Link className="link" to={href(decisionLogPath(network))}>
                    {formatMessage({ id: 'discussions.decisions' })}
                  </Link>
                </>
              }
              actions={
                network.viewerCan.write && (
                  <ButtonLink kind="primary" icon={MessageSquarePlus} to={href(newThreadPath(network))}>
                    {formatMessage({ id: 'discussions.start' })}
                  </ButtonLink>
                )
              }
            >
              <NetworkTabs slug={network.slug} inside />
            </PageHeader>
            <LiveRows key={network.id} networkId={network.id} onOther={() => void query.refetch()} />
            <Filters network={network} chosen={filter} category={category} />
            <CategoryFilter network={network} chosen={category} show={filter} />
            <List
              rows={threads.edges.map(({ node }) => node)}
              filtered={filter !== 'all' || category !== null}
              network={network}
              canStart={network.viewerCan.write}
            />
            <Pager
              shown={threads.edges.length}
              hasMore={threads.pageInfo.hasNextPage}
              busy={query.loading}
              onMore={() => void query.fetchMore({ variables: { after: threads.pageInfo.endCursor } })}
            />
          </SheetRow>
        ) : (
          <NotFoundPage />
        )
      }
    </QueryView>
  );
}

/** What keeps the rows as they are; there is nothing of it to see. */
function LiveRows({ networkId, onOther }: { networkId: string; onOther: () => void }) {
  useLiveDiscussions(networkId, onOther);
  return null;
}

function Filters({ network, chosen, category }: { network: { slug: string }; chosen: Filter; category: string | null }) {
  const { formatMessage } = useIntl();
  const href = useHref();
  return (
    <nav className={styles['filters']} aria-label={formatMessage({ id: 'discussions.filter.label' })}>
      {filters.map((filter) => (
        <Link
          key={filter}
          to={href(discussionsPath(network, { ...(filter === 'all' ? {} : { show: filter }), ...(category && { category }) }))}
          aria-current={filter === chosen ? 'page' : undefined}
        >
          {formatMessage({ id: `discussions.filter.${filter}` })}
        </Link>
      ))}
    </nav>
  );
}

function List({
  rows,
  filtered,
  network,
  canStart,
}: {
  rows: readonly ThreadRow[];
  filtered: boolean;
  network: { slug: string };
  canStart: boolean;
}) {
  const { formatMessage } = useIntl();
  const href = useHref();
  if (rows.length === 0) {
    return (
      <EmptyState
        title={formatMessage({ id: filtered ? 'discussions.empty.filtered' : 'discussions.empty.title' })}
        action={
          filtered ? (
            <ButtonLink to={href(discussionsPath(network))}>{formatMessage({ id: 'discussions.empty.clear' })}</ButtonLink>
          ) : (
            canStart && <ButtonLink to={href(newThreadPath(network))}>{formatMessage({ id: 'discussions.start' })}</ButtonLink>
          )
        }
      >
        {!filtered && formatMessage({ id: 'discussions.empty.text' })}
      </EmptyState>
    );
  }
  return (
    <ul className="tasks">
      {rows.map((thread) => (
        <Row key={thread.id} thread={thread} />
      ))}
    </ul>
  );
}

function Row({ thread }: { thread: ThreadRow }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const href = useHref();
  const to = thread.unread && thread.lastReadNo > 0 ? postPath(thread, thread.lastReadNo + 1) : threadPath(thread);
  return (
    <TaskRow
      title={
        <>
          {thread.unread && <span className={styles['new']}>{formatMessage({ id: 'discussions.row.new' })}</span>}
          {thread.title}
        </>
      }
      lang={thread.lang}
      to={href(to)}
      margin={<MarginNote strong={formats.shortDate(thread.lastPostAt)}>{formats.time(thread.lastPostAt)}</MarginNote>}
      detail={
        <span className={styles['facts']}>
          <ThreadStatus thread={thread} />
          {thread.pinned && <span>{formatMessage({ id: 'discussions.status.pinned' })}</span>}
          {thread.category && <span lang={thread.network.lang}>{thread.category.name}</span>}
          <span>{thread.author.displayName}</span>
          <span>{formatMessage({ id: 'discussions.posts' }, { count: thread.postsCount })}</span>
        </span>
      }
    />
  );
}
