import { withinReach, type Act, type Reach } from '../../platform/authorize.js';
import {
  BEYOND,
  boolean,
  globalId,
  json,
  many,
  number,
  one,
  ONWARDS,
  plain,
  text,
  time,
  type PageAsked,
  type Param,
  type PlanRoot,
  type Shape,
} from '../../platform/graphql/plan/shape.js';
import type { Context } from '../../platform/context.js';
import { attachmentShape } from './attachments/attachment.shape.js';
import { personShape } from '../accounts/index.js';
import { threadsVisibleTo } from './discussions.policy.js';
import { postsWindow } from './posts-window.js';

/** Gives the columns of the viewer that hold the reach of an act. */
type ReachColumns = (act: Act) => Record<keyof Reach, string>;

/** The record of the plan: the thread with what rights and fields ask of it; the viewer's rights are worked out once for all posts. */
function recordSelect(reach: ReachColumns, param: Param): string {
  const may = (act: Act) => withinReach(reach(act), 't.network_id', 'c.path');
  const suspended = 't.network_id = ANY(v.suspended)';
  const member = 't.network_id = ANY(v.networks)';
  const visible = threadsVisibleTo({ read: reach('discussion.read'), log: reach('moderation.readLog'), personId: 'v.person_id' });
  return `SELECT t.*, n.slug AS network_slug, n.name AS network_name, n.lang AS network_lang, a.handle AS author_handle, a.display_name AS author_name,
      ap.id AS answer_id, ap.no AS answer_no, r.last_read_no, r.read_at AS last_read_at, tc.name AS category_name, t.author_id = v.person_id AS mine, ${suspended} AS suspended,
      ${may('discussion.write')} AND NOT ${suspended} AS writes, ${may('moderation.decide')} AS decides, ${may('moderation.readLog')} AS reads_log,
      t.kind = 'QUESTION' AND t.visibility = 'VISIBLE' AND NOT ${suspended} AND (${member} AND t.author_id = v.person_id OR ${may('answer.accept')}) AS accepts,
      ${may('thread.summarise')} AS summarises, su.body AS summary_body, su.body_html AS summary_html, su.written_at AS summary_at, su.version AS summary_version,
      su.written_by AS summary_by, sa.handle AS summary_handle, sa.display_name AS summary_name
    FROM v CROSS JOIN networks n JOIN threads t ON t.network_id = n.id AND t.county_id = n.county_id
    JOIN territories c ON c.id = t.county_id
    JOIN people a ON a.id = t.author_id
    LEFT JOIN posts ap ON ap.id = t.accepted_post_id AND ap.thread_id = t.id AND ap.county_id = t.county_id AND ap.visibility = 'VISIBLE' AND ap.withdrawn_at IS NULL
    LEFT JOIN thread_categories tc ON tc.id = t.category_id AND tc.county_id = t.county_id
    LEFT JOIN thread_summaries su ON su.thread_id = t.id AND su.county_id = t.county_id
    LEFT JOIN people sa ON sa.id = su.written_by
    LEFT JOIN thread_reads r ON r.person_id = v.person_id AND r.thread_id = t.id
    WHERE n.slug = ${param(({ root }) => root['network'])}::text AND t.no = ${param(({ root }) => root['no'])}::int AND ${visible}`;
}

/** The newest decision's reason, in SQL. @param county an expression for the subject's county */
export const lastReason = (type: string, id: string, county: string) =>
  `(SELECT d.reason FROM moderation_decisions d WHERE d.subject_type = '${type}' AND d.subject_id = ${id} AND d.county_id = ${county} ORDER BY d.seq DESC LIMIT 1)`;
/** The newest decision's number, in SQL. @param county an expression for the subject's county */
export const decisionSeq = (type: string, id: string, county: string) =>
  `coalesce((SELECT max(d.seq) FROM moderation_decisions d WHERE d.subject_type = '${type}' AND d.subject_id = ${id} AND d.county_id = ${county}), 0)`;

const threadCan: Shape = {
  type: 'ThreadViewerCan',
  fields: {
    reply: boolean("root.writes AND NOT root.locked AND root.visibility = 'VISIBLE'"),
    replyRefusal: plain(
      "CASE WHEN root.visibility <> 'VISIBLE' THEN 'HIDDEN' WHEN root.locked THEN 'LOCKED' WHEN root.writes THEN NULL WHEN root.suspended THEN 'SUSPENDED' ELSE 'NOT_MEMBER' END",
    ),
    accept: boolean('root.accepts'),
    moderate: boolean('root.decides AND NOT root.mine'),
    readLog: boolean('root.reads_log'),
    summarise: boolean('root.summarises'),
  },
};

