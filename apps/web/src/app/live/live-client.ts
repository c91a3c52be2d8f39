import { createClient, type Client, type Sink, type SubscribePayload } from 'graphql-ws';

/** Whether the connection stands. */
export type LiveState = 'connecting' | 'live' | 'away';

const PING_MS = 15_000;
const PONG_MS = 5_000;
const LONGEST_WAIT_MS = 30_000;
/** Pages follow each other on one connection. */
const LINGER_MS = 5_000;

let open: { owner: string; client: Client } | null = null;
const watchers = new Set<(state: LiveState) => void>();
let state: LiveState = 'connecting';

function become(next: LiveState): void {
  state = next;
  for (const watcher of watchers) watcher(next);
}

/** Waits longer from try to try, not in step with others; the browser's word that it is online again ends the wait. */
function patience(tries: number): Promise<void> {
  const most = Math.min(LONGEST_WAIT_MS, 500 * 2 ** tries);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, most * (0.5 + Math.random() / 2));
    addEventListener('online', done);
  });
}

function connect(): Client {
  let pong: ReturnType<typeof setTimeout>;
  const client = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazyCloseTimeout: LINGER_MS,
    keepAlive: PING_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: patience,
    shouldRetry: () => true,
    on: {
      connected: () => become('live'),
      closed: () => {
        clearTimeout(pong);
        become('away');
      },
      // A connection that died without a word is given up, and another is opened.
      ping: (received) => {
        if (!received) pong = setTimeout(() => client.terminate(), PONG_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(pong);
      },
    },
  });
  return client;
}

/**
 * Subscribes over the one connection of this tab. What `payload` holds is read anew whenever the connection comes back, so that its
 * variables may say what was told meanwhile.
 * @param owner who is signed in: another person's subscriptions never share a connection
 * @returns what ends it
 */
export function subscribe(owner: string, payload: SubscribePayload, sink: Sink, onState: (state: LiveState) => void): () => void {
  if (open?.owner !== owner) {
    void open?.client.dispose();
    open = { owner, client: connect() };
    state = 'connecting';
  }
  watchers.add(onState);
  onState(state);
  const end = open.client.subscribe(payload, sink);
  return () => {
    watchers.delete(onState);
    end();
  };
}
