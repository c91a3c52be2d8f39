import { translator } from '../../../platform/i18n/translate.js';
import { composeMail } from '../../../platform/mail/compose.js';
import type { Services } from '../../../platform/services.js';
import { webUrl } from '../../../platform/web-url.js';
import { readerOf, wantsMail } from '../../accounts/index.js';
import { canReadThread } from '../discussions.policy.js';
import { threadStatement, type ThreadRow } from '../thread.statement.js';
import { mentionMessages } from './mention.messages.js';

interface MentioningPost extends ThreadRow {
  path: string;
  writer: string;
}

/** The thread of a post that is to be seen by all its readers and still mentions the person. */
const POST = threadStatement(
  'NULL',
  `p.id = $1 AND p.visibility = 'VISIBLE' AND p.withdrawn_at IS NULL
    AND EXISTS (SELECT 1 FROM post_mentions m WHERE m.post_id = p.id AND m.person_id = $2)`,
  {
    columns: `, '/networks/' || n.slug || '/discussions/' || t.no || '-' || t.slug || '#p' || p.no AS path, w.display_name AS writer`,
    joins: ' JOIN posts p ON p.thread_id = t.id JOIN networks n ON n.id = t.network_id JOIN people w ON w.id = p.author_id',
  },
);

/** Writes to a member whom a post mentions, if they want such mails and may read the post now. The mail carries no word of it. */
export async function announceMention(payload: Record<string, unknown>, services: Services): Promise<void> {
  const [postId, personId] = [String(payload['postId']), String(payload['personId'])];
  const post = await services.db.row<MentioningPost>(POST, [postId, personId]);
  if (!post || !canReadThread(await services.viewerOf(personId), post)) return;
  const reader = await readerOf(services, personId);
  if (!reader || !(await wantsMail(services, personId, 'MENTION'))) return;
  const t = translator(mentionMessages, reader.lang);
  const mail = await composeMail(reader.email, reader.lang, `${postId}.${personId}`, {
    subject: t('subject', { title: post.title }),
    greeting: t('greeting', { name: reader.name }),
    paragraphs: [t('told', { name: post.writer, title: post.title })],
    action: { label: t('open'), url: webUrl(services.config, reader.lang, post.path) },
    footer: t('footer'),
  });
  await services.mailer.send(mail);
}
