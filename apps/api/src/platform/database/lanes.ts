import type pg from 'pg';
import type { Connection } from './connection.js';
import { STALE } from './transaction.js';

/** Connections on which statements are sent without waiting for the answers to those before. */
export interface Lanes {
  /** Sends a statement that reads; it comes to its end, or fails, for itself. */
  send(statement: pg.Submittable): Promise<void>;
  /** The same, with its rows as `pg` reads them. */
  query(statement: pg.QueryConfig): Promise<pg.QueryResult>;
  close(): Promise<void>;
}

interface Lane {
  /** Absent until it is needed, and again when it has ended. */
  client: Promise<pg.Client> | null;
  /** How many statements are on their way. */
  waiting: number;
}

/** A client takes what it is driven by and calls back; its types know only promises. */
type Send = (statement: pg.Submittable, done: (error: Error | null) => void) => void;

/**
 * Lanes for short statements that stand alone. To hand a connection from one request to the next costs both sides a wake-up for each statement;
 * sent one behind the other, PostgreSQL finds the next when it has answered the last. Nothing long may go here, since others wait behind it.
 * A connection is opened when it is first needed, and anew after it broke.
 * @param count how many there are at most
 */
export function openLanes({ Client }: Pick<Connection, 'Client'>, count: number): Lanes {
  const lanes: Lane[] = Array.from({ length: count }, () => ({ client: null, waiting: 0 }));
  const connect = async (gone: () => void): Promise<pg.Client> => {
    const client = new Client({ application_name: 'stoa', pipeline: true });
    client.once('end', gone);
    try {
      await client.connect();
      return client;
    } catch (error) {
      gone();
      throw error;
    }
  };
  /** Leaves a lane without a connection, if it is still this one. */
  const leave = (lane: Lane, client: Promise<pg.Client>): void => {
    if (lane.client === client) lane.client = null;
  };
  const open = (lane: Lane): Promise<pg.Client> => {
    const client = connect(() => leave(lane, client));
    return (lane.client = client);
  };
  /** Uses the lane on which the fewest are under way. */
  const onLane = async <Result>(use: (client: pg.Client) => Promise<Result>): Promise<Result> => {
    const lane = lanes.reduce((best, each) => (each.waiting < best.waiting ? each : best));
    lane.waiting += 1;
    const client = lane.client ?? open(lane);
    try {
      return await use(await client);
    } catch (error) {
      // Whoever comes next gets another connection; what is under way on this one comes to its end.
      if ((error as { code?: string }).code === STALE && lane.client === client) {
        leave(lane, client);
        void client.then((stale) => stale.end());
      }
      throw error;
    } finally {
      lane.waiting -= 1;
    }
  };
  return {
    send: (statement) =>
      onLane(
        (client) =>
          new Promise((resolve, reject) => {
            (client.query as unknown as Send).call(client, statement, (error) => (error ? reject(error) : resolve()));
          }),
      ),
    query: (statement) => onLane((client) => client.query(statement)),
    async close() {
      await Promise.all(lanes.map(async ({ client }) => (await client?.catch(() => null))?.end()));
    },
  };
}
