import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useNavigate, useParams } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useFormats } from '../../../app/i18n/use-formats.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NetworkTabs } from '../../../app/network/NetworkTabs.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Banner, Button, PageHeader, Pager, SheetRow } from '../../../ui/index.js';
import { networkPath, networksPath } from '../../networks/paths.js';
import { LiveLine } from '../components/LiveLine.js';
import { MovedPost, MovedThread } from '../components/MovedThread.js';
import { PostList } from '../components/PostList.js';
import { ReplyComposer } from '../components/ReplyComposer.js';
import { ThreadAside } from '../components/ThreadAside.js';
import { ThreadStatus } from '../components/ThreadStatus.js';
import { ThreadSummary } from '../components/ThreadSummary.js';
import { ThreadTimeline } from '../components/ThreadTimeline.js';
import { useInView } from '../hooks/use-in-view.js';
import { useLiveThread } from '../hooks/use-live-thread.js';
import { usePaceName } from '../hooks/use-pace-name.js';
import { usePlaceOfAddress, usePlaces, useView } from '../hooks/use-places.js';
import { useQuoting } from '../hooks/use-quoting.js';
import { usePulse, useReading } from '../hooks/use-reading.js';
import { useReviewKeys } from '../hooks/use-review-keys.js';
import { lastDay } from '../last-day.js';
import { discussionsPath, postPath, threadPath } from '../paths.js';
import { AcceptAnswerMutation } from '../thread-commands.js';
import { ThreadPageQuery, type ThreadShown } from '../thread-operations.js';

/** How many posts the first page holds; a link to a later one opens the page about it. */
const page = 50;

/** A question or discussion: what was asked, is it answered, where did I stop? */
export function Component() {
  const { network = '', thread: address = '' } = useParams();
  const no = Number.parseInt(address, 10);
  if (!Number.isInteger(no)) return <NotFoundPage />;
  // An address that leads on to another discussion begins there anew, at that one's place.
  return <ThreadAt key={`${network}/${no}`} network={network} no={no} />;
}

function ThreadAt({ network, no }: { network: string; no: number }) {
  const wanted = usePlaceOfAddress();
  const [around] = useState(wanted > page ? wanted : null);
  const query = useQuery(ThreadPageQuery, {
    variables: { network, no, around },
    fetchPolicy: 'cache-and-network',
  });
  const fetchPage = async (page: PageBeside) => {
    await query.fetchMore({ variables: { ...nowhere, ...page } });
  };
  return (
    <QueryView query={query}>
      {({ thread }) =>
        thread ? (
          <ThreadView thread={thread} onPage={fetchPage} onRefresh={(from) => void query.refetch({ around: from })} />
        ) : (
          <MovedThread network={network} no={no} post={wanted} />
        )
      }
    </QueryView>
  );
}

/** The page before or after what is shown. */
type PageBeside = { first: number; after: string | null } | { last: number; before: string | null };
const nowhere = { first: null, after: null, last: null, before: null, around: null };

