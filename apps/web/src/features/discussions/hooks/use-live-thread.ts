import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '../../../app/live/use-live.js';
import { useViewer } from '../../../app/viewer/ViewerProvider.js';
import { LiveThread_thread, SayWritingMutation, ThreadChangedSubscription, type ThreadChange } from '../live-operations.js';
import { PollQuery } from '../poll-operations.js';
import { PostItem_post, type ThreadShown } from '../thread-operations.js';
import { bringPoll } from './live-poll.js';

/** For how long somebody is shown as writing who has not said it again. */
const WRITING_MS = 6_000;
/** How often it is said while somebody writes. */
const SAY_MS = 4_000;

/** Somebody who writes at this moment. */
export interface Writer {
  id: string;
  displayName: string;
}

/**
 * Brings what happens in a thread onto its page: edits and decisions where they are, new posts at the end where the reader sees it;
 * otherwise the page says how many have come.
 * @param isAtEnd whether the reader sees the end of the whole thread
 */
export function useLiveThread(
  thread: ThreadShown,
  isAtEnd: boolean,
  onEnd: () => void,
): { isLive: boolean; isAway: boolean; writers: readonly Writer[] } {
  const client = useApolloClient();
  const { cache } = client;
  const me = useViewer().viewer?.person.id;
  const [writers, hear] = useWriters();
  // What other requests bring is new for their posts alone; only what came this way counts as told.
  const told = useRef(thread.changeNo);
  const state = useLive(ThreadChangedSubscription, () => ({ threadId: thread.id, after: told.current }), {
    onData: ({ threadChanged: change }) => {
      told.current = change.changeNo;
      cache.batch({ update: (batch) => bring(batch, thread, change, isAtEnd && document.visibilityState === 'visible') });
      for (const { post, poll } of change.posts)
        if (!bringPoll(cache, post.id, poll))
          client.query({ query: PollQuery, variables: { postId: post.id }, fetchPolicy: 'network-only' }).catch(() => undefined);
      const others = change.writing.filter(({ id }) => id !== me);
      // Whoever has posted writes no more.
      hear(
        others,
        change.posts.flatMap(({ post }) => (post.author ? [post.author.id] : [])),
      );
    },
    onEnd,
  });
  return { isLive: state === 'live', isAway: state === 'away', writers };
}

/** Writes a change to the cache. */
function bring(cache: ApolloCache, thread: ThreadShown, change: ThreadChange, showsNew: boolean): void {
  const threadId = `Thread:${thread.id}`;
  cache.writeFragment({
    id: threadId,
    fragment: LiveThread_thread,
    data: { ...change.thread, __typename: 'Thread', id: thread.id } as never,
  });
  const last = thread.posts.edges.at(-1)?.node.no ?? 0;
  const isWhole = !thread.posts.pageInfo.hasNextPage && last > 0;
  const fresh: { cursor: string; ref: string }[] = [];
  for (const { post, cursor, hiddenReason, thanks, agree, idea, attachments } of change.posts) {
    const id = `Post:${post.id}`;
    const shown = cache.readFragment({ id, fragment: PostItem_post });
    if (!shown && !(showsNew && isWhole && post.no > last)) continue;
    const own = {
      pendingFlags: shown?.pendingFlags ?? 0,
      saved: shown?.saved ?? false,
      attachments,
      reactions: { __typename: 'PostReactions', thanks, agree, idea, mine: shown?.reactions.mine ?? [] },
    };
    cache.writeFragment({ id, fragment: PostItem_post, data: { ...post, ...own, hiddenReason } as never });
    if (showsNew && isWhole && post.no > last) fresh.push({ cursor, ref: id });
  }
  append(cache, threadId, fresh);
}

interface Cached {
  edges: { node: { __ref: string } }[];
  pageInfo: object;
}

function append(cache: ApolloCache, threadId: string, fresh: { cursor: string; ref: string }[]): void {
  const end = fresh.at(-1)?.cursor;
  if (!end) return;
  cache.modify<{ posts: Cached }>({
    id: threadId,
    fields: {
      posts: (list) => {
        const { edges, pageInfo } = list as Cached;
        const there = new Set(edges.map(({ node }) => node.__ref));
        const added = fresh.filter(({ ref }) => !there.has(ref)).map(({ ref }) => ({ __typename: 'PostEdge', node: { __ref: ref } }));
        return { ...(list as object), edges: [...edges, ...added], pageInfo: { ...pageInfo, endCursor: end } } as never;
      },
    },
  });
}

/** Who writes, each until some seconds after they last said it. */
function useWriters(): [readonly Writer[], (writing: readonly Writer[], posted: readonly string[]) => void] {
  const [writers, setWriters] = useState<readonly (Writer & { until: number })[]>([]);
  const next = Math.min(...writers.map(({ until }) => until));
  useEffect(() => {
    if (writers.length === 0) return;
    const timer = setTimeout(
      () => setWriters((known) => known.filter(({ until }) => until > Date.now())),
      Math.max(0, next - Date.now()) + 50,
    );
    return () => clearTimeout(timer);
  }, [writers, next]);
  const hear = (writing: readonly Writer[], posted: readonly string[]) => {
    if (writing.length === 0 && posted.length === 0) return;
    const until = Date.now() + WRITING_MS;
    const anew = new Set([...posted, ...writing.map(({ id }) => id)]);
    setWriters((known) => [
      ...known.filter(({ id }) => !anew.has(id)),
      ...writing.filter(({ id }) => !posted.includes(id)).map(({ id, displayName }) => ({ id, displayName, until })),
    ]);
  };
  return [writers, hear];
}

/** Says now and then that the viewer writes, while the text changes. Where it does not arrive nobody misses anything. */
export function useSayWriting(threadId: string, body: string): void {
  const client = useApolloClient();
  const said = useRef({ body, at: 0 });
  useEffect(() => {
    const { current } = said;
    if (body === current.body) return;
    current.body = body;
    if (body.trim() === '' || Date.now() - current.at < SAY_MS) return;
    current.at = Date.now();
    client.mutate({ mutation: SayWritingMutation, variables: { input: { threadId } }, errorPolicy: 'all' }).catch(() => undefined);
  }, [client, threadId, body]);
}
