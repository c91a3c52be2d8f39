import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { apiPath } from './platform/api-root.js';
import { serveClockHandle } from './platform/clock-handle.js';
import { loadConfig, type Config } from './platform/config.js';
import { LANES } from './platform/database/database.js';
import { alone } from './platform/database/lock.js';
import { databaseNow } from './platform/database/time.js';
import { closeGrader } from './modules/learning/index.js';
import { closePdfWriter } from './platform/documents/pdf.js';
import { listenForMail } from './platform/mail/inbound-server.js';
import { createMetrics, type Metrics } from './platform/http/metrics.js';
import { createReadiness } from './platform/http/readiness.js';
import { listen } from './platform/http/server.js';
import { createLiveEndpoint } from './platform/live/endpoint.js';
import { openSharedBudget } from './platform/http/shared-budget.js';
import { openTracing } from './platform/tracing/open-tracing.js';
import { tracedJobs, tracedMailer, type Tracing } from './platform/tracing/tracing.js';
import { startJobs, type JobRunner } from './platform/outbox/runner.js';
import { createApp, type App } from './app.js';
import { mailTaker, notingBounces } from './modules/notifications/index.js';
import { closePasswordJudge } from './modules/accounts/index.js';
import { announceAccounts, prepareDemo } from './demo/start-demo.js';
import { resealAll } from './modules/accounts/index.js';
import { boot, pendingMigrations } from './boot.js';
import { jobHandlers, schedules } from './jobs.js';
import { appPlans } from './plans.js';
import { restRoutes } from './rest.js';

const operationsFile = apiPath('../web/src/gql/operations.json');

/** How often the clock is set by the database's. */
const FOLLOW_MS = 60_000;
/** What the last steps of stopping may take beyond requests and jobs. */
const LAST_MS = 15_000;

function webOperations(): Record<string, string> {
  return existsSync(operationsFile) ? (JSON.parse(readFileSync(operationsFile, 'utf8')) as Record<string, string>) : {};
}

/** Starts everything, says when it is ready, and stops cleanly on SIGINT and SIGTERM. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const config = loadConfig(env);
  const tracing = await openTracing(config);
  const booted = await boot(config, say, { tracing });
  const { services } = booted;
  await resealAll(services.db, config.secrets);
  const shared = await openSharedBudget(services);
  const metrics = createMetrics(services, shared.broker);
  services.mailer = tracedMailer(metrics.counted(notingBounces(services, services.mailer)), tracing);
  const app = await createApp(services, webOperations(), appPlans(), observed(metrics, tracing), shared.budget);
  // One of several programs on the database loads it, the others wait.
  await alone(booted.directUrl, 'demo', () => prepareDemo(services, say)).catch(async (error: unknown) => {
    await booted.close();
    throw error;
  });
  // No session stands behind it, so that the statements find nothing.
  await app.graphql.warmUp(() => app.contextForSession('nobody'), LANES);
  const readiness = createReadiness({
    database: async () => (await services.db.row('SELECT 1')) !== null,
    migrations: async () => (await pendingMigrations(services.db)) === 0,
    ...(config.jobs && { jobs: async () => jobs?.isRunning() ?? false }),
  });
  const live = createLiveEndpoint({ config, log: services.log, live: app.live, graphql: app.graphql, contextOf: app.lazyContextOf });
  metrics.watchLive(() => ({ ...app.live.figures(), connections: live.connections() }));
  app.live.start(booted.directUrl);
  const routes = { graphql: operationOf(app, tracing), rest: restRoutes(app, metrics, readiness), live };
  const server = await listen(routes, config, services.log, metrics, undefined, tracing).catch(async (error: unknown) => {
    await booted.close();
    throw portTaken(error, config);
  });
  config.port = server.port; // PORT=0 takes any free one, and links in mails name it.
  const jobs: JobRunner | undefined = config.jobs
    ? await startJobs(booted.directUrl, tracedJobs(jobHandlers, tracing), schedules, services)
    : undefined;
  const inbound = await takeMail(app);
  const closeHandle = config.clockHandle ? await serveClockHandle(config.clockHandle, services.clock) : undefined;
  const following = setInterval(() => void databaseNow(services.db).then(services.clock.follow, () => undefined), FOLLOW_MS).unref();
  const stop = async () => {
    clearInterval(following);
    say('Stopping …');
    readiness.stopping();
    // Proxies see it and send no more before the door closes.
    await wait(config.stopNoticeMs);
    await closeHandle?.();
    await Promise.all([server.stop(config.stopWithinMs), jobs?.stop(), inbound?.stop()]);
    await app.live.stop();
    await app.graphql.stop();
    shared.close();
    await closePdfWriter();
    await closeGrader();
    await closePasswordJudge();
    await booted.close();
    await tracing?.close().catch(() => undefined);
    process.exit(0);
  };
  stopOnce(stop, config.stopNoticeMs + config.stopWithinMs + LAST_MS, say);
  say(`Stoa is ready at ${config.publicUrl ?? `http://localhost:${server.port}`}`);
  await announceAccounts(services, say);
}

/** Takes mail where a domain for it is set: answers become posts in the name of who got the notice. */
async function takeMail(app: App): Promise<Awaited<ReturnType<typeof listenForMail>> | null> {
  const { config, log } = app.services;
  return (
    config.inbound &&
    listenForMail(
      config.inbound,
      mailTaker(app.services, (viewer) => app.contextFor({ viewer })),
      log,
    )
  );
}

/** The endpoint, each operation as a span within its request's. */
function operationOf({ graphql }: App, tracing: Tracing | null): App['graphql']['handle'] {
  return tracing ? (req, res) => tracing.span({ name: 'GraphQL', kind: 'internal' }, () => graphql.handle(req, res)) : graphql.handle;
}

/** Notes an operation in the metrics, and gives its span the name that is known only then. */
function observed(metrics: Metrics, tracing: Tracing | null): Metrics['operated'] {
  if (!tracing) return metrics.operated;
  return (name, outcome, seconds) => {
    metrics.operated(name, outcome, seconds);
    tracing.rename(`GraphQL ${name}`, outcome === 'errors');
  };
}

/** Stops at the first signal; at the second, or where stopping hangs, ends at once. */
function stopOnce(stop: () => Promise<void>, withinMs: number, say: (line: string) => void): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => {
      say('Stopping took too long; ending with what still runs.');
      process.exit(1);
    }, withinMs).unref();
    void stop();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function portTaken(error: unknown, config: Config): Error {
  const taken = (error as { code?: string }).code === 'EADDRINUSE';
  return taken ? new Error(`Port ${config.port} is taken by another program; choose another with PORT=…`) : (error as Error);
}
