import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveClockHandle } from './platform/clock-handle.js';
import { loadConfig, type Config } from './platform/config.js';
import { closePdfWriter } from './platform/documents/pdf.js';
import { createMetrics } from './platform/http/metrics.js';
import { listen } from './platform/http/server.js';
import { startJobs } from './platform/outbox/outbox.js';
import { createApp } from './app.js';
import { closePasswordJudge } from './modules/accounts/index.js';
import { announceAccounts, prepareDemo } from './demo/start-demo.js';
import { resealAll } from './modules/accounts/index.js';
import { boot } from './boot.js';
import { jobHandlers, schedules } from './jobs.js';
import { restRoutes } from './rest.js';

const operationsFile = fileURLToPath(new URL('../../web/src/gql/operations.json', import.meta.url));

function webOperations(): Record<string, string> {
  return existsSync(operationsFile) ? (JSON.parse(readFileSync(operationsFile, 'utf8')) as Record<string, string>) : {};
}

/** Starts everything, says when it is ready, and stops cleanly on SIGINT and SIGTERM. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const config = loadConfig(env);
  const booted = await boot(config, say);
  await resealAll(booted.services.db, config.secrets);
  const app = await createApp(booted.services, webOperations());
  await prepareDemo(booted.services, say).catch(async (error: unknown) => {
    await booted.close();
    throw error;
  });
  const metrics = createMetrics(booted.services);
  const server = await listen({ graphql: app.graphql.handle, rest: restRoutes(app, metrics) }, config, booted.services.log, metrics).catch(
    async (error: unknown) => {
      await booted.close();
      throw portTaken(error, config);
    },
  );
  config.port = server.port; // PORT=0 takes any free one, and links in mails name it.
  const jobs = await startJobs(booted.directUrl, jobHandlers, schedules, booted.services);
  const closeHandle = config.clockHandle ? await serveClockHandle(config.clockHandle, booted.services.clock) : undefined;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    await closeHandle?.();
    await server.stop();
    await app.graphql.stop();
    await jobs.stop();
    await closePdfWriter();
    await closePasswordJudge();
    await booted.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  say(`Stoa is ready at ${config.publicUrl ?? `http://localhost:${server.port}`}`);
  await announceAccounts(booted.services, say);
}

function portTaken(error: unknown, config: Config): Error {
  const taken = (error as { code?: string }).code === 'EADDRINUSE';
  return taken ? new Error(`Port ${config.port} is taken by another program; choose another with PORT=…`) : (error as Error);
}
