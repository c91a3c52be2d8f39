import type { Act, Language, NoticeEvent, NoticeKind, Viewer } from '@stoa/domain';
import { reachOf, withinReach } from '../../platform/authorize.js';
import { threadsVisibleTo } from '../discussions/index.js';
import { answerable } from '../moderation/index.js';
import { IN_FORCE } from './holders.js';
import { watchedDelivery } from './delivery.js';

/** A notice as its reader sees it now; words come from what it is about. Times are ISO text. */
export interface NoticeRow {
  id: string;
  kind: NoticeKind;
  event: NoticeEvent;
  at: string;
  unread: boolean;
  /** The thread or, without one, the notice: what belongs together. */
  group_id: string;
  thread_id: string | null;
  thread_no: number | null;
  thread_slug: string | null;
  title: string | null;
  lang: Language | null;
  post_no: number | null;
  actor_name: string | null;
  network_id: string;
  network_slug: string;
  network_name: string;
  network_lang: string;
  year: string | null;
}

/** Gives the placeholder of a value. */
export type Place = (value: unknown) => string;

/**
 * The notices of a person that they may read now: whatever was hidden, left, handled or taken back is not among them.
 * @param more further conditions on the notice `n` and its joins
 */
export function noticesSeenBy(viewer: Viewer, now: { today: string }, $: Place, more: readonly string[] = []): string {
  const me = `${$(viewer.personId)}::uuid`;
  return `SELECT n.id, n.kind, n.event, n.at, coalesce(t.id, n.id) AS group_id, t.id AS thread_id, t.no AS thread_no, t.slug AS thread_slug, t.title, t.lang,
      n.read_at IS NULL AND NOT (coalesce(r.last_read_no >= p.no, false) AND r.read_at >= n.at) AS unread,
      CASE WHEN n.event <> 'FLAGGED' THEN p.no END AS post_no, CASE WHEN n.event NOT IN ('FLAGGED', 'ANSWER_ACCEPTED') THEN a.display_name END AS actor_name,
      w.id AS network_id, w.slug AS network_slug, w.name AS network_name, w.lang AS network_lang, y.year
    FROM notices n
    LEFT JOIN posts p ON n.subject_type = 'Post' AND p.id = n.subject_id
    LEFT JOIN threads t ON t.id = coalesce(p.thread_id, n.thread_id)
    LEFT JOIN thread_reads r ON r.person_id = n.person_id AND r.thread_id = t.id AND n.event <> 'FLAGGED'
    LEFT JOIN memberships m ON n.subject_type = 'Membership' AND m.id = n.subject_id
    LEFT JOIN annual_reports y ON n.subject_type = 'AnnualReport' AND y.id = n.subject_id
    LEFT JOIN moderation_decisions d ON n.subject_type = 'ModerationDecision' AND d.id = n.subject_id
    JOIN networks w ON w.id = coalesce(t.network_id, n.network_id)
    JOIN territories c ON c.id = w.county_id
    LEFT JOIN people a ON a.id = CASE n.event WHEN 'THREAD_STARTED' THEN t.author_id WHEN 'REQUESTED' THEN m.person_id ELSE p.author_id END
    WHERE n.person_id = ${me} AND ${readable(viewer, now, $, me)}${more.map((condition) => ` AND ${condition}`).join('')}`;
}

/** How a notice of `noticesSeenBy` is to be delivered, as its person chose until now. */
export const NOTICE_DELIVERY = watchedDelivery({ person: 'n.person_id', kind: 'n.kind', thread: 't.id', network: 'w.id' });

