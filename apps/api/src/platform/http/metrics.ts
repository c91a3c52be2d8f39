import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { deadLetters } from '../outbox/outbox.js';
import type { Services } from '../services.js';

/** Numbers for an operator's monitoring, in Prometheus' text form. No name, address or path of a record is in them. */
export interface Metrics {
  /** Notes an answered request. @param kind `graphql` or `rest`; @param seconds how long it took */
  answered(kind: string, status: number, seconds: number): void;
  text(): Promise<string>;
  contentType: string;
}

/** The metrics of this process: Node's own, requests, database connections, jobs that failed for good. */
export function createMetrics(services: Pick<Services, 'db'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'stoa_http_request_duration_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['kind', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  });
  new Gauge({
    name: 'stoa_database_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = services.db.pool;
      this.set({ state: 'busy' }, totalCount - idleCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'waiting' }, waitingCount);
    },
  });
  new Gauge({
    name: 'stoa_jobs_dead',
    help: 'Jobs that failed for good and wait for an operator',
    registers: [registry],
    async collect() {
      this.set(await deadLetters(services.db.pool));
    },
  });
  return {
    answered: (kind, status, seconds) => requests.observe({ kind, status: `${Math.floor(status / 100)}xx` }, seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
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
