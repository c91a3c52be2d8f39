import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What came over a subscription, awaited one by one. */
export interface Stream<Data> {
  /** The next result; whatever ends the subscription instead is thrown. */
  next(): Promise<Data>;
  stop(): void;
}

/** Somebody who subscribes as a browser does. */
export interface LiveClient {
  subscribe<Data>(query: string, variables?: Record<string, unknown>): Stream<Data>;
  /** The sockets that were opened, in order; tests cut and pause them. */
  sockets: WebSocket[];
  close(): Promise<void>;
}

/**
 * Connects to a served world over a real WebSocket.
 * @param cookie the session's, as `cookieOf` writes it
 */
export function liveClient(url: string, cookie: string, headers: Record<string, string> = {}): LiveClient {
  const sockets: WebSocket[] = [];
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { origin: url, cookie, ...headers } });
      sockets.push(this);
    }
  }
  const client: Client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: Socket, retryAttempts: 0 });
  return {
    sockets,
    subscribe<Data>(query: string, variables: Record<string, unknown> = {}) {
      const results = client.iterate<Data>({ query, variables });
      return {
        async next() {
          const { value, done } = await results.next();
          if (done || !value) throw new Error('the subscription has ended');
          if (value.errors) throw value.errors;
          return value.data as Data;
        },
        stop: () => void results.return?.(),
      };
    },
    close: async () => client.dispose(),
  };
}
