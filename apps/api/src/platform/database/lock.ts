import { setTimeout as wait } from 'node:timers/promises';
import { connectAlone } from './connection.js';

/** How long to wait between two tries, in milliseconds. */
const PAUSE = 200;

/**
 * Does something that only one of several programs on a database may do at a time, such as bringing it up to date; the others wait.
 * They ask again and again instead of waiting inside PostgreSQL: a statement that waits keeps a snapshot, and an index that is built
 * concurrently by whoever has the lock would wait for that snapshot to end, for ever.
 * @param url a direct connection: the lock belongs to a session, which a pooler would share
 */
export async function alone<T>(url: string, name: string, work: () => Promise<T>): Promise<T> {
  const client = await connectAlone(url, 'stoa lock');
  const tryIt = async () =>
    (await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock(hashtextextended('stoa ' || $1, 0)) AS mine", [name])).rows[0]
      ?.mine;
  try {
    while (!(await tryIt())) await wait(PAUSE);
    return await work();
  } finally {
    // The lock ends with its session.
    await client.end();
  }
}
