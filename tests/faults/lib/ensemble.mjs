// All that Stoa may stand on, on one machine: a primary, a synchronous standby, a pooler, a broker, two nodes and a proxy before them.
import { join } from 'node:path';
import { freePort } from '../../../apps/api/dist/platform/database/embedded/processes.js';
import { Daemon, findProgram, preparedFolder } from '../../support/daemon.mjs';
import { startProxy } from '../../support/proxy.mjs';
import { follow } from './follower.mjs';
import { POOLER, startPooler } from './pooler.mjs';

const BROKER = findProgram('redis-server');

/** What of it this system lacks; undefined where all is there. */
export function lacking() {
  const names = [...(POOLER ? [] : ['pgbouncer']), ...(BROKER ? [] : ['redis-server'])];
  return names.length > 0 ? `this system has no ${names.join(' and no ')}` : undefined;
}

/** Puts it together on a copy of the demo world. */
export async function openEnsemble(world) {
  const { database, dataDir } = await world.copy();
  const ensemble = new Ensemble(world, database, dataDir);
  try {
    await ensemble.open();
  } catch (error) {
    await ensemble.close();
    throw error;
  }
  return ensemble;
}

class Ensemble {
  nodes = [];
  #copies = 0;

  constructor(world, database, dataDir) {
    this.world = world;
    this.database = database;
    this.dataDir = dataDir;
    this.folder = join(world.folder, 'together');
  }

  async open() {
    // A standby that is made anew after a failover takes the next of these.
    this.ports = [await freePort(0), await freePort(0), await freePort(0)];
    this.primary = await this.#copyOf(this.world.server.url);
    await this.primary.promote();
    await this.replaceStandby();
    this.pooler = await startPooler(this.primary.url, join(this.folder, 'pooler'), 12);
    const port = await freePort(0);
    const folder = join(this.folder, 'broker');
    preparedFolder(folder);
    this.broker = new Daemon({
      command: BROKER,
      args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      port,
      folder,
    });
    await this.broker.start();
    this.nodePorts = [await freePort(0), await freePort(0)];
    for (const place of [0, 1]) await this.startNode(place);
    this.proxy = await startProxy(this.nodes.map(({ url }) => url));
  }

  #copyOf(url) {
    const place = this.#copies++ % this.ports.length;
    return follow(url, join(this.folder, `server-${place}`), this.ports[place]);
  }

  /** Makes a standby of the primary while people work, and lets no write be acknowledged without it. */
  async replaceStandby() {
    this.standby = await this.#copyOf(this.primary.url);
    await this.primary.waitForFollower();
  }

  /** The standby becomes the primary, and the pooler sends everybody there. What was acknowledged is on it. */
  async failOver() {
    await this.standby.promote();
    this.primary = this.standby;
    this.standby = null;
    await this.pooler.point(this.primary.port);
  }

  async startNode(place) {
    const { username, password } = new URL(this.primary.url);
    const at = (hosts) => `postgres://${username}:${password}@${hosts}/${this.database}`;
    const hosts = this.ports.map((port) => `127.0.0.1:${port}`);
    this.nodes[place] = await this.world.program({
      database: this.database,
      dataDir: this.dataDir,
      env: {
        PORT: String(this.nodePorts[place]),
        DATABASE_URL: at(`127.0.0.1:${this.pooler.port}`),
        DATABASE_POOLED: 'transaction',
        DATABASE_DIRECT_URL: at(hosts.join(',')),
        DATABASE_REPLICA_URLS: hosts.map(at).join(' '),
        BROKER_URL: `redis://127.0.0.1:${this.broker.port}`,
        // So large that nobody meets it, but counted.
        STOA_REQUEST_BUDGET: '1000000000',
        TRUST_PROXY: '1',
      },
    });
  }

  /** A figure of a node's metrics. */
  async figure(place, name) {
    const text = await (await fetch(`${this.nodes[place].url}/metrics`, { headers: { connection: 'close' } })).text();
    return Number(new RegExp(`^${name} (\\S+)$`, 'mu').exec(text)?.[1]);
  }

  async close() {
    await Promise.all(this.nodes.map((node) => node.kill()));
    await this.proxy?.stop();
    for (const each of [this.pooler, this.broker, this.standby, this.primary]) await each?.stop();
  }
}
