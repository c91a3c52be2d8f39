import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, TEST_SETTINGS, type EmbeddedServer } from '../platform/database/embedded/index.js';

declare global {
  // Jest gives setup and teardown no other place to share a running server.
  var stoaTestServer: EmbeddedServer | undefined;
}

/** Starts one PostgreSQL for all database suites; each file clones its database from a migrated template. */
export default async function globalSetup(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stoa-test-'));
  const server = await startEmbedded({ dataDir, log: () => undefined, settings: TEST_SETTINGS });
  globalThis.stoaTestServer = server;
  process.env['STOA_TEST_DATABASE'] = server.url;
  process.env['STOA_TEST_DATA'] = dataDir;
  const { makeTemplate } = await import('./database.js');
  await makeTemplate(server.url);
}
