import type { IncomingMessage } from 'node:http';

/**
 * True where a browser says that another site sent the request. Requests without `Origin` come from programs and same-site navigation.
 * @param publicOrigin the configured address, or null to compare with the `Host` header
 */
export function isCrossSite(req: IncomingMessage, publicOrigin: string | null): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site && site !== 'same-origin' && site !== 'none') return true;
  const origin = req.headers.origin;
  if (!origin) return false;
  if (!URL.canParse(origin)) return true;
  return publicOrigin ? origin !== publicOrigin : new URL(origin).host !== req.headers.host;
}
