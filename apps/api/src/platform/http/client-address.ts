import type { IncomingMessage } from 'node:http';

/**
 * The client's address, for limits. Forwarded addresses count only as far as our own proxies stand in front.
 * @param proxies number of trusted proxies, 0 for none
 */
export function clientAddress(req: IncomingMessage, proxies: number): string {
  const direct = req.socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const hops = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.at(-proxies) ?? direct;
}
