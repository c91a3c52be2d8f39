import { EMPTY_RESOURCE, LANGUAGES, searchText, type Language } from '@stoa/domain';
import { dateIn } from '../../../platform/clock.js';
import { audit } from '../../../platform/database/audit.js';
import type { Tx } from '../../../platform/database/database.js';
import { lookAt } from '../../../platform/database/sight.js';
import { translator } from '../../../platform/i18n/translate.js';
import type { Services } from '../../../platform/services.js';
import { endAllAppointments, renewLettersNaming } from '../../appointments/index.js';
import { dropAttachments, withdrawAllPosts } from '../../discussions/index.js';
import { dropDraftResources, withdrawResources, withdrawUses } from '../../resources/index.js';
import { forgetLearning, withdrawPaths } from '../../learning/index.js';
import { leaveAllNetworks } from '../../networks/index.js';
import { personCondition, readClass, type Classification } from '../classification.js';
import { classification } from '../columns/index.js';
import { privacyWords } from '../words/index.js';
import { appendToErasureList } from './erasure-list.js';
import { mentionsOf, replaceMentions } from './mentions.js';
import { assertAllLookedAt, FinishedMeanwhile, removeStoredTraces } from './stored-traces.js';

/** How often files are looked through anew because others were finished meanwhile; then the job fails and comes again later. */
const MOST_LOOKS = 5;

/** How a person is erased. */
export interface ErasureWish {
  /** When it was done first; of a replay the time of the list. */
  at: Date;
  /** Whether what the person wrote is withdrawn too. */
  withdrawsWords: boolean;
}

interface ErasedPerson {
  id: string;
  handle: string;
  display_name: string;
  email: string | null;
  status: string;
  lang: string;
}

/**
 * Erases a person for good: first the list outside the database, then files and mails, then everything in one transaction. Each step
 * can be repeated, so a job that was killed goes on where it stopped.
 * @returns false where the person is erased already or was never here
 */
