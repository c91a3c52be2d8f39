import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import { newId } from '../ids.js';

/** One message to one person; `html` and `text` say the same. */
export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  lang: string;
  /** Makes the message id, so that a job that runs twice sends one message twice under one id. */
  key: string;
  attachments?: { filename: string; content: Buffer; contentType: string }[];
  /** Where an answer goes; absent: nobody reads one. */
  replyTo?: string;
  /** The key of what the message belongs to, so that mail programs show it with others of the same. */
  thread?: string;
  /** The page that stops such mails; a mail program may POST to it without asking further (RFC 8058). */
  unsubscribe?: string;
}

/** A kept message, as `/admin/mail` of a demo shows it. Newest first. */
export interface KeptMail {
  id: string;
  at: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** The way mail leaves. */
export interface Mailer {
  /** @throws MailboxGone @throws Error where the server refuses or is down; the job tries again later */
  send(mail: Mail): Promise<void>;
  /** Messages kept instead of sent; empty where mail really leaves. */
  kept(): Promise<KeptMail[]>;
  /** Throws kept messages away in which one of the words stands. @returns how many */
  forget(words: readonly string[]): Promise<number>;
}

/** What makes a message id of a key; mail that comes in with such an id is our own. */
export const MESSAGE_HOST = 'stoa';

/** The recipient's server says that there is no such mailbox; sending again would change nothing. */
export class MailboxGone extends Error {
  constructor(readonly to: string) {
    super('there is no such mailbox');
  }
}

/** Whether a server refused the recipient as one that does not exist (RFC 3463), and not for who sends, what, or now. */
function saysGone(error: unknown): boolean {
  const { command, responseCode, response } = error as { command?: string; responseCode?: number; response?: string };
  return (
    command === 'RCPT TO' && responseCode !== undefined && responseCode >= 550 && /^5\d\d[ -]5\.(?:1\.[1-36]|2\.1)\b/u.test(response ?? '')
  );
}

/** Headers beyond those that every message has. */
function headersOf(mail: Mail): Record<string, string> {
  return {
    'Content-Language': mail.lang,
    'Auto-Submitted': 'auto-generated',
    ...(mail.unsubscribe && { 'List-Unsubscribe': `<${mail.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}

/**
 * Sends through SMTP.
 * @param url `smtp://user:password@host:port`
 * @param bouncesTo the address to which mail for a recipient is sent back; absent: to the sender's
 */
export function smtpMailer(url: string, from: string, bouncesTo?: (to: string) => string): Mailer {
  // Loaded by those alone who send; what goes wrong with it is told to who wanted to.
  let sending: Promise<Transporter> | undefined;
  const open = async () => (await import('nodemailer')).default.createTransport(url, { from });
  return {
    async send(mail) {
      const transport = await (sending ??= open());
      const sent = transport.sendMail({
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${mail.key}@${MESSAGE_HOST}>`,
        headers: headersOf(mail),
        ...(bouncesTo && { envelope: { from: bouncesTo(mail.to), to: mail.to } }),
        ...(mail.replyTo && { replyTo: mail.replyTo }),
        ...(mail.thread && { references: `<${mail.thread}@${MESSAGE_HOST}>` }),
        ...(mail.attachments ? { attachments: mail.attachments } : {}),
      });
      await sent.catch((error: unknown) => {
        throw saysGone(error) ? new MailboxGone(mail.to) : error;
      });
    },
    kept: async () => [],
    forget: async () => 0,
  };
}

/** Keeps messages in a folder, a JSON file each. */
export function folderMailer(folder: string, now: () => Date): Mailer {
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true });
      const id = newId();
      const kept: KeptMail = { id, at: now().toISOString(), to: mail.to, subject: mail.subject, text: mail.text, html: mail.html };
      const file = join(folder, `${id}.json`);
      await writeFile(`${file}.part`, JSON.stringify(kept));
      await rename(`${file}.part`, file);
    },
    async kept() {
      const names = await readdir(folder).catch(() => []);
      const newest = names
        .filter((name) => name.endsWith('.json'))
        .sort()
        .reverse()
        .slice(0, 200);
      return Promise.all(newest.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as KeptMail));
    },
    async forget(words) {
      let forgotten = 0;
      for (const name of await readdir(folder).catch(() => [])) {
        const { to, subject, text } = JSON.parse(await readFile(join(folder, name), 'utf8')) as KeptMail;
        if (!words.some((word) => [to, subject, text].some((part) => part.includes(word)))) continue;
        await rm(join(folder, name), { force: true });
        forgotten += 1;
      }
      return forgotten;
    },
  };
}
