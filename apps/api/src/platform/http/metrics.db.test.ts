import type { IncomingMessage } from 'node:http';
import { cloneDatabase } from '../../testing/database.js';
import { createMetrics, mayReadMetrics } from './metrics.js';

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

describe('metrics', () => {
  it('counts requests, connections and dead jobs, and names nobody', async () => {
    const db = await cloneDatabase();
    const metrics = createMetrics({ db });
    metrics.answered('graphql', 200, 0.01);
    const text = await metrics.text();
    await db.drop();
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
