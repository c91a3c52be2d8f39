export interface Proxy {
  url: string;
  /** How many requests each node has answered. */
  answered: number[];
  stop(): Promise<void>;
}

/**
 * A small proxy as it stands before several nodes: sends requests to each in turn, passes over one that takes no connection, and answers
 * 502 where one breaks off in the middle.
 * @param nodes their addresses
 */
export function startProxy(nodes: string[]): Promise<Proxy>;
