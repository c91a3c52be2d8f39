import { Agent, get, request, type IncomingHttpHeaders } from 'node:http';
import { CROWD } from '../testing/database.js';
import { startWorld, type World } from '../testing/world.js';
import { serve, type Served } from './serve.js';

const FOUR_LISTS = `{ ${['a', 'b', 'c', 'd'].map((name) => `${name}: networks(first: 100) { edges { node { id name } } }`).join(' ')} }`;

describe('a session that asks for too much', () => {
  let world: World;
  let served: Served;
  beforeAll(async () => {
    world = await startWorld({ STOA_REQUEST_BUDGET: '2000' }, { connections: CROWD });
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
  let world: World;
  beforeAll(async () => {
    world = await startWorld({}, { connections: CROWD });
  }, 60_000);
  afterAll(() => world.close());

  it('turns everybody away before any work but those who ask for its health', async () => {
    const worked: string[] = [];
    const enter = () => {
      worked.push('entered');
      return () => undefined;
    };
    const full = { admits: () => false, enter, stop: () => undefined };
    const served = await serve(world, full);
    try {
      for (const path of ['/', '/en/about', '/exports/1', '/graphql', '/graphql?query=a', '/healthzz']) {
        const { status, headers, text } = await served.send({ path });
        expect([path, status, headers['retry-after'], headers['cache-control']]).toEqual([path, 503, '1', 'no-store']);
        expect(JSON.parse(text)).toEqual({ errors: [{ message: 'UNAVAILABLE', extensions: { code: 'UNAVAILABLE', limit: 'load' } }] });
      }
      expect((await served.ask('{ viewer { id } }')).status).toBe(503);
      for (const path of ['/healthz', '/readyz', '/metrics']) expect([path, (await served.send({ path })).status]).toEqual([path, 200]);
      expect(worked).toEqual([]);
    } finally {
      await served.stop();
    }
  });

  it('counts what it works on, once each, and not those who send or read slowly', async () => {
    let inFlight = 0;
    let highest = 0;
    const enter = () => {
      inFlight += 1;
      highest = Math.max(highest, inFlight);
      return () => void (inFlight -= 1);
    };
    const served = await serve(world, { admits: () => true, enter, stop: () => undefined });
    try {
      const slow = request(`${served.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': '999' },
      });
      slow.on('error', () => undefined).write('{');
      const kinds = ['/exports/1', '/imports', '/files/1/a', '/healthz'];
      for (const path of kinds) await served.send({ path });
      expect(highest).toBe(0);
      await served.send({ path: '/en/about' });
      await served.ask('{ viewer { id } }');
      await served.ask('{ viewer { id } }', {}, { headers: { origin: 'https://evil.example' } });
      expect([inFlight, highest]).toEqual([0, 1]);
      slow.destroy();
    } finally {
      await served.stop();
    }
  });

  it('keeps a quiet connection for longer than proxies keep theirs', async () => {
    const served = await serve(world);
    const agent = new Agent({ keepAlive: true });
    const headers = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
      get(`${served.url}/healthz`, { agent }, (res) => resolve(res.resume().headers)).on('error', reject);
    });
    agent.destroy();
    await served.stop();
    expect(headers).toMatchObject({ connection: 'keep-alive', 'keep-alive': 'timeout=75' });
  });
});
