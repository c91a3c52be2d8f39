import { allows, type DecisionKind } from '@stoa/domain';
import { translator } from '../../platform/i18n/translate.js';
import { composeMail, type MailWords } from '../../platform/mail/compose.js';
import type { Sql } from '../../platform/database/database.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { mailStop, readerOf, wantsMail, type Reader } from '../accounts/index.js';
import { messages } from './messages.js';
import { adapterOf, type SubjectNotice } from './subjects.js';

/** Decisions that change what becomes of somebody's words; the others need no letter. */
const TOLD = [
  'HIDE',
  'UNHIDE',
  'REMOVE',
  'LOCK',
  'UNLOCK',
  'REVERSE',
  'WARN',
  'MOVE',
  'MERGE',
  'SPLIT',
] as const satisfies readonly DecisionKind[];
type Told = (typeof TOLD)[number];

interface DecisionRow {
  decided_by: string;
  target_id: string | null;
  /** Of the county, from the country on. */
  path: string[];
  scope_id: string;
  subject_type: string;
  subject_id: string;
  kind: string;
  reason: string;
  reversed: boolean;
  /** Of a REVERSE: whether what it takes back was told, which is so when it is older than the time for undoing. */
  undone_at_once: boolean | null;
  /** Of a MOVE: whether it led to another network; another category is seen at the next visit. */
  to_network: boolean;
  /** The kind of the decision before it, remarks left aside. */
  before: string | null;
}

/**
 * A decision of which somebody is to hear, and as what. One that was taken back meanwhile is not told, nor is the taking back of one
 * that was never told.
 */
export async function toldDecision(sql: Sql, id: string): Promise<{ row: DecisionRow; kind: Told } | null> {
  const row = await sql.row<DecisionRow>(
    `SELECT d.decided_by, d.target_id, c.path, d.scope_id, d.subject_type, d.subject_id, d.kind, d.reason, EXISTS (SELECT 1 FROM moderation_decisions r WHERE r.reverses = d.id) AS reversed,
       (SELECT d.decided_at - o.decided_at < interval '10 seconds' FROM moderation_decisions o WHERE o.id = d.reverses) AS undone_at_once,
       EXISTS (SELECT 1 FROM networks n WHERE n.id = d.target_id) AS to_network,
       (SELECT b.kind FROM moderation_decisions b WHERE b.subject_type = d.subject_type AND b.subject_id = d.subject_id AND b.seq < d.seq AND b.kind <> 'WARN'
         ORDER BY b.seq DESC LIMIT 1) AS before
     FROM moderation_decisions d JOIN territories c ON c.id = d.county_id WHERE d.id = $1`,
    [id],
  );
  const kind = toldKind(row);
  return !row || !kind || row.reversed || row.undone_at_once === true ? null : { row, kind };
}

/** Who hears of a decision: the author of its subject; of posts that became a discussion of their own, the author of each. */
export async function hearersOf(services: Services, id: string, { row, kind }: { row: DecisionRow; kind: Told }): Promise<SubjectNotice[]> {
  const adapter = adapterOf(row.subject_type);
  if (kind !== 'SPLIT') return (await adapter.notices(services.db, [row.subject_id])).slice(0, 1);
  const hearers: SubjectNotice[] = [];
  for (const notice of (await adapter.movedBy?.(services.db, id)) ?? []) {
    if (notice.authorId === row.decided_by) continue;
    // The new title is nothing that whoever has left the network knows.
    const place = { scopes: [row.scope_id, ...row.path], networkId: row.scope_id };
    if (allows(await services.viewerOf(notice.authorId), 'discussion.read', place)) hearers.push(notice);
  }
  return hearers;
}

/** Writes to whoever hears of a decision what was decided and why. */
export async function tellAuthor(payload: Record<string, unknown>, services: Services): Promise<void> {
  const id = String(payload['decisionId']);
  const told = await toldDecision(services.db, id);
  if (!told) return;
  const { row, kind } = told;
  for (const { authorId, title, path } of await hearersOf(services, id, told)) {
    const author = await readerOf(services, authorId);
    if (!author || !(await wantsMail(services, authorId, 'DECISION', row.scope_id))) continue;
    const key = kind === 'SPLIT' ? `${id}-${authorId}` : id;
    const stop = mailStop(services, author.lang, { personId: authorId, kind: 'DECISION', networkId: row.scope_id });
    await services.mailer.send(
      await letter({ to: author, key, kind, reason: row.reason, title, url: webUrl(services.config, author.lang, path), stop }),
    );
  }
}

/** As what a decision is told; keeping what its author edited shows it again. */
function toldKind(row: DecisionRow | null): Told | undefined {
  if (row?.kind === 'KEEP' && row.before === 'RESUBMIT') return 'UNHIDE';
  if (row?.kind === 'MOVE' && !row.to_network) return undefined;
  return TOLD.find((told) => told === row?.kind);
}

function letter(about: {
  to: Reader;
  key: string;
  kind: Told;
  reason: string;
  title: string;
  url: string;
  stop: MailWords['stop'];
}): ReturnType<typeof composeMail> {
  const { to, title, reason } = about;
  const t = translator(messages, to.lang);
  return composeMail(to.email, to.lang, about.key, {
    subject: t(`subject.${about.kind}`, { title }),
    greeting: t('greeting', { name: to.name }),
    paragraphs: [
      t(`told.${about.kind}`, { title }),
      t('reason', { reason }),
      ...(about.kind === 'HIDE' ? [t('hiddenEdit')] : []),
      ...(about.kind === 'HIDE' || about.kind === 'REMOVE' ? [t('appeal')] : []),
    ],
    action: { label: t('open'), url: about.url },
    footer: t('footer'),
    ...(about.stop && { stop: about.stop }),
  });
}
