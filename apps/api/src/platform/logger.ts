import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** Names that never reach the log, at any depth that a log line of ours has. */
const secret = ['password', 'newPassword', 'currentPassword', 'token', 'cookie', 'authorization', 'email', 'body', 'variables', 'secret'];

/**
 * A structured logger that redacts secrets and personal input.
 * @param mixin what every line has besides
 */
export function createLogger(level: string, destination?: DestinationStream, mixin?: () => object): Logger {
  const options = {
    level,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    base: null,
    ...(mixin && { mixin }),
  };
  return destination ? pino(options, destination) : pino(options);
}
