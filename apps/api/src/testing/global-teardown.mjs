import { rmSync } from 'node:fs';

/** Stops the server of the database suites and removes its data. */
export default async function globalTeardown() {
  await globalThis.stoaTestServer?.stop();
  rmSync(process.env.STOA_TEST_DATA, { recursive: true, force: true });
}