/** Whether the person may read what a notice is about, and it is still so. */
function readable(viewer: Viewer, now: { today: string }, $: Place, me: string): string {
  const reach = (act: Act) => {
    const { all, scopeIds, networkIds } = reachOf(viewer, act);
    return { all: $(all), scopeIds: $(scopeIds), networkIds: $(networkIds) };
  };
  const within = (act: Act) => withinReach(reach(act), 'w.id', 'c.path');
  const thread = `(${threadsVisibleTo({ read: reach('discussion.read'), log: reach('moderation.readLog'), personId: me })})`;
  const post = `p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL AND ${thread}`;
  const appeal = (condition: string) =>
    `EXISTS (SELECT 1 FROM appeals a JOIN moderation_decisions d ON d.id = a.decision_id WHERE a.id = n.subject_id AND ${condition})`;
  const vacant = `NOT EXISTS (SELECT 1 FROM appointments a WHERE a.scope_id = w.id AND a.role = 'NC' AND ${IN_FORCE($(now.today))})`;
  const cases: Readonly<Record<NoticeEvent, string>> = {
    MENTIONED: `${post} AND EXISTS (SELECT 1 FROM post_mentions x WHERE x.post_id = p.id AND x.person_id = n.person_id)`,
    FIRST_REPLIED: post,
    REPLIED: post,
    THREAD_STARTED: `t.visibility = 'VISIBLE' AND ${thread}`,
    ANSWER_ACCEPTED: `${post} AND t.accepted_post_id = p.id`,
    DECIDED: `d.author_id = ${me}`,
    SPLIT_OFF: `${thread} AND EXISTS (SELECT 1 FROM post_moves x JOIN posts o ON o.id = x.post_id WHERE x.decision_id = d.id AND o.author_id = ${me})`,
    APPEAL_ANSWERED: appeal(`a.author_id = ${me} AND a.state <> 'OPEN'`),
    INVITED: `m.person_id = ${me} AND m.state = 'INVITED'`,
    ADMITTED: `m.person_id = ${me}`,
    REFUSED: `m.person_id = ${me}`,
    REMOVED: `m.person_id = ${me}`,
    SUSPENDED: `m.person_id = ${me}`,
    FLAGGED: `${within('moderation.decide')} AND coalesce(p.author_id, t.author_id) <> ${me}
      AND EXISTS (SELECT 1 FROM flags f WHERE f.subject_type = n.subject_type AND f.subject_id = n.subject_id AND f.resolved_by IS NULL)`,
    APPEALED: appeal(answerable({ ...reach('appeal.decide'), me })),
    REQUESTED: `m.state = 'REQUESTED' AND ${within('network.admit')}`,
    REPORT_SUBMITTED: `y.state = 'SUBMITTED' AND y.submitted_by <> ${me} AND ${within('report.decide')}`,
    REPORT_PRESENTED: `y.state NOT IN ('DRAFT', 'RETURNED') AND ${within('report.readPresented')}`,
    REPORT_APPROVED: `y.submitted_by = ${me} AND y.state IN ('APPROVED', 'PUBLISHED')`,
    // Whoever coordinated last keeps the report until somebody succeeds.
    REPORT_RETURNED: `y.submitted_by = ${me} AND y.state = 'RETURNED' AND (${within('report.export')} OR ${vacant})`,
  };
  return `coalesce(CASE n.event ${Object.entries(cases)
    .map(([event, condition]) => `WHEN '${event}' THEN ${condition}`)
    .join('\n      ')} END, false)`;
}

/** The page of what a notice is about, without the language. */
export function noticePath(row: NoticeRow): string {
  const network = `/networks/${row.network_slug}`;
  switch (row.event) {
    case 'MENTIONED':
    case 'FIRST_REPLIED':
    case 'REPLIED':
    case 'ANSWER_ACCEPTED':
      return `${network}/discussions/${row.thread_no}-${row.thread_slug}#p${row.post_no}`;
    case 'THREAD_STARTED':
    case 'SPLIT_OFF':
      return `${network}/discussions/${row.thread_no}-${row.thread_slug}`;
    case 'DECIDED':
    case 'APPEAL_ANSWERED':
    case 'SUSPENDED':
      return '/me/decisions';
    case 'FLAGGED':
      return '/review';
    case 'APPEALED':
      return '/review/appeals';
    case 'REQUESTED':
      return `${network}/members`;
    case 'REPORT_SUBMITTED':
    case 'REPORT_PRESENTED':
    case 'REPORT_APPROVED':
    case 'REPORT_RETURNED':
      return `${network}/report/${String(row.year).replace('/', '-')}`;
    default:
      return network;
  }
}
