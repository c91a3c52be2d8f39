import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Where a file or folder of this package lies: the same from the sources, from what is compiled, and from the bundle, whose modules
 * have no places of their own.
 * @param path relative to `apps/api`
 */
export function apiPath(path: string): string {
  return join(createRequire(import.meta.url).resolve('@stoa/api/package.json'), '..', path);
}
