import { lookup } from 'node:dns/promises';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isInside, isOwnName } from './inside.js';

/** Where a request may lead; tests let it lead to a server of theirs. */
export interface OutsideWorld {
  isInside(address: string): boolean;
  isOwnName(host: string): boolean;
  /** Every address of a name. */
  resolve(host: string): Promise<string[]>;
  ports: readonly string[];
}

/** The public internet: names as this machine knows them, the two ports of the web. */
export const OUTSIDE: OutsideWorld = {
  isInside,
  isOwnName,
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  ports: ['', '80', '443'],
};

/** What is asked, and what the answer may cost. */
export interface OutsideAsk {
  method?: 'GET' | 'HEAD' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Media types that are taken. */
  types: readonly string[];
  maxBytes: number;
  /** For all of it, redirects included. */
  timeoutMs: number;
  /** How often it may be sent on. */
  redirects: number;
}

/** An answer with a body of a type that was asked for; of a longer one its beginning. */
export interface OutsideAnswer {
  url: URL;
  type: string;
  body: Buffer;
}

/** Why nothing came of it. */
export class OutsideError extends Error {}

/**
 * Asks a server of the public internet. Addresses of inner networks are never reached: the name is resolved once, every address it has is
 * looked at, and the one that was looked at is connected to; so is each address that the answer sends on to.
 * @throws OutsideError or the network's own error
 */
export async function askOutside(address: string, ask: OutsideAsk, world: OutsideWorld = OUTSIDE): Promise<OutsideAnswer> {
  const signal = AbortSignal.timeout(ask.timeoutMs);
  const { answer, url } = await followed(address, { ...ask, signal }, world);
  return taken(answer, url, ask, signal);
}

/**
 * What a server of the public internet answers in the end, without reading it: its head is asked for, and the page where a server knows no
 * heads. The same addresses are refused.
 * @returns the status of HTTP
 * @throws OutsideError or the network's own error
 */
export async function statusOutside(
  address: string,
  ask: Pick<OutsideAsk, 'timeoutMs' | 'redirects'>,
  world: OutsideWorld = OUTSIDE,
): Promise<number> {
  for (const method of ['HEAD', 'GET'] as const) {
    const signal = AbortSignal.timeout(ask.timeoutMs);
    const { answer } = await followed(address, { ...ask, method, types: ['*/*'], maxBytes: 0, signal }, world);
    const status = answer.statusCode ?? 0;
    answer.destroy();
    // Servers that answer nothing but pages say so in many ways.
    if (status < 400 || method === 'GET') return status;
  }
  return 0;
}

/** Asks, and asks on where the answer sends to. */
async function followed(
  address: string,
  ask: OutsideAsk & { signal: AbortSignal },
  world: OutsideWorld,
): Promise<{ answer: IncomingMessage; url: URL }> {
  let url = parsed(address);
  for (let sent = 0; sent <= ask.redirects; sent++) {
    const answer = await askOnce(url, ask, world);
    const next = answer.headers.location;
    if (!next || !isRedirect(answer.statusCode)) return { answer, url };
    answer.destroy();
    url = parsed(next, url);
  }
  throw new OutsideError('It is sent on too often');
}

function isRedirect(status = 0): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function parsed(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw new OutsideError('It is no address');
  return new URL(address, base);
}

/** @throws OutsideError where the address is not one of the public web */
async function checkedAddress(url: URL, world: OutsideWorld): Promise<string> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutsideError('It is not of the web');
  if (url.username !== '' || url.password !== '') throw new OutsideError('It carries a password');
  if (!world.ports.includes(url.port)) throw new OutsideError('It names a port');
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const addresses = isIP(host) > 0 ? [host] : world.isOwnName(host) ? [] : await world.resolve(host);
  const [first] = addresses;
  if (first === undefined || addresses.some((each) => world.isInside(each))) throw new OutsideError('It leads inside');
  return first;
}

async function askOnce(url: URL, ask: OutsideAsk & { signal: AbortSignal }, world: OutsideWorld): Promise<IncomingMessage> {
  const address = await checkedAddress(url, world);
  ask.signal.throwIfAborted();
  const family = isIP(address);
  // The name is not asked for again, so it cannot lead elsewhere meanwhile.
  const pinned: LookupFunction = (_host, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family));
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: ask.method ?? 'GET',
      headers: { 'user-agent': 'Stoa', accept: ask.types.join(', '), 'accept-encoding': 'identity', ...ask.headers },
      lookup: pinned,
      agent: false,
      signal: ask.signal,
      maxHeaderSize: 16_384,
    });
    request.once('response', resolve);
    request.once('error', reject);
    request.end(ask.body);
  });
}

async function taken(answer: IncomingMessage, url: URL, ask: OutsideAsk, signal: AbortSignal): Promise<OutsideAnswer> {
  try {
    const type = String(answer.headers['content-type'] ?? '').toLowerCase();
    const encoding = answer.headers['content-encoding'] ?? 'identity';
    if (answer.statusCode !== 200) throw new OutsideError(`It answers ${String(answer.statusCode)}`);
    if (encoding !== 'identity' || !ask.types.some((each) => type.startsWith(each))) throw new OutsideError('It is of another type');
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      chunks.push(chunk);
      size += chunk.length;
      if (size >= ask.maxBytes) break;
    }
    return { url, type, body: Buffer.concat(chunks).subarray(0, ask.maxBytes) };
  } finally {
    answer.destroy();
  }
}
