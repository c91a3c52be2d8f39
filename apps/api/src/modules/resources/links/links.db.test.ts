import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EMPTY_RESOURCE } from '@stoa/domain';
import { toGlobalId } from '../../../platform/ids.js';
import { OUTSIDE, type OutsideWorld } from '../../../platform/outside/outside-request.js';
import { countyTree, factories } from '../../../testing/factories.js';
import { startWorld, type World } from '../../../testing/world.js';
import { checkLinks, noteLinks } from './check-links.js';

describe('links of resources', () => {
  let world: World;
  let server: Server;
  let base: string;
  let outside: OutsideWorld;
  let resourceId: string;
  const asked: string[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const answers = new Map<string, number>([
    ['/fine', 200],
    ['/gone', 404],
    ['/robots', 403],
    ['/heads', 405],
  ]);

  beforeAll(async () => {
    world = await startWorld();
    server = createServer((request, response) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      asked.push(`${String(request.method)} ${String(request.url)}`);
      const location = request.url === '/inside' ? 'http://169.254.169.254/latest/' : request.url === '/loop' ? '/loop' : undefined;
      const status = request.url === '/heads' && request.method === 'GET' ? 200 : (answers.get(request.url ?? '') ?? 200);
      setImmediate(() => {
        atOnce -= 1;
        response.writeHead(location ? 302 : status, location ? { location } : {}).end('x'.repeat(100_000));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    base = `http://links.example.org:${String(port)}`;
    outside = {
      ...OUTSIDE,
      isInside: (address) => address !== '127.0.0.1' && OUTSIDE.isInside(address),
      resolve: (host) => (host === 'links.example.org' ? Promise.resolve(['127.0.0.1']) : Promise.reject(new Error('no such name'))),
      ports: ['', String(port)],
    };
    const { countyId } = await countyTree(world.services.db);
    const links = ['/fine', '/gone', '/robots', '/heads', '/inside', '/loop'].map((path) => ({ url: `${base}${path}`, title: path }));
    resourceId = await factories(world.services.db).resource({
      territoryId: countyId,
      ...EMPTY_RESOURCE,
      links: [...links, { url: 'http://10.0.0.1/', title: 'an inner address' }, { url: 'https://nowhere.example.org/', title: 'no name' }],
    });
  });
  afterAll(async () => {
    await world.close();
    await new Promise((done) => server.close(done));
  });

  const failures = async () => {
    const rows = await world.services.db.rows<{ url: string; failures: number }>(
      'SELECT url, failures FROM resource_links WHERE resource_id = $1 ORDER BY url',
      [resourceId],
    );
    return Object.fromEntries(rows.map((row) => [row.url.replace(base, ''), row.failures]));
  };
  const told = async () =>
    Number(
      (
        await world.services.db.row<{ n: string }>(
          `SELECT count(*) AS n FROM graphile_worker.jobs WHERE task_identifier = 'ResourceLinkBroken'`,
        )
      )?.n,
    );

  it('are asked where they lead outside, politely, and those that fail four times in a row are told once and shown', async () => {
    await noteLinks(world.services, resourceId);
    await checkLinks(world.services, undefined, outside);
    const once = {
      '/fine': 0,
      '/robots': 0,
      '/heads': 0,
      '/gone': 1,
      '/inside': 1,
      '/loop': 1,
      'http://10.0.0.1/': 1,
      'https://nowhere.example.org/': 1,
    };
    expect(await failures()).toEqual(once);
    expect([asked.includes('HEAD /fine'), asked.includes('GET /fine'), asked.includes('GET /heads'), mostAtOnce]).toEqual([
      true,
      false,
      true,
      1,
    ]);
    const before = asked.length;
    // Asked again at once, nothing is due.
    await checkLinks(world.services, undefined, outside);
    expect(asked.length).toBe(before);
    for (let n = 0; n < 3; n += 1) {
      expect(await told()).toBe(0);
      await world.services.db.row(`UPDATE resource_links SET checked_at = checked_at - interval '25 hours'`);
      await checkLinks(world.services, undefined, outside);
    }
    expect((await failures())['/gone']).toBe(4);
    expect(await told()).toBe(5);
    // What is well is not asked before its week is over.
    expect(asked.filter((each) => each === 'HEAD /fine')).toHaveLength(1);
    const { data } = await world.as(null)<{ resource: { shown: { links: { title: string; broken: boolean }[] } } }>(
      'query($id: ID!) { resource(id: $id) { shown { links { title broken } } } }',
      { id: toGlobalId('Resource', resourceId) },
    );
    expect(data?.resource.shown.links.filter(({ broken }) => broken).map(({ title }) => title)).toEqual([
      '/gone',
      '/inside',
      '/loop',
      'an inner address',
      'no name',
    ]);
    // What is found again is whole again; what is no longer linked is forgotten.
    answers.set('/gone', 200);
    await world.services.db.row(`UPDATE resource_links SET checked_at = checked_at - interval '25 hours'`);
    await checkLinks(world.services, undefined, outside);
    expect((await failures())['/gone']).toBe(0);
    await world.services.db.row(`UPDATE resource_versions SET content = jsonb_set(content, '{links}', '[]') WHERE resource_id = $1`, [
      resourceId,
    ]);
    await noteLinks(world.services, resourceId);
    expect(await failures()).toEqual({});
  });
});
