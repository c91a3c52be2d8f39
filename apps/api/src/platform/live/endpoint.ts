import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type ExecutionArgs } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import type { GraphQLEndpoint } from '../graphql/server.js';
import type { PreparedSubscription } from '../graphql/subscriptions.js';
import { clientAddress } from '../http/client-address.js';
import { isCrossSite } from '../http/origin.js';
import { refuseUpgrade } from '../http/upgrade.js';
import type { Logger } from '../logger.js';
import type { LiveHub } from './hub.js';

/** What connections may not exceed. A whole school may share an address. */
export const LIVE_LIMITS = {
  connectionsOfPerson: 20,
  connectionsOfAddress: 1_000,
  subscriptions: 20,
  messageBytes: 64 * 1024,
  /** Messages at once, and how many more each second. */
  messages: 100,
  messagesPerSecond: 20,
  helloMs: 5_000,
} as const;

/** How often a connection is asked whether anybody is there; who has not answered by the next time is gone. */
const BEAT_MS = 20_000;

/** Why a connection is closed, by the protocol's numbers; the client comes back later, but not after 4401 and 4429. */
const CLOSE = { restart: 1012, fault: 1013, refused: 4401, limit: 4429 } as const;

/** The WebSocket at `/graphql`. */
export interface LiveEndpoint {
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Asks every connection whether anybody is there and cuts those that did not answer the last time; happens by itself. */
  beat(): void;
  connections(): number;
  /** Sends everybody to another node. */
  stop(): void;
}

export interface LiveEndpointOptions {
  config: Pick<Config, 'trustProxy' | 'publicUrl'>;
  log: Logger;
  live: LiveHub;
  graphql: Pick<GraphQLEndpoint, 'subscriptions' | 'errorsOf'>;
  contextOf(req: IncomingMessage): Context;
}

/** One connection. */
interface Connection {
  socket: WebSocket;
  req: IncomingMessage;
  address: string;
  /** As it said hello; a request's context, of a session that is asked again with every delivery. */
  context: Context | null;
  isThere: boolean;
  /** Messages it may still send, and when that was counted. */
  messages: number;
  countedAt: number;
  unwatch(): void;
}

type Extra = { connection: Connection };
type LiveArgs = ExecutionArgs & { prepared: PreparedSubscription };

