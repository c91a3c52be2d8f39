import { startWorld, type World } from '../../testing/world.js';
import { alone } from './lock.js';

let world: World;
let url: string;

describe('lock', () => {
  beforeAll(async () => {
    world = await startWorld();
    url = (world.services.db as unknown as { url: string }).url;
  }, 60_000);
  afterAll(() => world.close());

  describe('alone', () => {
    it('lets one at a time work, also where the first waits for the end of all snapshots', async () => {
      const seen: string[] = [];
      let waiting: Promise<void> | undefined;
      await alone(url, 'test', async () => {
        seen.push('first begins');
        waiting = alone(url, 'test', async () => void seen.push('second works'));
        // The second has asked for the lock before the index is built; a snapshot that it held would be waited for without end.
        await until('the second asks', async () => {
          const { rows } = await world.services.db.pool.query(
            "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_try_advisory_lock%' AND pid <> pg_backend_pid()",
          );
          return rows.length >= 2;
        });
        await world.services.db.pool.query('CREATE INDEX CONCURRENTLY people_for_lock_test ON people (created_at)');
        seen.push('first ends');
      });
      await waiting;
      expect(seen).toEqual(['first begins', 'first ends', 'second works']);
    });
  });

  async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Waited in vain: ${what}`);
  }
});
