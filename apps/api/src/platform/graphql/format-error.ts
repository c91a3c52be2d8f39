import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../logger.js';
import { Refusal } from '../errors.js';

/** Apollo's own codes that say something about the request, never about us. */
const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'PERSISTED_QUERY_NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/**
 * What passes when a server is back, or another one has taken over: connections refused or cut, shutdowns, no room for one more
 * connection, a server that has become a standby. The whole class 08 is about connections; poolers say 08P01 where they have no server.
 */
const UNAVAILABLE = /^(ECONNREFUSED|ECONNRESET|08...|57P0[123]|53300|25006)$/;
/** PostgreSQL's words for text that it cannot hold: U+0000, and halves of surrogate pairs in JSON. */
const UNSTORABLE = new Set(['22021', '22P05']);
/** PostgreSQL's words for a value that is none of its type, such as the cursor of another list holds. */
const UNFIT = new Set(['22P02', '22003', '22007', '22008']);
/** What a rule of our own schema says where somebody else changed what a row leads to. */
const CHANGED = 'ST409';
/** The driver's words, which have no code, for a connection that died under a statement or could not be opened. */
const CONNECTION_LOST = /Connection terminated|connect ECONN|is not queryable|timeout exceeded when trying to connect/;
const DISK_FULL = new Set(['53100', 'ENOSPC', 'STORAGE_FULL']);

function origin(error: unknown): unknown {
  let current = error;
  while (current instanceof Error && 'originalError' in current && current.originalError) current = current.originalError;
  return current;
}

/** What the database refuses of a request's values as a refusal; null for any other error. Rules of values come first; a slug, a key or a cursor comes this far. */
export function refusedValue(error: unknown): Refusal | null {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (code === CHANGED) return new Refusal('CONFLICT');
  if (UNSTORABLE.has(code)) return new Refusal('BAD_REQUEST', { limit: 'text' });
  return UNFIT.has(code) ? new Refusal('BAD_REQUEST', { limit: 'value' }) : null;
}

/** Only coded errors pass; anything else becomes INTERNAL with a reference that the log holds. */
export function formatError(log: Logger, error: unknown, formatted: GraphQLFormattedError): GraphQLFormattedError {
  const cause = origin(error);
  const place = formatted.path ? { path: formatted.path } : {};
  if (cause instanceof Refusal) return { message: cause.code, ...place, extensions: withoutStatus(cause.extensions) };
  const code = String(formatted.extensions?.['code'] ?? '');
  if (cause instanceof GraphQLError && (REQUEST_CODES.has(code) || cause.extensions?.['limit'])) {
    return {
      message: formatted.message,
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...place,
      extensions: limitOnly(formatted),
    };
  }
  // Variables that do not fit the operation fail before any field, so without a path; the compiler's message would echo what was typed.
  if (cause instanceof GraphQLError && !formatted.path)
    return { message: 'The variables do not fit the operation', extensions: { code: 'BAD_USER_INPUT' } };
  const refused = refusedValue(cause);
  if (refused) {
    // PostgreSQL's message repeats what was typed; its code does not.
    log.warn({ code: (cause as { code?: unknown }).code, path: formatted.path }, 'a value that no rule refused');
    return { message: refused.code, ...place, extensions: { ...refused.extensions } };
  }
  const systemCode = String((cause as { code?: unknown } | null)?.code ?? '');
  const reference = randomUUID().slice(0, 8);
  const known =
    UNAVAILABLE.test(systemCode) || CONNECTION_LOST.test(String(cause))
      ? 'UNAVAILABLE'
      : DISK_FULL.has(systemCode)
        ? 'STORAGE_FULL'
        : 'INTERNAL';
  log.error({ err: cause, reference, path: formatted.path }, 'operation failed');
  return { message: known, ...place, extensions: { code: known, reference } };
}

/** The status of the answer is Apollo's business, not the client's. */
function withoutStatus(extensions: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extensions).filter(([name]) => name !== 'http'));
}

function limitOnly(formatted: GraphQLFormattedError): Record<string, unknown> {
  // The parser names its own limit in words alone.
  const { code, limit = /more tha[nt] \d+ tokens/.test(formatted.message) ? 'tokens' : undefined } = formatted.extensions ?? {};
  return { code, ...(limit ? { limit } : {}) };
}
