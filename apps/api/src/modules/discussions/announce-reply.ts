import { translator } from '../../platform/i18n/translate.js';
import { composeMail } from '../../platform/mail/compose.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { readerOf, wantsMail } from '../accounts/index.js';
import { canReadThread } from './discussions.policy.js';
import { messages } from './messages.js';
import { threadStatement, type ThreadRow } from './thread.statement.js';

interface FirstReply extends ThreadRow {
  path: string;
}

/** The thread whose first reply a post is, unless its author wrote it or the post is out of sight. */
const FIRST_REPLY = threadStatement(
  'NULL',
  `p.id = $1 AND p.author_id <> t.author_id AND p.created_at = t.first_reply_at
    AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL AND t.visibility = 'VISIBLE'`,
  {
    columns: `, '/networks/' || n.slug || '/discussions/' || t.no || '-' || t.slug || '#p' || p.no AS path`,
    joins: ' JOIN posts p ON p.thread_id = t.id JOIN networks n ON n.id = t.network_id',
  },
);

/** Writes to the author of a thread when the first reply came, if the author may still read it. The mail carries no word of the reply. */
export async function announceFirstReply(payload: Record<string, unknown>, services: Services): Promise<void> {
  const postId = String(payload['postId']);
  const thread = await services.db.row<FirstReply>(FIRST_REPLY, [postId]);
  if (!thread || !canReadThread(await services.viewerOf(thread.author_id), thread)) return;
  const reader = await readerOf(services, thread.author_id);
  if (!reader || !(await wantsMail(services, thread.author_id, 'FIRST_REPLY'))) return;
  const t = translator(messages, reader.lang);
  const mail = await composeMail(reader.email, reader.lang, postId, {
    subject: t('subject', { title: thread.title }),
    greeting: t('greeting', { name: reader.name }),
    paragraphs: [t(`told.${thread.kind}`, { title: thread.title })],
    action: { label: t('open'), url: webUrl(services.config, reader.lang, thread.path) },
    footer: t('footer'),
  });
  await services.mailer.send(mail);
}
