import { startWorld, type World } from '../testing/world.js';
import { serve, type Served } from './serve.js';

const FOUR_LISTS = `{ ${['a', 'b', 'c', 'd'].map((name) => `${name}: networks(first: 100) { edges { node { id name } } }`).join(' ')} }`;

describe('a session that asks for too much', () => {
  let world: World;
  let served: Served;
  beforeAll(async () => {
    world = await startWorld({ STOA_REQUEST_BUDGET: '2000' });
    served = await serve(world);
  }, 60_000);
  afterAll(async () => {
    await served.stop();
    await world.close();
  });

  it('is told to wait, by the cost of what it asks, while others go on', async () => {
    const first = await served.ask(FOUR_LISTS, {}, { token: 'greedy' });
    expect(first.status).toBe(200);
    const second = await served.ask(FOUR_LISTS, {}, { token: 'greedy' });
    expect([second.status, JSON.parse(second.text)]).toEqual([
      429,
      {
        errors: [
          {
            message: 'RATE_LIMITED',
            extensions: { code: 'RATE_LIMITED', limit: 'requests', retryAfterSeconds: expect.any(Number) as number },
          },
        ],
      },
    ]);
    expect(Number(second.headers['retry-after'])).toBeGreaterThan(0);
    expect((await served.ask(FOUR_LISTS, {}, { token: 'modest' })).status).toBe(200);
  });

  it('is turned away before its document is read once nothing is left', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 25; n += 1) statuses.push((await served.ask('{ this is no document', {}, { token: 'senseless' })).status);
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(400));
    const last = await served.ask('{ this is no document', {}, { token: 'senseless' });
    expect([last.status, last.text, last.headers['retry-after']]).toEqual([
      429,
      '{"errors":[{"message":"RATE_LIMITED","extensions":{"code":"RATE_LIMITED","limit":"requests"}}]}',
      expect.stringMatching(/^\d+$/),
    ]);
  });
});

describe('a program that is overloaded', () => {
  it('turns everybody away before any work but those who ask for its health', async () => {
    const world = await startWorld();
    const left: string[] = [];
    const served = await serve(world, { enter: () => false, leave: () => left.push('left'), stop: () => undefined });
    try {
      for (const path of ['/', '/en/about', '/exports/1', '/graphql', '/graphql?query=a', '/healthzz']) {
        const { status, headers, text } = await served.send({ path });
        expect([path, status, headers['retry-after'], headers['cache-control']]).toEqual([path, 503, '1', 'no-store']);
        expect(JSON.parse(text)).toEqual({ errors: [{ message: 'UNAVAILABLE', extensions: { code: 'UNAVAILABLE', limit: 'load' } }] });
      }
      expect((await served.ask('{ viewer { id } }')).status).toBe(503);
      for (const path of ['/healthz', '/readyz', '/metrics']) expect([path, (await served.send({ path })).status]).toEqual([path, 200]);
      expect(left).toEqual([]);
    } finally {
      await served.stop();
      await world.close();
    }
  });
});
