// Jest loads this file before its module mapping exists, so it uses the compiled program (npm test builds first).
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded, TEST_SETTINGS } from '../../../apps/api/dist/platform/database/embedded/index.js';
import { openFolder } from '../../support/open-folder.mjs';
import { findChromium } from './chromium-folder.mjs';
import { beginWorlds } from './worlds.mjs';

/** Starts one PostgreSQL for all browser suites, with the worlds that each suite's database is cloned from. */
export default async function globalSetup() {
  const pictures = join(import.meta.dirname, '../../results/browser');
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const folder = openFolder('stoa-browser-');
  const server = await startEmbedded({ dataDir: join(folder, 'postgres'), log: () => undefined, settings: TEST_SETTINGS, socket: true });
  globalThis.stoaBrowser = { folder, server, worlds: beginWorlds(server.url, folder) };
  process.env.STOA_TEST_BROWSER = JSON.stringify({ folder, database: server.url, chromium: findChromium(), pictures });
}
