import type { ServerResponse } from 'node:http';

/** Opened in a tab or a frame, an answer that is no page may neither run nor load anything. */
const DATA_ONLY = "default-src 'none'; frame-ancestors 'none'";

/**
 * What every answer carries, whoever makes it; pages and files replace the content security policy by their own.
 * Links of mails hold tokens, so an address is told to no other site; no page of ours needs a sensor, a camera or a payment.
 */
const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['content-security-policy', DATA_ONLY],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['x-permitted-cross-domain-policies', 'none'],
];

/** Two years, as the lists of browsers ask; other hosts of the domain are their owners' business. */
const STRICT_TRANSPORT = 'max-age=63072000';

/** Sets what protects every kind of answer. @param https whether readers reach Stoa by https alone */
export function guardAnswer(res: ServerResponse, https: boolean): void {
  for (const [name, value] of EVERYWHERE) res.setHeader(name, value);
  if (https) res.setHeader('strict-transport-security', STRICT_TRANSPORT);
}
