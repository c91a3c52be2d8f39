import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { SpanAbout, Tracing } from './tracing.js';

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL } as const;

/** The SDK of OpenTelemetry, as little of it as traces need. @param url of a collector that takes OTLP over HTTP */
export function collectorTracing(url: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${url.replace(/\/$/u, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'stoa' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  // Contexts that follow promises, and the W3C's way to name a trace.
  provider.register();
  const tracer = provider.getTracer('stoa');
  const begin = ({ name, kind, attributes = {} }: SpanAbout, parent = context.active()) => {
    const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, parent);
    return { span, inside: trace.setSpan(parent, span) };
  };
  return {
    async span(about, work) {
      // What the program does by itself, such as asking a replica how far it is, would be a trace of one span, once a second.
      if (about.kind === 'client' && !trace.getActiveSpan()) return work();
      const { span, inside } = begin(about);
      try {
        return await context.with(inside, work);
      } catch (error) {
        failed(span, error);
        throw error;
      } finally {
        span.end();
      }
    },
    request(req, res, about, serve) {
      const { span, inside } = begin(about, propagation.extract(ROOT_CONTEXT, req.headers));
      res.once('close', () => {
        span.setAttribute('http.response.status_code', res.statusCode);
        if (res.statusCode >= 500 || !res.writableFinished) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
      context.with(inside, serve);
    },
    rename(name, isFailure) {
      const span = trace.getActiveSpan();
      span?.updateName(name);
      if (isFailure) span?.setStatus({ code: SpanStatusCode.ERROR });
    },
    ids() {
      const current = trace.getActiveSpan()?.spanContext();
      return current ? { trace_id: current.traceId, span_id: current.spanId } : {};
    },
    close: () => provider.shutdown(),
  };
}

/** An error's message may repeat what was typed; its code and kind do not. */
function failed(span: Span, error: unknown): void {
  const { code, name } = error as { code?: unknown; name?: unknown };
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', typeof code === 'string' ? code : String(name ?? 'unknown'));
}
