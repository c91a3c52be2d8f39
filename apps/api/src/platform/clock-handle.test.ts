import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from './clock.js';
import { serveClockHandle } from './clock-handle.js';
import { loadConfig } from './config.js';

const SECRET = 'a secret of the tests, long enough to pass';

function put(socketPath: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, method: 'PUT', path: '/' }, (res) => {
      res.resume();
      res.on('end', () => resolve(res.statusCode));
    });
    call.on('error', reject);
    call.end(body);
  });
}

describe('the handle that moves the clock', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stoa-clock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('moves the clock for the owner of the socket alone, and refuses what is no time', async () => {
    const clock = fixedClock('2026-11-24T09:00:00Z');
    const socket = join(folder, 'clock.sock');
    const close = await serveClockHandle(socket, clock);
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    expect(await put(socket, 'yesterday')).toBe(400);
    expect(await put(socket, '2027-09-02T10:00:00Z')).toBe(204);
    expect(clock.now().toISOString()).toBe('2027-09-02T10:00:00.000Z');
    await close();
  });

  it('is opened in a demo only', () => {
    const env = { STOA_DATA: folder, SESSION_SECRET: SECRET, STOA_TEST_CLOCK: join(folder, 'clock.sock') };
    expect(loadConfig(env).clockHandle).toBe(env.STOA_TEST_CLOCK);
    const refusal = 'Setting STOA_TEST_CLOCK: is refused where there is no demo.';
    expect(() => loadConfig({ ...env, STOA_DEMO: 'off' })).toThrow(refusal);
    expect(() => loadConfig({ ...env, DATABASE_URL: 'postgres://a@b/c' })).toThrow(refusal);
    expect(() => loadConfig({ ...env, PUBLIC_URL: 'https://stoa.example.org' })).toThrow(refusal);
    expect(loadConfig({ STOA_DATA: folder, SESSION_SECRET: SECRET }).clockHandle).toBeNull();
  });
});
