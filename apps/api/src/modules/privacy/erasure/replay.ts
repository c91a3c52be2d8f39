import type { Services } from '../../../platform/services.js';
import { erasePerson } from './erase-person.js';
import { appendToErasureList, readErasureList } from './erasure-list.js';

/** What a replay did. */
export interface Replay {
  /** In the list. */
  listed: number;
  /** Erased now, since the restored database had them still. */
  erased: number;
}

/**
 * Erases once more whoever the list outside the database names and the database has again: to be run after every restore, before
 * anybody is let in. What the database knows and the list does not is added to the list. Repeating it changes nothing.
 */
export async function replayErasures(services: Services): Promise<Replay> {
  await completeErasureList(services);
  const list = await readErasureList(services.config);
  let erased = 0;
  for (const { personId, at, withdrawsWords } of list)
    if (await erasePerson(services, personId, { at: new Date(at), withdrawsWords })) erased += 1;
  return { listed: list.length, erased };
}

/** Adds to this node's list what other nodes erased. */
export async function completeErasureList(services: Services): Promise<void> {
  const done = await services.db.rows<{ person_id: string; done_at: string; withdraws_words: boolean }>(
    'SELECT person_id, done_at, withdraws_words FROM erasures WHERE done_at IS NOT NULL ORDER BY done_at, id',
  );
  for (const { person_id: personId, done_at: at, withdraws_words: withdrawsWords } of done)
    await appendToErasureList(services.config, { personId, at, withdrawsWords });
}
