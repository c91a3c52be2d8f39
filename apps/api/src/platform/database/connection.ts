import pg from 'pg';

// `pg` tells Node from other runtimes by this, which Node has since version 21. Before, it makes a `Response` for each connection, the first of
// which loads all that Node fetches with.
if (!('navigator' in globalThis)) {
  const navigator = { userAgent: `Node.js/${process.versions.node.split('.')[0] ?? ''}`, platform: process.platform, language: 'en-US' };
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
}

/** How long one of several hosts that does not answer is waited for, before the next is tried. */
const CONNECT_MS = 10_000;

/** How connections to a database are made, for pools and single clients. */
export interface Connection {
  /** Makes a client; `pg.Pool` takes it as its option `Client`. */
  Client: new (config?: string | pg.ClientConfig) => pg.Client;
  /** The address for what takes one alone. */
  url: string;
}

/** One address for each host of `postgres://user@one:5432,two:5432/name?…`, in order. */
export function addressesOf(url: string): string[] {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?]+)(.*)$/u.exec(url);
  if (!parts) return [url];
  const [, before = '', hosts = '', after = ''] = parts;
  return hosts.split(',').map((host) => `${before}${host}${after}`);
}

/** Which host of an address was the last that took writes; every connection begins there, whoever found it. */
const places = new Map<string, { current: number }>();

function placeOf(url: string): { current: number } {
  const place = places.get(url) ?? { current: 0 };
  places.set(url, place);
  return place;
}

type Connected = (error: null, client: pg.Client) => void;

/** What `pg` sends when a session begins; its types do not name it. */
interface Startup {
  getStartupConf(): Record<string, string>;
}

/**
 * How to connect to a database whose address may name several hosts: then the one that takes writes is used, and after a failover the
 * next that does. Sessions are in UTC: said as a setting of its own, which poolers hand on, unlike `options`.
 */
export function connectionTo(url: string): Connection {
  const addresses = addressesOf(url);
  const place = placeOf(url);
  class StoaClient extends pg.Client {
    private readonly at = place.current;

    constructor(config?: string | pg.ClientConfig) {
      super({
        ...(typeof config === 'object' ? config : {}),
        connectionString: addresses[place.current],
        keepAlive: true,
        ...(addresses.length > 1 && { connectionTimeoutMillis: CONNECT_MS }),
      } as pg.ClientConfig);
      // What breaks is told to whoever asks next; while nobody listens, it would end the program.
      this.on('error', () => undefined);
    }

    getStartupConf(): Record<string, string> {
      const inherited = (pg.Client.prototype as unknown as Startup).getStartupConf;
      return { ...inherited.call(this), TimeZone: 'UTC' };
    }

    // pg-pool passes a callback, everybody else waits for the promise.
    override connect(): Promise<pg.Client>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<pg.Client> | void {
      const connected = this.connectToPrimary();
      if (!callback) return connected;
      connected.then(
        () => callback(null, this),
        (error: unknown) => callback(error as null, this),
      );
    }

    private async connectToPrimary(): Promise<this> {
      try {
        await super.connect();
        if (addresses.length > 1) await this.refuseStandby();
        return this;
      } catch (error) {
        if (place.current === this.at) place.current = (place.current + 1) % addresses.length;
        throw error;
      }
    }

    private async refuseStandby(): Promise<void> {
      const { rows } = await this.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
      if (!rows[0]?.standby) return;
      await this.end();
      throw Object.assign(new Error('This server is a standby'), { code: '57P03' });
    }
  }
  return { Client: StoaClient as unknown as Connection['Client'], url: addresses[0] ?? url };
}

/** Finds the host of an address that takes writes, where it names several: pools try one host for each connection, and their first must succeed. */
export async function findPrimary(url: string): Promise<void> {
  if (addressesOf(url).length > 1) await (await connectAlone(url, 'stoa')).end();
}

/** Opens one client of its own, at the first of an address's hosts that takes writes. The caller ends it. */
export async function connectAlone(url: string, applicationName: string): Promise<pg.Client> {
  const { Client } = connectionTo(url);
  for (let host = addressesOf(url).length; ; host--) {
    const client = new Client({ application_name: applicationName });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (host <= 1) throw error;
    }
  }
}
