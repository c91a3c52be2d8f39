import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** Names that never reach the log, at any depth that a log line of ours has. */
const secret = ['password', 'newPassword', 'currentPassword', 'token', 'cookie', 'authorization', 'email', 'body', 'variables', 'secret'];

/** A structured logger that redacts secrets and personal input. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    base: null,
  };
  return destination ? pino(options, destination) : pino(options);
}
