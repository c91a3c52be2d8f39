import { lookup } from 'node:dns/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { askOutside, OUTSIDE, OutsideError, type OutsideWorld } from '../../../platform/outside/outside-request.js';
import type { Services } from '../../../platform/services.js';
import { HarvestFault } from './read-page.js';

/** One page: whole records of a hundred works, with room for a few that are far too long. */
const MOST_BYTES = 12 * 1024 * 1024;
const ASK = { types: ['text/xml', 'application/xml'], maxBytes: MOST_BYTES, timeoutMs: 60_000, redirects: 3 };
/** Waits before a page is asked for again. */
const WAITS_MS = [1_000, 5_000, 20_000];

/**
 * The world as harvests may see it: the public internet, and those hosts of the inner network, or other ports, that the operator names.
 * @param named `host` or `host:port`
 */
export function harvestWorld(named: readonly string[]): OutsideWorld {
  if (named.length === 0) return OUTSIDE;
  const hosts = new Set(named.map((each) => each.replace(/:\d+$/u, '')));
  const ports = named.flatMap((each) => /:(\d+)$/u.exec(each)?.[1] ?? []);
  const allowed = new Set(hosts);
  return {
    isInside: (address) => !allowed.has(address) && OUTSIDE.isInside(address),
    isOwnName: (host) => !hosts.has(host) && OUTSIDE.isOwnName(host),
    async resolve(host) {
      const addresses = (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
      if (hosts.has(host)) for (const address of addresses) allowed.add(address);
      return addresses;
    },
    ports: [...OUTSIDE.ports, ...ports],
  };
}

/** Asks a source with arguments of the protocol. @throws HarvestFault */
export type AskSource = (url: string, given: Readonly<Record<string, string>>, signal?: AbortSignal) => Promise<Buffer>;

/**
 * Asks a source over the network, again where it does not answer at once. An answer that is too long is none: half of it says nothing.
 * @throws HarvestFault NOT_REACHED, TOO_LARGE
 */
export function askSource({ config }: Pick<Services, 'config'>, waits: readonly number[] = WAITS_MS): AskSource {
  return async (url, given, signal) => {
    const address = new URL(url);
    for (const [name, value] of Object.entries(given)) address.searchParams.set(name, value);
    for (let attempt = 0; ; attempt++) {
      try {
        const { body } = await askOutside(address.href, ASK, harvestWorld(config.harvestHosts));
        if (body.length >= MOST_BYTES) throw new HarvestFault('TOO_LARGE');
        return body;
      } catch (error) {
        if (error instanceof HarvestFault) throw error;
        // What leads inside will do so again; a server that is down may be up in a while.
        const isFinal = error instanceof OutsideError && !/answers (429|5\d\d)/u.test(error.message);
        const pause = waits[attempt];
        if (isFinal || pause === undefined) throw new HarvestFault('NOT_REACHED', error instanceof OutsideError ? error.message : '');
        await wait(pause, undefined, signal && { signal });
      }
    }
  };
}