const summary: Shape = {
  type: 'ThreadSummary',
  fields: {
    body: text('root.summary_body'),
    html: text('root.summary_html'),
    writtenBy: one(personShape({ id: 'root.summary_by', handle: 'root.summary_handle', displayName: 'root.summary_name' })),
    writtenAt: time('root.summary_at'),
    version: number('root.summary_version'),
  },
};

const threadShape: Shape = {
  type: 'Thread',
  fields: {
    id: globalId('Thread', 'root.id'),
    no: number('root.no'),
    slug: plain('root.slug'),
    title: text('root.title'),
    lang: plain('root.lang'),
    kind: plain('root.kind'),
    state: plain("CASE WHEN root.visibility <> 'VISIBLE' THEN 'HIDDEN' WHEN root.locked THEN 'LOCKED' ELSE 'OPEN' END"),
    locked: boolean('root.locked'),
    pinned: boolean('root.pinned'),
    lockedUntil: time('root.locked_until'),
    pinnedUntil: time('root.pinned_until'),
    slowSeconds: number('root.slow_seconds'),
    author: one(personShape({ id: 'root.author_id', handle: 'root.author_handle', displayName: 'root.author_name' })),
    createdAt: time('root.created_at'),
    lastPostAt: time('root.last_post_at'),
    postsCount: number('root.posts_count'),
    lastPostNo: number('root.last_post_no'),
    changeNo: number('root.change_no'),
    firstReplyAt: time('root.first_reply_at'),
    acceptedPostNo: number('root.answer_no'),
    acceptedAt: time('CASE WHEN root.answer_id IS NOT NULL THEN root.accepted_at END'),
    lastReadNo: number('coalesce(root.last_read_no, 0)'),
    lastReadAt: time('root.last_read_at'),
    unread: boolean('coalesce(root.last_read_no, 0) < root.last_post_no'),
    stateReason: text(
      `CASE WHEN root.locked OR root.visibility <> 'VISIBLE' THEN ${lastReason('Thread', 'root.id', 'root.county_id')} END`,
    ),
    decisionSeq: number(decisionSeq('Thread', 'root.id', 'root.county_id')),
    version: number('root.version'),
    network: one({
      type: 'Network',
      fields: {
        id: globalId('Network', 'root.network_id'),
        slug: plain('root.network_slug'),
        name: text('root.network_name'),
        lang: plain('root.network_lang'),
      },
    }),
    category: one(
      { type: 'ThreadCategoryLabel', fields: { id: globalId('ThreadCategory', 'root.category_id'), name: text('root.category_name') } },
      'root.category_name',
    ),
    summary: one(summary, 'root.summary_by'),
    viewerCan: one(threadCan),
  },
};

const MINE = '(p.author_id = v.person_id)';
const OPEN = "(p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL)";
const TRACE = `(${OPEN} OR ${MINE} OR root.reads_log)`;
const READS = `(p.visibility <> 'REMOVED' AND ${TRACE})`;
const EDIT = `(${MINE} AND p.withdrawn_at IS NULL AND p.visibility <> 'REMOVED' AND NOT root.locked AND NOT root.suspended)`;

/** An expression for those who may read the post's text. */
const ifRead = (sql: string) => `CASE WHEN ${READS} THEN ${sql} END`;

const reactions: Shape = {
  type: 'PostReactions',
  fields: {
    thanks: number(`CASE WHEN ${READS} THEN p.thanks_count ELSE 0 END`),
    agree: number(`CASE WHEN ${READS} THEN p.agree_count ELSE 0 END`),
    idea: number(`CASE WHEN ${READS} THEN p.idea_count ELSE 0 END`),
    // Most posts have none, and need not be looked up.
    mine: json(
      `CASE WHEN ${READS} AND p.thanks_count + p.agree_count + p.idea_count > 0 THEN ARRAY(SELECT pr.kind FROM post_reactions pr WHERE pr.post_id = p.id AND pr.county_id = root.county_id AND pr.person_id = v.person_id ORDER BY pr.kind) ELSE '{}' END`,
    ),
  },
};