export async function erasePerson(services: Services, personId: string, wish: ErasureWish): Promise<boolean> {
  const person = await services.db.row<ErasedPerson>(
    'SELECT id, handle, display_name, coalesce(email, merged_email) AS email, status, lang FROM people WHERE id = $1',
    [personId],
  );
  if (!person || person.status === 'ERASED') return false;
  // Who was merged into the person is the same human, under another name and address.
  for (const { id } of await services.db.rows<{ id: string }>('SELECT id FROM people WHERE merged_into = $1 ORDER BY id', [personId]))
    await erasePerson(services, id, wish);
  await appendToErasureList(services.config, { personId, at: wish.at.toISOString(), withdrawsWords: wish.withdrawsWords });
  const tombstone = tombstoneOf(person);
  const mentions = mentionsOf(person, tombstone.former, tombstone.handle);
  const words = mentions.map(([word]) => word);
  let looked = await removeStoredTraces(services, personId, words);
  const erase = async (tx: Tx) => {
    await lookAt(tx, 'files');
    await assertAllLookedAt(tx, looked);
    await tx.row('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [personId]);
    await renewLettersNaming(tx, personId, words);
    await endAllAppointments(tx, personId, { today: dateIn(wish.at, services.config.timeZone), at: wish.at });
    await leaveAllNetworks(tx, personId, wish.at);
    if (wish.withdrawsWords) await withdrawAllPosts(tx, personId, wish.at);
    if (wish.withdrawsWords) {
      await withdrawUses(tx, personId);
      await withdrawResources(tx, personId, wish.at);
      await withdrawPaths(tx, personId);
    }
    await dropAttachments(tx, personId);
    await dropDraftResources(tx, personId);
    await forgetLearning(tx, personId);
    await eraseRows(tx, classification, person, wish, tombstone);
    await replaceMentions(tx, classification, mentions);
    await tx.row('UPDATE erasures SET done_at = $2 WHERE person_id = $1 AND done_at IS NULL AND cancelled_at IS NULL', [personId, wish.at]);
    await audit(tx, { actorId: null, act: 'erasePerson', subjectType: 'Person', subjectId: personId, at: services.clock.now() });
  };
  for (let tries = 1; ; tries += 1) {
    try {
      await services.db.transaction(erase);
      return true;
    } catch (error) {
      if (!(error instanceof FinishedMeanwhile) || tries === MOST_LOOKS) throw error;
      looked = await removeStoredTraces(services, personId, words);
    }
  }
}

/** What stands in the place of a person's own values. The handle cannot be anybody's: names in addresses have no dot. */
function tombstoneOf(person: ErasedPerson): { handle: string; former: string; withdrawn: string } {
  const lang: Language = LANGUAGES.find((each) => each === person.lang) ?? 'en';
  const say = translator(privacyWords, lang);
  return { handle: `former.${person.id.slice(-12)}`, former: say('former'), withdrawn: say('withdrawn') };
}

/** Deletes and empties a person's rows as the classification says; rows that others hang on come last. */
async function eraseRows(
  tx: Tx,
  tables: Classification,
  person: ErasedPerson,
  wish: ErasureWish,
  tombstone: ReturnType<typeof tombstoneOf>,
): Promise<void> {
  const values: Readonly<Record<string, string>> = {
    'people.handle': tombstone.handle,
    'people.display_name': tombstone.former,
    'people.search': searchText([tombstone.former]),
    'people.status': 'ERASED',
    'threads.title': tombstone.withdrawn,
    'threads.slug': 'withdrawn',
    'posts.body': tombstone.withdrawn,
    'posts.body_html': `<p>${tombstone.withdrawn}</p>`,
    'thread_summaries.body': tombstone.withdrawn,
    'resources.title': tombstone.withdrawn,
    'resources.authors': '[]',
    'resource_versions.content': JSON.stringify({ ...EMPTY_RESOURCE, kind: 'LINK', title: tombstone.withdrawn, lang: 'en' }),
    'resource_versions.remarks': '[]',
    'learning_paths.title': tombstone.withdrawn,
    'thread_summaries.body_html': `<p>${tombstone.withdrawn}</p>`,
  };
  const entries = Object.entries(tables).reverse();
  for (const [table, rule] of entries) {
    const condition = personCondition(rule);
    if (condition && rule.erase === 'delete') await tx.row(`DELETE FROM "${table}" WHERE ${condition}`, [person.id]);
  }
  for (const [table, rule] of entries) {
    const condition = personCondition(rule);
    if (!condition || rule.erase !== 'keep') continue;
    const changes = changesOf(table, rule.columns, wish, values);
    if (changes.length === 0) continue;
    const texts = changes.filter(({ value }) => value !== null);
    const set = changes.map(({ column, sql }) => `"${column}" = ${sql(texts.findIndex((each) => each.column === column) + 2)}`);
    await tx.row(`UPDATE "${table}" SET ${set.join(', ')} WHERE ${condition}`, [person.id, ...texts.map(({ value }) => value)]);
  }
}

interface ColumnChange {
  column: string;
  /** A value to set; null where the column says it itself. */
  value: string | null;
  sql: (parameter: number) => string;
}

function changesOf(
  table: string,
  columns: Classification[string]['columns'],
  { withdrawsWords }: ErasureWish,
  values: Readonly<Record<string, string>>,
): ColumnChange[] {
  return Object.entries(columns).flatMap(([column, each]): ColumnChange[] => {
    const { erasure } = readClass(each);
    if (erasure === null || erasure === 'hold' || (erasure === 'withdraw' && !withdrawsWords)) return [];
    if (erasure === 'null') return [{ column, value: null, sql: () => 'NULL' }];
    const value = values[`${table}.${column}`];
    if (value !== undefined) return [{ column, value, sql: (parameter) => `$${parameter}` }];
    if (erasure === 'tombstone') throw new Error(`${table}.${column} has no tombstone`);
    return [{ column, value: null, sql: () => (erasure === 'object' ? `'{}'` : `''`) }];
  });
}
