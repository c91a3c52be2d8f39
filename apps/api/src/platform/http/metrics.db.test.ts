import type { IncomingMessage } from 'node:http';
import type { Mail } from '../mail/mailer.js';
import { cloneDatabase } from '../../testing/database.js';
import { createMetrics, mayReadMetrics } from './metrics.js';

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

describe('metrics', () => {
  it('counts requests, connections and dead jobs, and names nobody', async () => {
    const db = await cloneDatabase();
    const metrics = createMetrics({ db });
    metrics.answered('graphql', 200, 0.01);
    metrics.operated('ThreadPage', 'ok', 0.01);
    const mailer = metrics.counted({ send: () => Promise.reject(new Error('down')), kept: async () => [], forget: async () => 0 });
    await expect(mailer.send({} as Mail)).rejects.toThrow('down');
    await db.row("SELECT 1 FROM graphile_worker.add_job('x', run_at => clock_timestamp() - interval '1 minute')");
    await db.row("SELECT 1 FROM graphile_worker.add_job('x', run_at => clock_timestamp() + interval '1 minute')");
    const text = await metrics.text();
    await db.drop();
    expect(text).toMatch(/^stoa_jobs\{state="waiting"\} 1$/m);
    expect(text).toMatch(/^stoa_jobs\{state="later"\} 1$/m);
    expect(await metrics.text()).toMatch(/^stoa_jobs\{state="later"\} 1$/m);
    expect(Number(/^stoa_jobs_oldest_seconds (\S+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(60);
    expect(text).toContain('stoa_mails_total{outcome="failed"} 1');
    expect(text).toContain('stoa_operation_duration_seconds_count{operation="ThreadPage",outcome="ok"} 1');
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(text).toContain('stoa_http_request_duration_seconds_count{kind="graphql",status="2xx"} 1');
    expect(text).toMatch(/^stoa_jobs_dead 0$/m);
    expect(text).toMatch(/^stoa_database_connections\{state="waiting"\} 0$/m);
  });

  it('are read from this machine, or with the token where there is one', () => {
    expect(mayReadMetrics(from('127.0.0.1'), null)).toBe(true);
    expect(mayReadMetrics(from('192.0.2.1'), null)).toBe(false);
    expect(mayReadMetrics(from('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }), null)).toBe(false);
    expect(mayReadMetrics(from('192.0.2.1', { authorization: 'Bearer 0123456789abcdef' }), '0123456789abcdef')).toBe(true);
    expect(mayReadMetrics(from('127.0.0.1', { authorization: 'Bearer 0123456789abcdeX' }), '0123456789abcdef')).toBe(false);
  });
});
