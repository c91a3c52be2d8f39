import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Ends what a suite could not end itself, then the database, and removes all data. */
export default async function globalTeardown() {
  const { folder, server, worlds } = globalThis.stoaBrowser;
  for (const name of readdirSync(join(folder, 'running'))) {
    try {
      process.kill(Number(name), 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
  await worlds;
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
