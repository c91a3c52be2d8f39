import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openFolder } from '../support/open-folder.mjs';
import { startStoa, type StoaProcess } from '../support/stoa-process.mjs';

const LIMIT = 300_000;
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const SIGN_UP = 'mutation SignUp($input: SignUpInput!) { signUp(input: $input) { userErrors { code } } }';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
}

interface Told {
  resourceSpans: { resource: { attributes: { key: string; value: { stringValue?: string } }[] }; scopeSpans: { spans: Span[] }[] }[];
}

describe('traces', () => {
  let folder: string;
  let collector: Server;
  let program: StoaProcess | undefined;
  const received: { path: string; type: string; body: string }[] = [];

  beforeAll(async () => {
    folder = openFolder('stoa-traces-');
    collector = createServer((req, res) => {
      void text(req).then((body) => {
        received.push({ path: req.url ?? '', type: req.headers['content-type'] ?? '', body });
        res.setHeader('content-type', 'application/json');
        res.end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  }, LIMIT);

  afterAll(async () => {
    await program?.stop();
    collector.closeAllConnections();
    await new Promise((resolve) => collector.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  }, LIMIT);

  const mailsKept = (): number => {
    const mails = join(folder, 'mail');
    return existsSync(mails) ? readdirSync(mails).filter((name) => name.endsWith('.json')).length : 0;
  };

  it(
    'tell a collector of a request, its operation and statements, of the job and the mail that follow, and of nobody',
    async () => {
      const { port } = collector.address() as AddressInfo;
      program = await startStoa({
        dataDir: folder,
        env: { STOA_DEMO: 'off', LOG_LEVEL: 'debug', OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` },
      });
      if (program.url === undefined) throw new Error(program.output());
      const response = await fetch(`${program.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', traceparent: `00-${TRACE}-${CALLER}-01`, connection: 'close' },
        body: JSON.stringify({ query: SIGN_UP, variables: { input: { email: 'ewa@example.org', name: 'Ewa Nowak', lang: 'pl' } } }),
      });
      expect(await response.json()).toEqual({ data: { signUp: { userErrors: [] } } });
      while (mailsKept() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await program.stop();

      expect(new Set(received.map(({ path, type }) => `${path} ${type}`))).toEqual(new Set(['/v1/traces application/json']));
      const told = received.flatMap(({ body }) => (JSON.parse(body) as Told).resourceSpans);
      expect(told[0]?.resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'stoa' } });
      const spans = told.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
      const named = (name: string): Span => spans.find((span) => span.name === name) ?? { ...(spans[0] as Span), name: `no ${name}` };

      const request = spans.find(({ parentSpanId }) => parentSpanId === CALLER);
      expect(request).toMatchObject({ traceId: TRACE, name: 'POST graphql', kind: 2 });
      const operation = spans.find(({ parentSpanId }) => parentSpanId === request?.spanId);
      expect(operation).toMatchObject({ traceId: TRACE, name: 'GraphQL other' });
      const statements = spans.filter(({ parentSpanId }) => parentSpanId === operation?.spanId).map(({ name }) => name);
      expect(statements).toContain('SELECT graphile_worker.add_job');
      const mail = named('mail');
      expect(mail.name).toBe('mail');
      expect(spans.find(({ spanId }) => spanId === mail.parentSpanId)?.name).toMatch(/^job \w+$/);

      const everything = received.map(({ body }) => body).join('\n');
      for (const secret of ['ewa@', 'Ewa', 'Nowak', '127.0.0.1:', 'VALUES']) expect(everything).not.toContain(secret);
      const lines = program
        .output()
        .split('\n')
        .filter((line) => line.includes('"answered"'));
      expect(lines.some((line) => line.includes(`"trace_id":"${TRACE}"`))).toBe(true);
    },
    LIMIT,
  );
});
