import pg from 'pg';

/** PostgreSQL's code for a server that takes no connections at the moment; the queue's library then waits and tries again. */
const CANNOT_CONNECT_NOW = '57P03';
const PASSING = new Set([
  // The connection is lost.
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '08000', '08001', '08003', '08006'],
  // A database that lets nobody in for a while, as during a move or a restore under the same name.
  '55000',
  // No room on the disk, no memory, too many connections; a server that takes no writes any more, since another has its place.
  ...['53100', '53200', '53300', '25006'],
]);
/** The driver's words for a lost connection where there is no code. */
const LOST_WORDS = /Connection terminated|is not queryable/;

/**
 * Connections for the queue's library. It ends the whole process where it cannot write that a job is done, unless it knows the error as one
 * that passes; losing the connection is one, a full disk another, and what it writes at the end of a job may be written twice.
 */
export function patientPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(options);
  // A connection that the server ends is replaced by the next; without a listener it would end the program.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => passing(query(...args))) as typeof client.query;
  });
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
  pool.connect = ((...args: unknown[]) => passing(connect(...args))) as typeof pool.connect;
  return pool;
}

/** A promise whose failure says that it will pass where it will; anything else as it is. */
function passing(result: unknown): unknown {
  if (!(result instanceof Promise)) return result;
  return result.catch((error: unknown) => {
    const { code, message } = error as { code?: string; message?: string };
    if (PASSING.has(code ?? '') || LOST_WORDS.test(message ?? '')) Object.assign(error as object, { code: CANNOT_CONNECT_NOW });
    throw error;
  });
}
