import { createRequire } from 'node:module';
import type { Server } from 'node:net';

/** A received message, as postal-mime reads it. */
export interface ReceivedMail {
  /** To whom the server would send it back. */
  sender: string;
  /** Its length as it came. */
  bytes: number;
  subject?: string;
  from?: { address?: string };
  to?: { address?: string }[];
  text?: string;
  html?: string;
  headers: { key: string; value: string }[];
}

interface SmtpServer {
  server: Server;
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
}

// What only tests need lies in a package of its own, out of reach of ordinary resolution.
const fromTests = createRequire(new URL('../../../../tests/package.json', import.meta.url));

/** Starts a mail server on a free port that keeps what it receives. `gone` are mailboxes that it does not have. */
export async function startSmtp(): Promise<{ server: Server; mails: ReceivedMail[]; gone: Set<string>; close(): Promise<void> }> {
  const { SMTPServer } = fromTests('smtp-server') as { SMTPServer: new (options: object) => SmtpServer };
  const { default: PostalMime } = fromTests('postal-mime') as {
    default: { parse(raw: Buffer): Promise<Omit<ReceivedMail, 'sender' | 'bytes'>> };
  };
  const mails: ReceivedMail[] = [];
  const gone = new Set<string>();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }: { address: string }, _session: unknown, done: (error?: Error) => void) {
      done(gone.has(address) ? Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 }) : undefined);
    },
    onData(stream: AsyncIterable<Buffer>, session: { envelope: { mailFrom: { address: string } } }, done: (error?: Error) => void) {
      receive(stream, session.envelope.mailFrom.address).then(() => done(), done);
    },
  });
  async function receive(stream: AsyncIterable<Buffer>, sender: string): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part);
    const raw = Buffer.concat(parts);
    mails.push({ ...(await PostalMime.parse(raw)), sender, bytes: raw.length });
  }
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  return { server: smtp.server, mails, gone, close: () => new Promise((resolve) => smtp.close(resolve)) };
}
