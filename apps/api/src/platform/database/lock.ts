import { connectAlone } from './connection.js';

/**
 * Does something that only one of several programs on a database may do at a time, such as bringing it up to date; the others wait.
 * @param url a direct connection: the lock belongs to a session, which a pooler would share
 */
export async function alone<T>(url: string, name: string, work: () => Promise<T>): Promise<T> {
  const client = await connectAlone(url, 'stoa lock');
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended('stoa ' || $1, 0))", [name]);
    return await work();
  } finally {
    // The lock ends with its session.
    await client.end();
  }
}