function ThreadView({
  thread,
  onPage,
  onRefresh,
}: {
  thread: ThreadShown;
  onPage: (beside: PageBeside) => Promise<void>;
  onRefresh: (around: number | null) => void;
}) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const navigate = useNavigate();
  const named = usePlaceOfAddress();
  const posts = useMemo(() => thread.posts.edges.map(({ node }) => node), [thread.posts.edges]);
  const last = posts.at(-1)?.no ?? 0;
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = thread.posts.pageInfo;
  const view = useView(posts);
  const { stopped, readAll } = useReading(thread, { posts, hasPreviousPage, hasNextPage }, view.seen);
  const { insertion, replyTo, quote } = useQuoting(posts);
  useReviewKeys();
  const [accept, accepting] = useCommand(AcceptAnswerMutation);
  const [end, isAtEnd] = useInView();
  const { isLive, isAway, writers } = useLiveThread(thread, isAtEnd, () => onRefresh(null));
  usePulse(thread, isLive);
  const { goTo, arriveAt } = usePlaces(posts, onRefresh);
  const showMore = () => void onPage({ first: page, after: endCursor });
  const arrived = hasNextPage ? 0 : thread.lastPostNo - last;
  const { reply, replyRefusal, moderate } = thread.viewerCan;
  const showNew = () => {
    arriveAt(last + 1, true);
    showMore();
  };
  const news = <LiveLine arrived={arrived} onShow={showNew} writers={writers} isAway={isAway} />;
  return (
    <SheetRow
      asideWidth={168}
      aside={
        <ThreadAside
          thread={thread}
          waiting={moderate ? posts.filter((post) => post.pendingFlags > 0).length : 0}
          onRefresh={() => onRefresh(null)}
        />
      }
    >
      <Head thread={thread} />
      {named > 0 && !posts.some((post) => post.no === named) && (
        <MovedPost key={named} network={thread.network.slug} no={thread.no} post={named} />
      )}
      <ThreadSummary thread={thread} onRefresh={() => onRefresh(null)} />
      <CommandProblem state={accepting} onRefresh={() => onRefresh(null)} />
      <ThreadTimeline thread={thread} top={view.top} onGo={goTo} onReadAll={readAll} />
      {hasPreviousPage && (
        <Button onClick={() => void onPage({ last: page, before: startCursor })}>
          {formatMessage({ id: 'discussions.thread.earlier' })}
        </Button>
      )}
      <PostList
        posts={posts}
        // A link to a post that is not on the page brings the page about it.
        onFarPost={arriveAt}
        stopped={stopped}
        itemOf={(post) => ({
          accepted: post.no === thread.acceptedPostNo,
          network: thread.network.slug,
          canReply: reply,
          href: href(postPath(thread, post.no)),
          onReply: () => replyTo(post),
          onQuote: () => void quote(post),
          onAccept:
            post.viewerCan.accept && (thread.acceptedPostNo === null || post.no === thread.acceptedPostNo)
              ? () =>
                  void accept({
                    threadId: thread.id,
                    expectedVersion: thread.version,
                    postId: post.no === thread.acceptedPostNo ? null : post.id,
                  })
              : null,
        })}
      />
      {hasNextPage && <Pager shown={posts.length} total={thread.postsCount} hasMore busy={false} onMore={showMore} />}
      <div ref={end} />
      {!reply && news}
      {reply ? (
        <ReplyComposer
          threadId={thread.id}
          network={thread.network.slug}
          place={{ path: threadPath(thread), title: thread.title, titleLang: thread.lang }}
          insertion={insertion}
          above={news}
          onPosted={(no, elsewhere) => {
            if (elsewhere) return void navigate(href(postPath(elsewhere, no)));
            arriveAt(no, !hasNextPage);
            if (!hasNextPage) showMore();
          }}
        />
      ) : (
        <Banner>{formatMessage({ id: `discussions.refusal.${replyRefusal ?? 'NOT_MEMBER'}` })}</Banner>
      )}
    </SheetRow>
  );
}

function Head({ thread }: { thread: ThreadShown }) {
  const { formatMessage } = useIntl();
  const formats = useFormats();
  const paceName = usePaceName();
  const href = useHref();
  return (
    <>
      <PageHeader
        title={thread.title}
        lang={thread.lang}
        crumbs={[
          { label: formatMessage({ id: 'discussions.crumb.networks' }), to: href(networksPath()) },
          { label: thread.network.name, to: href(networkPath(thread.network)) },
          { label: formatMessage({ id: 'discussions.title' }), to: href(discussionsPath(thread.network)) },
        ]}
        meta={
          <>
            <ThreadStatus thread={thread} />
            <span>{formatMessage({ id: `discussions.kind.${thread.kind}` })}</span>
            {thread.category && (
              <Link
                className="link"
                lang={thread.network.lang}
                to={href(discussionsPath(thread.network, { category: thread.category.id }))}
              >
                {thread.category.name}
              </Link>
            )}
            <span>{formatMessage({ id: 'discussions.posts' }, { count: thread.postsCount })}</span>
            {thread.pinned && <span>{formatMessage({ id: 'discussions.status.pinned' })}</span>}
          </>
        }
        above={<NetworkTabs slug={thread.network.slug} inside />}
      />
      {thread.state === 'HIDDEN' && (
        <Banner tone="warn">
          <strong>{formatMessage({ id: 'discussions.thread.hidden' })}</strong> {thread.stateReason}
        </Banner>
      )}
      {thread.state === 'LOCKED' && (
        <Banner>
          <strong>{formatMessage({ id: 'discussions.thread.locked' })}</strong>{' '}
          {thread.lockedUntil && (
            <>{formatMessage({ id: 'discussions.lockedUntil' }, { day: formats.date(lastDay(thread.lockedUntil)) })} </>
          )}
          {thread.stateReason}
        </Banner>
      )}
      {thread.slowSeconds > 0 && thread.state === 'OPEN' && (
        <Banner>{formatMessage({ id: 'discussions.slow.banner' }, { pace: paceName(thread.slowSeconds) })}</Banner>
      )}
    </>
  );
}
