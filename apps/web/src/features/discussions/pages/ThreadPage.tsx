import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useParams } from 'react-router';
import { useCommand } from '../../../app/api/use-command.js';
import { CommandProblem } from '../../../app/CommandProblem.js';
import { useHref } from '../../../app/i18n/use-language.js';
import { NetworkTabs } from '../../../app/network/NetworkTabs.js';
import { NotFoundPage } from '../../../app/NotFoundPage.js';
import { QueryView } from '../../../app/QueryView.js';
import { Banner, Button, PageHeader, Pager, SheetRow } from '../../../ui/index.js';
import { networkPath, networksPath } from '../../networks/paths.js';
import { LiveLine } from '../components/LiveLine.js';
import { PostList } from '../components/PostList.js';
import { ReplyComposer } from '../components/ReplyComposer.js';
import { ThreadAside } from '../components/ThreadAside.js';
import { ThreadStatus } from '../components/ThreadStatus.js';
import { ThreadSummary } from '../components/ThreadSummary.js';
import { useInView } from '../hooks/use-in-view.js';
import { useLiveThread } from '../hooks/use-live-thread.js';
import { useQuoting } from '../hooks/use-quoting.js';
import { usePulse, useReading } from '../hooks/use-reading.js';
import { discussionsPath, postPath } from '../paths.js';
import { AcceptAnswerMutation } from '../thread-commands.js';
import { ThreadPageQuery, type PostShown, type ThreadShown } from '../thread-operations.js';

/** How many posts the first page holds; a link to a later one opens the page about it. */
const page = 50;

/** A question or discussion: what was asked, is it answered, where did I stop? */
export function Component() {
  const { network = '', thread: address = '' } = useParams();
  const no = Number.parseInt(address, 10);
  const wanted = Number(/^#p(\d+)$/.exec(useLocation().hash)?.[1] ?? 0);
  const [around] = useState(wanted > page ? wanted : null);
  const query = useQuery(ThreadPageQuery, {
    variables: { network, no, around },
    skip: !Number.isInteger(no),
    fetchPolicy: 'cache-and-network',
  });
  if (!Number.isInteger(no)) return <NotFoundPage />;
  const more = async (after: string | null) => {
    await query.fetchMore({ variables: { after, around: null } });
  };
  return (
    <QueryView query={query}>
      {({ thread }) =>
        thread ? (
          <ThreadView key={thread.id} thread={thread} onMore={more} onRefresh={(from) => void query.refetch({ around: from })} />
        ) : (
          <NotFoundPage />
        )
      }
    </QueryView>
  );
}

function ThreadView({
  thread,
  onMore,
  onRefresh,
}: {
  thread: ThreadShown;
  onMore: (after: string | null) => Promise<void>;
  onRefresh: (around: number | null) => void;
}) {
  const { formatMessage } = useIntl();
  const href = useHref();
  const posts = useMemo(() => thread.posts.edges.map(({ node }) => node), [thread.posts.edges]);
  const last = posts.at(-1)?.no ?? 0;
  const { hasNextPage, hasPreviousPage, endCursor } = thread.posts.pageInfo;
  const stopped = useReading(thread, last);
  const { insertion, replyTo, quote } = useQuoting(posts);
  const [accept, accepting] = useCommand(AcceptAnswerMutation);
  const [goTo, setGoTo] = useState<number | null>(null);
  const [end, isAtEnd] = useInView();
  const { isLive, isAway, writers } = useLiveThread(thread, isAtEnd, () => onRefresh(null));
  usePulse(thread, isLive);
  useArrivalAt(posts, goTo);
  const arrived = hasNextPage ? 0 : thread.lastPostNo - last;
  const { reply, replyRefusal, moderate } = thread.viewerCan;
  const showNew = () => {
    setGoTo(last + 1);
    void onMore(endCursor);
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
      <ThreadSummary thread={thread} onRefresh={() => onRefresh(null)} />
      <CommandProblem state={accepting} onRefresh={() => onRefresh(null)} />
      {hasPreviousPage && <Button onClick={() => onRefresh(null)}>{formatMessage({ id: 'discussions.thread.fromStart' })}</Button>}
      <PostList
        posts={posts}
        // A link to a post that is not on the page brings the page about it.
        onFarPost={(no) => {
          setGoTo(no);
          onRefresh(no);
        }}
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
      {hasNextPage && <Pager shown={posts.length} total={thread.postsCount} hasMore busy={false} onMore={() => void onMore(endCursor)} />}
      <div ref={end} />
      {!reply && news}
      {reply ? (
        <ReplyComposer
          threadId={thread.id}
          network={thread.network.slug}
          insertion={insertion}
          above={news}
          onPosted={(no) => {
            setGoTo(no);
            if (hasNextPage) onRefresh(no);
            else void onMore(endCursor);
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
          <strong>{formatMessage({ id: 'discussions.thread.locked' })}</strong> {thread.stateReason}
        </Banner>
      )}
    </>
  );
}

/** Brings the post of the address, or the one just written, into view once it is there. */
function useArrivalAt(posts: readonly PostShown[], goTo: number | null): void {
  const { hash } = useLocation();
  const target = goTo ? `p${goTo}` : hash.slice(1);
  const there = posts.some((post) => `p${post.no}` === target);
  useEffect(() => {
    if (there) document.getElementById(target)?.scrollIntoView({ block: goTo ? 'center' : 'start' });
  }, [there, target, goTo]);
}
