import { LANGUAGES, type ThreadKind } from '@stoa/domain';
import { translator } from '../../platform/i18n/translate.js';
import { composeMail } from '../../platform/mail/compose.js';
import type { Services } from '../../platform/services.js';
import { webUrl } from '../../platform/web-url.js';
import { messages } from './messages.js';

interface FirstReply {
  title: string;
  kind: ThreadKind;
  path: string;
  name: string;
  email: string | null;
  lang: string;
}

/** The author of the thread whose first reply a post is, unless that author, thread or post is out of sight. */
const FIRST_REPLY = `
  SELECT t.title, t.kind, '/networks/' || n.slug || '/discussions/' || t.no || '-' || t.slug || '#p' || p.no AS path, a.display_name AS name, a.email, a.lang
  FROM posts p JOIN threads t ON t.id = p.thread_id JOIN networks n ON n.id = t.network_id JOIN people a ON a.id = t.author_id
  WHERE p.id = $1 AND p.author_id <> t.author_id AND p.created_at = t.first_reply_at AND a.status = 'ACTIVE'
    AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL AND t.visibility = 'VISIBLE'`;

/** Writes to the author of a thread when the first reply came. The mail carries no word of the reply. */
export async function announceFirstReply(payload: Record<string, unknown>, services: Services): Promise<void> {
  const postId = String(payload['postId']);
  const row = await services.db.row<FirstReply>(FIRST_REPLY, [postId]);
  if (!row?.email) return;
  const lang = LANGUAGES.find((each) => each === row.lang) ?? 'en';
  const t = translator(messages, lang);
  const mail = await composeMail(row.email, lang, postId, {
    subject: t('subject', { title: row.title }),
    greeting: t('greeting', { name: row.name }),
    paragraphs: [t(`told.${row.kind}`, { title: row.title })],
    action: { label: t('open'), url: webUrl(services.config, lang, row.path) },
    footer: t('footer'),
  });
  await services.mailer.send(mail);
}
