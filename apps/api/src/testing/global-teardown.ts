import { rmSync } from 'node:fs';

/** Stops the server of the database suites and removes its data. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.stoaTestServer?.stop();
  const dataDir = process.env['STOA_TEST_DATA'];
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
}
