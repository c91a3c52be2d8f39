import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RequestHandler } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Sends the brotli copy of a built file to those who can read it; stands before the static files it speaks of.
 * @param root folder of the files, which do not change while the program runs
 */
export function precompressed(root: string): RequestHandler {
  const copies = new Map<string, boolean>();
  return (req, res, next) => {
    const type = TYPES[extname(req.path)];
    if (!type || !req.acceptsEncodings('br') || req.path.includes('..')) return next();
    let copy = copies.get(req.path);
    if (copy === undefined) {
      copy = existsSync(join(root, `${req.path}.br`));
      if (copy) copies.set(req.path, true);
    }
    res.vary('Accept-Encoding');
    if (!copy) return next();
    req.url = `${req.path}.br`;
    res.set({ 'Content-Encoding': 'br', 'Content-Type': type });
    next();
  };
}
