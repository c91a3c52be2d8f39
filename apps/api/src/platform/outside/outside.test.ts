import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isInside, isOwnName } from './inside.js';
import { askOutside, OUTSIDE, type OutsideWorld } from './outside-request.js';

const ASK = { types: ['text/html'], maxBytes: 1_000, timeoutMs: 5_000, redirects: 3 };

/** Ways to write an address of this machine, its network, or what carries one. */
const INSIDE = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://127.255.255.254/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://0/',
  'http://0.0.0.0/',
  'http://0x0/',
  'http://127.0.0.1./',
  'http://１２７.０.０.１/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://%31%32%37.0.0.1/',
  'http://10.0.0.1/',
  'http://10.255.255.255/',
  'http://167772161/',
  'http://012.0.0.1/',
  'http://0xa.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.0.1/',
  'http://0xc0a80001/',
  'http://192.168.257/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://2852039166/',
  'http://0251.0376.0251.0376/',
  'http://100.64.0.1/',
  'http://100.100.100.200/',
  'http://192.0.0.192/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://198.51.100.1/',
  'http://203.0.113.1/',
  'http://192.88.99.1/',
  'http://224.0.0.1/',
  'http://239.255.255.250/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001::1]/',
  'http://[2001:db8::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[100::1]/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://app.localhost/',
  'http://printer.local/',
  'http://metadata.google.internal/',
  'http://router/',
  'http://nas.home.arpa/',
];

describe('requests to the outside', () => {
  let server: Server;
  let port: string;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const [, what = '', to = ''] = /^\/([a-z]+)(?:\?(.*))?$/u.exec(request.url ?? '') ?? [];
      if (what === 'on') return response.writeHead(302, { location: decodeURIComponent(to) }).end();
      if (what === 'silent') return;
      if (what === 'zip') return response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('x');
      if (what === 'image') return response.writeHead(200, { 'content-type': 'image/png' }).end('x');
      if (what === 'endless') {
        response.writeHead(200, { 'content-type': 'text/html' });
        const more = (): void => void (response.writable && response.write('x'.repeat(500), () => setImmediate(more)));
        return more();
      }
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<title>${what}</title>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = String((server.address() as AddressInfo).port);
  });
  afterAll(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  );

  /** The outside with one name for the server of this test, which alone is let in. */
  const world = (over: Partial<OutsideWorld> = {}): OutsideWorld => ({
    ...OUTSIDE,
    ports: [...OUTSIDE.ports, port],
    isInside: (address) => address !== '127.0.0.1' && isInside(address),
    resolve: (host) => Promise.resolve(host === 'site.example' ? ['127.0.0.1'] : ['10.0.0.1']),
    ...over,
  });
  const refused = async (address: string, which: OutsideWorld): Promise<string> =>
    askOutside(address, ASK, which).then(
      () => 'reached',
      (error: Error) => error.constructor.name,
    );

  it('reaches none of the ways to write an inner address, directly or by a redirect', async () => {
    expect(INSIDE.length).toBeGreaterThanOrEqual(60);
    const names = { resolve: () => Promise.resolve(['127.0.0.1']) };
    for (const address of INSIDE) {
      expect([address, await refused(address, { ...OUTSIDE, ...names })]).toEqual([address, 'OutsideError']);
      // The server of this test stands for the outside here, so what leads to it by number is no proof.
      const url = new URL(address);
      if (url.hostname === '127.0.0.1') continue;
      expect([address, await refused(`http://site.example:${port}/on?${encodeURIComponent(address)}`, world())]).toEqual([
        address,
        'OutsideError',
      ]);
    }
    expect(isInside('not an address')).toBe(true);
    expect(isInside('fe80::1%eth0')).toBe(true);
    expect(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'].map(isInside)).toEqual([false, false]);
    expect(isOwnName('example.org')).toBe(false);
  });

  it('connects to the address that it looked at, and to none where a name has an inner one beside', async () => {
    let turns = 0;
    // A name that leads outside when it is looked at, and inside ever after.
    const rebinding = world({ resolve: () => Promise.resolve(turns++ === 0 ? ['127.0.0.1'] : ['127.0.0.53']) });
    const answer = await askOutside(`http://rebind.example:${port}/page`, ASK, rebinding);
    expect([answer.body.toString(), turns]).toEqual(['<title>page</title>', 1]);
    expect(await refused(`http://two.example:${port}/page`, world({ resolve: () => Promise.resolve(['127.0.0.1', '10.0.0.1']) }))).toBe(
      'OutsideError',
    );
    expect(await refused(`http://none.example:${port}/page`, world({ resolve: () => Promise.resolve([]) }))).toBe('OutsideError');
  });

  it('asks the web alone, without passwords, on its own ports, and follows three redirects and no more', async () => {
    for (const address of [
      'ftp://site.example/',
      'file:///etc/passwd',
      'gopher://site.example/',
      'data:text/html,x',
      'javascript:1',
      'http://',
      `http://a:b@site.example:${port}/page`,
      'http://site.example:22/',
    ])
      expect([address, await refused(address, world())]).toEqual([address, 'OutsideError']);
    const on = (times: number): string =>
      times === 0 ? `http://site.example:${port}/page` : `http://site.example:${port}/on?${encodeURIComponent(on(times - 1))}`;
    expect((await askOutside(on(3), ASK, world())).url.pathname).toBe('/page');
    expect(await refused(on(4), world())).toBe('OutsideError');
  });

  it('takes the beginning of what is too long, and neither other types, packed answers, nor silence', async () => {
    expect((await askOutside(`http://site.example:${port}/endless`, ASK, world())).body).toHaveLength(1_000);
    for (const what of ['image', 'zip'])
      expect([what, await refused(`http://site.example:${port}/${what}`, world())]).toEqual([what, 'OutsideError']);
    await expect(askOutside(`http://site.example:${port}/silent`, { ...ASK, timeoutMs: 100 }, world())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(asked).toContain('/silent');
  });
});
