import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { MovableClock } from './clock.js';

/**
 * Lets a test move the clock of a running demo: `PUT /` with an ISO 8601 time, on a socket file that only this account can open.
 * @param socketPath where the socket is made; one left by a killed process is replaced
 * @returns ends it
 */
export async function serveClockHandle(socketPath: string, clock: MovableClock): Promise<() => Promise<void>> {
  const server = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8').on('data', (part: string) => (body += part.slice(0, 100)));
    req.on('end', () => {
      const instant = new Date(body);
      const isTime = req.method === 'PUT' && !Number.isNaN(instant.getTime());
      if (isTime) clock.moveTo(instant);
      res.writeHead(isTime ? 204 : 400).end();
    });
  });
  rmSync(socketPath, { force: true });
  const before = process.umask(0o177);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  }).finally(() => process.umask(before));
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
