import { z } from 'zod';
import { bucketAddress } from './files/s3/bucket.js';

const HOST = /^[a-z\d.-]+(:\d{1,5})?$/u;

/** A setting that names hosts, separated by commas: `host` or `host:port`. */
export const hostList = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ''),
  )
  .pipe(z.array(z.string().regex(HOST, 'must name hosts, each as host or host:port')));

/** Whether a setting is the address of a bucket. */
export function isBucket(text: string): boolean {
  try {
    return Boolean(bucketAddress(text));
  } catch {
    return false;
  }
}
