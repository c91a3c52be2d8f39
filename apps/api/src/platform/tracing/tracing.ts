import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Mailer } from '../mail/mailer.js';
import type { JobHandlers } from '../outbox/outbox.js';

/** What a span is about. No name, address, path of a record or value of a statement is in any. */
export interface SpanAbout {
  name: string;
  /** `server` answers somebody, `client` asks another program, `internal` is our own work. */
  kind: 'server' | 'client' | 'internal';
  attributes?: Record<string, string | number>;
}

/** Tells a collector of OpenTelemetry what took how long. */
export interface Tracing {
  /** Does work as a span, a child of the one in which it is called. What fails marks the span. */
  span<T>(about: SpanAbout, work: () => Promise<T>): Promise<T>;
  /** Serves a request as a span that ends with its answer; it belongs to the caller's trace where the caller names one (W3C `traceparent`). */
  request(req: IncomingMessage, res: ServerResponse, about: SpanAbout, serve: () => void): void;
  /** Names the current span by what it turned out to be. */
  rename(name: string, isFailure: boolean): void;
  /** The ids of the current span, for the log; empty outside of any. */
  ids(): { trace_id?: string; span_id?: string };
  /** Sends what has not been sent. */
  close(): Promise<void>;
}

const WHAT = /^\s*(?:WITH\b[\s\S]*?\)\s*)?(SELECT|INSERT|UPDATE|DELETE|MERGE|CREATE|DROP|ALTER|LOCK|TABLE)\b/iu;
const TABLE = /\b(?:FROM|INTO|UPDATE|TABLE)\s+(?:ONLY\s+)?([a-z_][\w.]*)/iu;

/** A statement's name: what it does, and the first table that it names. Its text may hold what somebody wrote, its name never does. */
export function statementName(text: string): string {
  const verb = WHAT.exec(text)?.[1]?.toUpperCase() ?? 'SQL';
  const table = TABLE.exec(text)?.[1];
  return table ? `${verb} ${table}` : verb;
}

/** The same jobs, each as a span. */
export function tracedJobs(handlers: JobHandlers, tracing: Tracing | null): JobHandlers {
  if (!tracing) return handlers;
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]): [string, JobHandlers[string]] => [
      name,
      (...given) => tracing.span({ name: `job ${name}`, kind: 'internal' }, () => handler(...given)),
    ]),
  );
}

/** The same mailer, each mail as a span that knows nothing of it. */
export function tracedMailer(mailer: Mailer, tracing: Tracing | null): Mailer {
  if (!tracing) return mailer;
  return {
    kept: () => mailer.kept(),
    forget: (words) => mailer.forget(words),
    send: (mail) => tracing.span({ name: 'mail', kind: 'client' }, () => mailer.send(mail)),
  };
}
