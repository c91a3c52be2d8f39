import type { SMTPServerDataStream } from 'smtp-server';
import type { Logger } from '../logger.js';
import type { Config } from '../config.js';

/** A message as it came in, with the address it was handed in for. */
export interface IncomingMail {
  /** Who the sending server says sends it; empty for what is sent by machines. */
  sender: string;
  /** The part of our address before the @. */
  localPart: string;
  raw: Buffer;
}

/** Why a message is not taken, as mail servers read it: 4xx try again later, 5xx never. */
export class MailRefused extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** Who takes what comes in. @throws MailRefused */
export interface MailTaker {
  /** Asked before the message is sent. */
  recipient(localPart: string): Promise<void>;
  message(mail: IncomingMail): Promise<void>;
}

/** A larger message is refused, when it says so or as soon as it is too long; nothing more of it is kept. */
export const MOST_BYTES = 5 * 1024 * 1024;
const CLIENTS = 50;
const IDLE_MS = 60_000;

/** Takes mail by SMTP from the mail server that hands it on, until it is stopped. */
export async function listenForMail(
  { domain, host, port }: NonNullable<Config['inbound']>,
  taker: MailTaker,
  log: Logger,
): Promise<{ port: number; stop(): Promise<void> }> {
  const { SMTPServer } = await import('smtp-server');
  const answer = (work: Promise<void>, done: (error?: Error | null) => void) =>
    work.then(
      () => done(),
      (error: unknown) => {
        if (!(error instanceof MailRefused)) log.error({ err: error }, 'incoming mail failed');
        done(error instanceof MailRefused ? error : new MailRefused(451, '4.3.0 Try again later'));
      },
    );
  const server = new SMTPServer({
    banner: 'Stoa',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MOST_BYTES,
    maxClients: CLIENTS,
    socketTimeout: IDLE_MS,
    onRcptTo({ address }, session, done) {
      const [localPart = '', at] = address.split('@');
      if (at?.toLowerCase() !== domain) return done(new MailRefused(550, '5.7.1 Not an address of ours'));
      // Each message has one answer, so it has one address: the server sends it once more for the next.
      if (session.envelope.rcptTo.length > 0) return done(new MailRefused(452, '4.5.3 One recipient at a time'));
      void answer(taker.recipient(localPart), done);
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const take = async () => {
        const raw = await bytesOf(stream);
        await taker.message({ sender: mailFrom ? mailFrom.address : '', localPart: rcptTo[0]?.address.split('@')[0] ?? '', raw });
      };
      void answer(take(), done);
    },
  });
  server.on('error', (error) => log.warn({ err: error }, 'incoming mail connection failed'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Reads a message to its end, as the protocol asks, and keeps no more of it than may be. @throws MailRefused */
async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= MOST_BYTES) parts.push(part);
    else parts.length = 0;
  }
  if (size > MOST_BYTES) throw new MailRefused(552, '5.3.4 The message is too large');
  return Buffer.concat(parts);
}