const postShape: Shape = {
  type: 'Post',
  fields: {
    id: globalId('Post', 'p.id'),
    no: number('p.no'),
    state: plain("CASE WHEN p.visibility = 'VISIBLE' AND p.withdrawn_at IS NOT NULL THEN 'WITHDRAWN' ELSE p.visibility END"),
    author: one(
      personShape({ id: 'p.author_id', handle: 'a.handle', displayName: 'a.display_name' }, 'author'),
      `CASE WHEN ${TRACE} THEN p.author_id END`,
    ),
    authorProfession: plain(`CASE WHEN ${TRACE} THEN p.author_profession END`),
    authorSchool: text(`CASE WHEN ${TRACE} THEN p.author_school END`),
    lang: plain(ifRead('p.lang')),
    body: text(ifRead('p.body')),
    html: text(ifRead('p.body_html')),
    createdAt: time('p.created_at'),
    editedAt: time(ifRead('p.edited_at')),
    accepted: boolean('p.id IS NOT DISTINCT FROM root.answer_id'),
    hasPoll: boolean(`${READS} AND p.has_poll`),
    hiddenReason: text(`CASE WHEN p.visibility <> 'VISIBLE' AND ${TRACE} THEN ${lastReason('Post', 'p.id', 'root.county_id')} END`),
    decisionSeq: number(decisionSeq('Post', 'p.id', 'root.county_id')),
    pendingFlags: number(
      "CASE WHEN root.reads_log THEN (SELECT count(*)::int FROM flags f WHERE f.subject_type = 'Post' AND f.subject_id = p.id AND f.county_id = root.county_id AND f.resolved_by IS NULL) ELSE 0 END",
    ),
    reportedByViewer: boolean(
      "EXISTS (SELECT 1 FROM flags f WHERE f.subject_type = 'Post' AND f.subject_id = p.id AND f.county_id = root.county_id AND f.flagged_by = v.person_id)",
    ),
    reactions: one(reactions),
    // So have most posts no files.
    attachments: many(
      attachmentShape,
      (row) =>
        `CASE WHEN ${READS} AND p.attachments_count > 0 THEN (SELECT json_agg(${row} ORDER BY pa.position, pa.id) FROM post_attachments pa WHERE pa.post_id = p.id AND pa.county_id = root.county_id) ELSE '[]' END`,
    ),
    saved: boolean(
      'EXISTS (SELECT 1 FROM saved_posts sp WHERE sp.person_id = v.person_id AND sp.post_id = p.id AND sp.county_id = root.county_id)',
    ),
    version: number('p.version'),
    viewerCan: one({
      type: 'PostViewerCan',
      fields: {
        edit: boolean(EDIT),
        withdraw: boolean(`${EDIT} AND p.no > 1`),
        report: boolean(`${OPEN} AND NOT ${MINE} AND root.writes`),
        react: boolean(`${OPEN} AND NOT ${MINE} AND root.writes`),
        accept: boolean(`${OPEN} AND p.no > 1 AND root.accepts`),
        moderate: boolean(`root.decides AND NOT ${MINE}`),
      },
    }),
  },
};

/** The page asked for; what is asked for wrongly is left to the resolvers, which refuse it. */
function postsPage(ctx: Context, { first, after, last, before, around }: Readonly<Record<string, unknown>>): PageAsked | null {
  const [from, size] = [first, last].map((each) => (typeof each === 'number' ? each : null));
  if ((from === null) === (size === null)) return null;
  const window = postsWindow(ctx, {
    first: from,
    last: size,
    after: typeof after === 'string' ? after : null,
    before: typeof before === 'string' ? before : null,
    around: typeof around === 'number' ? around : null,
  });
  return { size: window.size, after: [window.from], backwards: !window.forwards, behind: window.behind };
}

/** The thread page in one statement. */
export function threadPlan(reach: ReachColumns): PlanRoot {
  return {
    field: 'thread',
    isPublic: false,
    args: { network: 'String', no: 'Int' },
    record: { select: (param) => recordSelect(reach, param), shape: threadShape },
    list: {
      field: 'posts',
      type: 'Post',
      args: { first: 'Int', after: 'String', last: 'Int', before: 'String', around: 'Int' },
      page: postsPage,
      from: 'posts p',
      joins: { author: () => 'JOIN people a ON a.id = p.author_id' },
      where: (param) =>
        `p.thread_id = root.id AND p.county_id = root.county_id AND p.no ${BEYOND} ${param(({ page }) => page.after[0])}::int`,
      order: `p.no ${ONWARDS}`,
      key: [number('p.no')],
      shape: postShape,
      totalCount: 'root.posts_count',
    },
  };
}