/** Serves subscriptions over WebSockets, by the protocol graphql-transport-ws. */
export function createLiveEndpoint(options: LiveEndpointOptions): LiveEndpoint {
  const { log, live, graphql } = options;
  const connections = new Set<Connection>();
  const ofAddress = createCounter();
  const ofPerson = createCounter();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIVE_LIMITS.messageBytes, handleProtocols });

  const server = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: LIVE_LIMITS.helloMs,
    async onConnect({ extra: { connection } }) {
      const context = options.contextOf(connection.req);
      const { me } = await context.authenticate();
      if (!connections.has(connection)) return false;
      if (!me) return refuse(connection, CLOSE.refused, 'UNAUTHENTICATED');
      if (!ofPerson.take(me.personId, LIVE_LIMITS.connectionsOfPerson)) return refuse(connection, CLOSE.limit, 'connectionsOfPerson');
      connection.context = context;
      connection.unwatch = live.watch(me, () => connection.socket.close(CLOSE.refused, 'UNAUTHENTICATED'));
      return true;
    },
    onSubscribe({ extra: { connection }, subscriptions }, _id, payload) {
      const { context } = connection;
      if (!context || Object.keys(subscriptions).length > LIVE_LIMITS.subscriptions)
        return [new Refusal('RATE_LIMITED', { limit: 'subscriptions' })];
      try {
        const prepared = graphql.subscriptions.prepare(context, payload);
        return { document: prepared.document, contextValue: context, prepared } as unknown as LiveArgs;
      } catch (error) {
        if (error instanceof GraphQLError) return [error];
        throw error;
      }
    },
    subscribe: (args) => graphql.subscriptions.run(args.contextValue as Context, (args as LiveArgs).prepared),
    onNext: ({ extra }, _id, _payload, _args, { errors, ...result }) =>
      errors ? { ...result, errors: graphql.errorsOf(errors, requestIdOf(extra)) } : undefined,
    onError: ({ extra }, _id, _payload, errors) => graphql.errorsOf(errors as readonly GraphQLError[], requestIdOf(extra)),
  });

  const open = (socket: WebSocket, req: IncomingMessage, address: string) => {
    const connection: Connection = {
      ...{ socket, req, address, context: null, isThere: true },
      ...{ messages: LIVE_LIMITS.messages, countedAt: performance.now(), unwatch: () => undefined },
    };
    connections.add(connection);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (text) => new Promise((resolve) => (socket.readyState === socket.OPEN ? socket.send(text, () => resolve()) : resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data: Buffer) => {
            if (!mayTalk(connection)) return socket.close(CLOSE.limit, 'messages');
            take(data.toString('utf8')).catch((error: unknown) => {
              log.error({ err: error }, 'a live connection failed');
              socket.close(CLOSE.fault, 'INTERNAL');
            });
          }),
      },
      { connection },
    );
    socket.on('pong', () => (connection.isThere = true));
    // What is wrong with the frames of a client is the client's; the connection ends by it.
    socket.on('error', () => socket.terminate());
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      connection.unwatch();
      ofAddress.give(address);
      if (connection.context?.me) ofPerson.give(connection.context.me.personId);
      closed(code, String(reason)).catch((error: unknown) => log.error({ err: error }, 'a live connection did not end cleanly'));
    });
  };
  const beat = () => {
    for (const connection of connections) {
      if (!connection.isThere) connection.socket.terminate();
      connection.isThere = false;
      if (connection.socket.readyState === connection.socket.OPEN) connection.socket.ping();
    }
  };
  const timer = setInterval(beat, BEAT_MS).unref();

  return {
    upgrade(req, socket, head) {
      const address = clientAddress(req, options.config.trustProxy);
      if (!req.headers.origin || isCrossSite(req, options.config.publicUrl)) return refuseUpgrade(socket, '403 Forbidden');
      if (!ofAddress.take(address, LIVE_LIMITS.connectionsOfAddress)) return refuseUpgrade(socket, '429 Too Many Requests');
      const left = () => ofAddress.give(address);
      socket.once('close', left);
      sockets.handleUpgrade(req, socket, head, (opened) => {
        socket.off('close', left);
        open(opened, req, address);
      });
    },
    beat,
    connections: () => connections.size,
    stop() {
      clearInterval(timer);
      for (const { socket } of connections) {
        socket.close(CLOSE.restart, 'restart');
        // Who does not answer the farewell is not waited for.
        setTimeout(() => socket.terminate(), LAST_MS).unref();
      }
    },
  };
}

/** What a client may take to close its side. */
const LAST_MS = 1_000;

function refuse({ socket }: Connection, code: number, reason: string): false {
  socket.close(code, reason);
  return false;
}

function requestIdOf({ connection }: Extra): string {
  return connection.context?.requestId ?? '';
}

/** Whether one more message of a connection is in its measure. */
function mayTalk(connection: Connection): boolean {
  const now = performance.now();
  const earned = ((now - connection.countedAt) / 1_000) * LIVE_LIMITS.messagesPerSecond;
  connection.messages = Math.min(LIVE_LIMITS.messages, connection.messages + earned) - 1;
  connection.countedAt = now;
  return connection.messages >= 0;
}

/** Counts what each has open. */
function createCounter(): { take(key: string, most: number): boolean; give(key: string): void } {
  const open = new Map<string, number>();
  return {
    take(key, most) {
      const count = open.get(key) ?? 0;
      if (count >= most) return false;
      open.set(key, count + 1);
      return true;
    },
    give(key) {
      const count = (open.get(key) ?? 0) - 1;
      if (count > 0) open.set(key, count);
      else open.delete(key);
    },
  };
}
