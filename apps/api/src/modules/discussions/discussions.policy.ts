import { allows, explain, type Reason } from '@stoa/domain';
import { reachOf, withinReach, type Reach, type Target, type Viewer } from '../../platform/authorize.js';

/** What rights ask of a thread's row. */
export interface ThreadFacts {
  network_id: string;
  /** Path of the county: country, region, county. */
  county_path: string[];
  author_id: string;
  kind: string;
  visibility: string;
  locked: boolean;
  /** The thread into which it went; then it is read there alone. */
  merged_into: string | null;
}

/** What rights ask of a post's row, beside its thread's. */
export interface PostFacts {
  no: number;
  author_id: string;
  visibility: string;
  withdrawn: boolean;
}

/** A thread as the rights table asks of it. */
export function threadTarget(thread: ThreadFacts): Target {
  return {
    scopes: [thread.network_id, ...thread.county_path],
    networkId: thread.network_id,
    ownerId: thread.author_id,
    questionAuthorId: thread.author_id,
    concerns: [thread.author_id],
  };
}

/** A post as the rights table asks of it. */
export function postTarget(thread: ThreadFacts, post: PostFacts): Target {
  return { ...threadTarget(thread), ownerId: post.author_id, concerns: [post.author_id] };
}

/** Whether a viewer may read a thread: a hidden one only its author and those who moderate it. */
export function canReadThread(viewer: Viewer, thread: ThreadFacts): boolean {
  const target = threadTarget(thread);
  if (thread.merged_into !== null || !allows(viewer, 'discussion.read', target)) return false;
  return thread.visibility === 'VISIBLE' || thread.author_id === viewer.personId || allows(viewer, 'moderation.readLog', target);
}

/** The values behind the SQL twins. */
export interface DiscussionReach {
  read: Reach;
  log: Reach;
  personId: string | null;
}

/** How far a viewer sees discussions, for `threadsVisibleTo`. */
export function discussionReach(viewer: Viewer): DiscussionReach {
  return { read: reachOf(viewer, 'discussion.read'), log: reachOf(viewer, 'moderation.readLog'), personId: viewer.personId };
}

/** An SQL expression for each value of a reach, such as its placeholder. */
export type ReachSql = Record<keyof Reach, string>;

/**
 * The SQL twin of `canReadThread` on `threads t` and its county `c`.
 * @param $ an SQL expression for each value of `discussionReach`
 */
export function threadsVisibleTo($: { read: ReachSql; log: ReachSql; personId: string }): string {
  return `${withinReach($.read, 't.network_id', 'c.path')}
    AND t.merged_into IS NULL AND (t.visibility = 'VISIBLE' OR t.author_id = ${$.personId}::uuid OR ${withinReach($.log, 't.network_id', 'c.path')})`;
}

/** The SQL twin of `canReadText` in a thread that may be read, on `posts p` of `threads t` in the county `c`. */
export function postsReadableTo($: { read: ReachSql; log: ReachSql; personId: string }): string {
  return `${threadsVisibleTo($)} AND p.visibility <> 'REMOVED'
    AND (p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL OR p.author_id = ${$.personId}::uuid OR ${withinReach($.log, 't.network_id', 'c.path')})`;
}

/** Whether somebody may see the trace of a post that is not open to all, and the reason. */
export function canSeeTrace(viewer: Viewer, thread: ThreadFacts, post: PostFacts): boolean {
  return post.author_id === viewer.personId || allows(viewer, 'moderation.readLog', threadTarget(thread));
}

/** Whether a viewer who reads the thread may read a post's text. What was removed, nobody reads here. */
export function canReadText(viewer: Viewer, thread: ThreadFacts, post: PostFacts): boolean {
  if (post.visibility === 'REMOVED') return false;
  return (post.visibility === 'VISIBLE' && !post.withdrawn) || canSeeTrace(viewer, thread, post);
}

/** What a viewer may do in a thread. */
export interface ThreadAbilities {
  reply: boolean;
  /** Why not: LOCKED, HIDDEN, or a reason of the rights table such as SUSPENDED; null where replying is possible. */
  replyRefusal: Reason | 'LOCKED' | 'HIDDEN' | null;
  accept: boolean;
  moderate: boolean;
  readLog: boolean;
  summarise: boolean;
}

/** What a viewer may do in a thread. */
export function threadAbilities(viewer: Viewer, thread: ThreadFacts): ThreadAbilities {
  const target = threadTarget(thread);
  const { allowed, reason } = explain(viewer, 'discussion.write', target);
  const replyRefusal = thread.visibility !== 'VISIBLE' ? 'HIDDEN' : thread.locked ? 'LOCKED' : allowed ? null : reason;
  return {
    reply: replyRefusal === null,
    replyRefusal,
    accept: thread.kind === 'QUESTION' && thread.visibility === 'VISIBLE' && allows(viewer, 'answer.accept', target),
    moderate: allows(viewer, 'moderation.decide', target),
    readLog: allows(viewer, 'moderation.readLog', target),
    summarise: allows(viewer, 'thread.summarise', target),
  };
}

/** What a viewer may do with a post. */
export interface PostAbilities {
  edit: boolean;
  withdraw: boolean;
  report: boolean;
  react: boolean;
  accept: boolean;
  moderate: boolean;
}

/** What a viewer may do with a post. */
export function postAbilities(viewer: Viewer, thread: ThreadFacts, post: PostFacts): PostAbilities {
  const target = postTarget(thread, post);
  const open = post.visibility === 'VISIBLE' && !post.withdrawn;
  const edit = !post.withdrawn && post.visibility !== 'REMOVED' && !thread.locked && allows(viewer, 'post.editOwn', target);
  return {
    edit,
    withdraw: edit && post.no > 1,
    report: open && post.author_id !== viewer.personId && allows(viewer, 'post.flag', target),
    react: open && post.author_id !== viewer.personId && allows(viewer, 'discussion.write', target),
    accept: open && post.no > 1 && threadAbilities(viewer, thread).accept,
    moderate: allows(viewer, 'moderation.decide', target),
  };
}

/** Whether a thread's last decision is worth telling its readers: why it is locked or hidden. */
export function canSeeThreadReason(thread: ThreadFacts): boolean {
  return thread.locked || thread.visibility !== 'VISIBLE';
}
