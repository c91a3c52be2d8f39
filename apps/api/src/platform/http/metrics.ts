import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Mailer } from '../mail/mailer.js';
import { queueFigures } from '../outbox/outbox.js';
import type { Services } from '../services.js';

/** Numbers for an operator's monitoring, in Prometheus' text form. No name, address or path of a record is in them. */
export interface Metrics {
  /** Notes an answered request. @param kind `graphql` or `rest`; @param seconds how long it took */
  answered(kind: string, status: number, seconds: number): void;
  /** Notes an operation. @param name of one of the interface's own, or `other`; @param outcome `ok` or `errors` */
  operated(name: string, outcome: string, seconds: number): void;
  /** The same mailer, its mails counted. */
  counted(mailer: Mailer): Mailer;
  /** Shows what is live on this node. */
  watchLive(figures: () => LiveFigures): void;
  text(): Promise<string>;
  contentType: string;
}

/** What is live on a node. */
export interface LiveFigures {
  isListening: boolean;
  connections: number;
  subscriptions: number;
}

const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3];

/** The metrics of this process: Node's own with the lag of its event loop, requests, operations, connections, the broker if there is one, jobs, mails. */
export function createMetrics(services: Pick<Services, 'db'>, broker: { isUsable(): boolean } | null = null): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'stoa_http_request_duration_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['kind', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const operations = new Histogram({
    name: 'stoa_operation_duration_seconds',
    help: 'Duration of GraphQL operations; those that are not the interface’s own are "other"',
    labelNames: ['operation', 'outcome'],
    buckets: [0.02, 0.1, 0.3, 1],
    registers,
  });
  const mails = new Counter({ name: 'stoa_mails_total', help: 'Mails handed over, or refused', labelNames: ['outcome'], registers });
  new Gauge({
    name: 'stoa_database_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers,
    collect() {
      const { totalCount, idleCount, waitingCount } = services.db.pool;
      this.set({ state: 'busy' }, totalCount - idleCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'waiting' }, waitingCount);
    },
  });
  new Gauge({
    name: 'stoa_replicas_usable',
    help: 'Replicas that are read from now',
    registers,
    collect() {
      this.set(services.db.replicas?.usable() ?? 0);
    },
  });
  if (broker)
    new Gauge({
      name: 'stoa_broker_usable',
      help: 'Whether the broker took what it was last told',
      registers,
      collect() {
        this.set(Number(broker.isUsable()));
      },
    });
  countQueue(services, registers);
  return {
    answered: (kind, status, seconds) => requests.observe({ kind, status: `${Math.floor(status / 100)}xx` }, seconds),
    operated: (operation, outcome, seconds) => operations.observe({ operation, outcome }, seconds),
    counted: (mailer) => countedMailer(mailer, (outcome) => mails.inc({ outcome })),
    watchLive: (figures) => countLive(figures, registers),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function countLive(figures: () => LiveFigures, registers: Registry[]): void {
  const gauge = (name: string, help: string, figure: (now: LiveFigures) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(figure(figures()));
      },
    });
  gauge('stoa_live_listening', 'Whether this node hears of changes', ({ isListening }) => Number(isListening));
  gauge('stoa_live_connections', 'WebSockets that are open', ({ connections }) => connections);
  gauge('stoa_live_subscriptions', 'Subscriptions over them', ({ subscriptions }) => subscriptions);
}

/** What the queue holds, asked once for each reading; where the database is away the last figures stay. */
function countQueue(services: Pick<Services, 'db'>, registers: Registry[]): void {
  let asking: ReturnType<typeof queueFigures> | null = null;
  const figures = () => (asking ??= queueFigures(services.db).finally(() => (asking = null))).catch(() => null);
  new Gauge({
    name: 'stoa_jobs_dead',
    help: 'Jobs that failed for good and wait for an operator',
    registers,
    async collect() {
      const found = await figures();
      if (found) this.set(found.dead);
    },
  });
  new Gauge({
    name: 'stoa_jobs_oldest_seconds',
    help: 'How long the oldest job that is due has waited',
    registers,
    async collect() {
      const found = await figures();
      if (found) this.set(found.oldest);
    },
  });
  new Gauge({
    name: 'stoa_jobs',
    help: 'Jobs by state: waiting (due), running, retrying (failed, due later), later',
    labelNames: ['state'],
    registers,
    async collect() {
      const found = await figures();
      for (const state of ['waiting', 'running', 'retrying', 'later'] as const) if (found) this.set({ state }, found[state]);
    },
  });
}

function countedMailer(mailer: Mailer, count: (outcome: string) => void): Mailer {
  return {
    kept: () => mailer.kept(),
    forget: (words) => mailer.forget(words),
    async send(mail) {
      try {
        await mailer.send(mail);
        count('sent');
      } catch (error) {
        count('failed');
        throw error;
      }
    },
  };
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Whether a request may read the metrics: with the token where one is set, else from this machine and not through a proxy. */
export function mayReadMetrics(req: IncomingMessage, token: string | null): boolean {
  if (token === null) return LOOPBACK.has(req.socket.remoteAddress ?? '') && req.headers['x-forwarded-for'] === undefined;
  const given = Buffer.from(req.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
