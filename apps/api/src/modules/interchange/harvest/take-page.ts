import type { HarvestNote, LockableField, ResourceContent, SourceDefaults } from '@stoa/domain';
import type { Tx } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids.js';
import type { OwnerColumns } from '../../resources/index.js';
import { landAgain, landAll, setWithdrawn } from './land.js';
import { timeOf, type Page, type SourceRecord } from './read-page.js';
import { readDc, readLom } from './read-metadata.js';
import { digestOf, likenessesOf, toContent, topicWords, type TopicWords } from './to-content.js';

/** What a page came to. */
export interface Taken {
  seen: number;
  created: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
  duplicates: number;
  failed: number;
  /** Records that this run had not met before. */
  fresh: number;
}

/** Where a page is taken in. */
export interface PageWork {
  sourceId: string;
  runId: string;
  defaults: SourceDefaults;
  owner: OwnerColumns;
  now: Date;
}

interface Known {
  identifier: string;
  resource_id: string | null;
  duplicate_of: string | null;
  hash: string;
  deleted: boolean;
  locked_fields: LockableField[];
  run_id: string | null;
}

/** What becomes of one record, to be kept beside it. */
interface Outcome {
  record: SourceRecord;
  datestamp: Date | null;
  resourceId: string | null;
  duplicateOf: string | null;
  url: string;
  hash: string;
  deleted: boolean;
  error: string | null;
}

const MOST_IDENTIFIER = 500;

/** Takes the records of a page in, all in the transaction that also notes where the run is. */
export async function takePage(tx: Tx, page: Page, work: PageWork): Promise<Taken> {
  const taken: Taken = { seen: 0, created: 0, updated: 0, unchanged: 0, withdrawn: 0, duplicates: 0, failed: 0, fresh: 0 };
  const notes: [HarvestNote, string, string, string | null][] = [];
  // Of one that stands twice on a page the last counts.
  const records = [...new Map(page.records.map((record) => [record.identifier, record])).values()];
  const ids = records.map(({ identifier }) => identifier.slice(0, MOST_IDENTIFIER));
  const known = new Map(
    (
      await tx.rows<Known>(
        'SELECT identifier, resource_id, duplicate_of, hash, deleted, locked_fields, run_id FROM harvested_records WHERE source_id = $1 AND identifier = ANY($2)',
        [work.sourceId, ids],
      )
    ).map((row) => [row.identifier, row]),
  );
  const topics = await topicWords(tx);
  const outcomes: Outcome[] = [];
  const fresh: { outcome: Outcome; content: ResourceContent }[] = [];
  for (const record of records) {
    taken.seen += 1;
    const before = known.get(record.identifier);
    if (before?.run_id !== work.runId) taken.fresh += 1;
    const outcome = begin(record, before, work.now);
    outcomes.push(outcome);
    if (outcome.datestamp === null) notes.push(['WRONG_DATE', record.identifier, record.datestamp.slice(0, 100), null]);
    if (record.deleted) {
      await takeBack(tx, outcome, before, work.now, taken);
      continue;
    }
    const content = outcome.error === null ? contentOf(record, work.defaults, topics, outcome) : null;
    if (!content) {
      taken.failed += 1;
      notes.push([
        outcome.error === 'TOO_LARGE' ? 'TOO_LARGE' : 'FAILED',
        record.identifier.slice(0, MOST_IDENTIFIER),
        outcome.error ?? '',
        outcome.resourceId,
      ]);
    } else if (before && before.hash === outcome.hash && !before.deleted) taken.unchanged += 1;
    else if (outcome.resourceId !== null) await changeKnown(tx, outcome, before, content, work.now, taken);
    else fresh.push({ outcome, content });
  }
  await landFresh(tx, fresh, work, taken, notes);
  await keep(tx, outcomes, work);
  await writeNotes(tx, work.runId, notes);
  return taken;
}

function begin(record: SourceRecord, before: Known | undefined, now: Date): Outcome {
  const isNameless = record.identifier === '' || record.identifier.length > MOST_IDENTIFIER || record.identifier.includes('\0');
  return {
    record,
    datestamp: timeOf(record.datestamp, now),
    resourceId: before?.resource_id ?? null,
    duplicateOf: before?.duplicate_of ?? null,
    url: '',
    hash: before?.hash ?? '',
    deleted: record.deleted,
    error: isNameless ? 'IDENTIFIER' : null,
  };
}

/** The resource of a record; null with the outcome's `error` set where none can be made of it. */
function contentOf(record: SourceRecord, defaults: SourceDefaults, topics: TopicWords, outcome: Outcome): ResourceContent | null {
  const { metadata, isTooLarge } = record;
  if (isTooLarge) return fails(outcome, 'TOO_LARGE');
  if (metadata === null) return fails(outcome, 'NO_METADATA');
  const said = readDc(metadata) ?? readLom(metadata);
  if (!said) return fails(outcome, 'NO_METADATA');
  const content = toContent(said, defaults, topics);
  if (!content) return fails(outcome, 'TITLE');
  outcome.url = content.links[0]?.url ?? '';
  outcome.hash = digestOf(content);
  return content;
}

function fails(outcome: Outcome, error: string): null {
  outcome.error = error;
  return null;
}

async function takeBack(tx: Tx, outcome: Outcome, before: Known | undefined, now: Date, taken: Taken): Promise<void> {
  const isWithdrawn = outcome.resourceId !== null && before?.deleted === false && (await setWithdrawn(tx, outcome.resourceId, true, now));
  if (isWithdrawn) taken.withdrawn += 1;
  else taken.unchanged += 1;
}

async function changeKnown(
  tx: Tx,
  outcome: Outcome,
  before: Known | undefined,
  content: ResourceContent,
  now: Date,
  taken: Taken,
): Promise<void> {
  const id = outcome.resourceId ?? '';
  const isBack = before?.deleted === true && (await setWithdrawn(tx, id, false, now));
  const isChanged = await landAgain(tx, id, content, before?.locked_fields ?? [], now);
  if (isBack || isChanged) taken.updated += 1;
  else taken.unchanged += 1;
}

/** Publishes what is new, but what is here already: a public resource with the same address, or the same title and first author. */
async function landFresh(
  tx: Tx,
  fresh: readonly { outcome: Outcome; content: ResourceContent }[],
  work: PageWork,
  taken: Taken,
  notes: [HarvestNote, string, string, string | null][],
): Promise<void> {
  const likenesses = fresh.map(({ content }) => likenessesOf(content, true));
  // Two runs at once must not each find the other's work missing.
  if (fresh.length > 0) await tx.row("SELECT 1 FROM pg_advisory_xact_lock(hashtext('resources.landing'))");
  const there = await tx.rows<{ likeness: string; resource_id: string }>(
    `SELECT DISTINCT ON (l.likeness) l.likeness, l.resource_id FROM resource_likenesses l JOIN resources r ON r.id = l.resource_id
     WHERE l.likeness = ANY($1) AND r.state IN ('PUBLISHED', 'OUTDATED') AND r.visibility = 'PUBLIC' ORDER BY l.likeness, l.resource_id`,
    [likenesses.flat()],
  );
  const standing = new Map(there.map(({ likeness, resource_id: id }) => [likeness, id]));
  const landing: { outcome: Outcome; content: ResourceContent }[] = [];
  const onPage = new Map<string, Outcome>();
  const twins: { outcome: Outcome; of: Outcome }[] = [];
  fresh.forEach((each, at) => {
    const own = likenesses[at] ?? [];
    const found = own.map((likeness) => standing.get(likeness)).find((id) => id !== undefined);
    const twin = own.map((likeness) => onPage.get(likeness)).find((outcome) => outcome !== undefined);
    if (found !== undefined) each.outcome.duplicateOf = found;
    else if (twin) twins.push({ outcome: each.outcome, of: twin });
    else {
      landing.push(each);
      for (const likeness of own) onPage.set(likeness, each.outcome);
    }
  });
  const ids = await landAll(
    tx,
    landing.map(({ content }) => ({ content, owner: work.owner, isHarvested: true })),
    work.now,
  );
  landing.forEach(({ outcome }, at) => {
    outcome.resourceId = ids[at] ?? null;
    outcome.duplicateOf = null;
  });
  for (const { outcome, of } of twins) outcome.duplicateOf = of.resourceId;
  taken.created += landing.length;
  for (const { outcome } of fresh) {
    if (outcome.duplicateOf === null) continue;
    taken.duplicates += 1;
    notes.push(['DUPLICATE', outcome.record.identifier, '', outcome.duplicateOf]);
  }
}

async function keep(tx: Tx, outcomes: readonly Outcome[], { sourceId, runId }: PageWork): Promise<void> {
  const named = outcomes.filter(({ error }) => error !== 'IDENTIFIER');
  await tx.row(
    `INSERT INTO harvested_records AS h (source_id, identifier, resource_id, duplicate_of, url, datestamp, hash, deleted, last_error, run_id)
     SELECT $1, u.identifier, u.resource_id, u.duplicate_of, u.url, u.datestamp, u.hash, u.deleted, u.error, $2
     FROM unnest($3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::timestamptz[], $8::text[], $9::boolean[], $10::text[])
       AS u(identifier, resource_id, duplicate_of, url, datestamp, hash, deleted, error)
     ON CONFLICT (source_id, identifier) DO UPDATE SET resource_id = EXCLUDED.resource_id, duplicate_of = EXCLUDED.duplicate_of,
       url = CASE WHEN EXCLUDED.url = '' THEN h.url ELSE EXCLUDED.url END, datestamp = coalesce(EXCLUDED.datestamp, h.datestamp), hash = EXCLUDED.hash,
       deleted = EXCLUDED.deleted, last_error = EXCLUDED.last_error, run_id = EXCLUDED.run_id`,
    [
      sourceId,
      runId,
      named.map(({ record }) => record.identifier),
      named.map(({ resourceId }) => resourceId),
      named.map(({ duplicateOf }) => duplicateOf),
      named.map(({ url }) => url),
      named.map(({ datestamp }) => datestamp),
      named.map(({ hash }) => hash),
      named.map(({ deleted }) => deleted),
      named.map(({ error }) => error),
    ],
  );
}

/** Keeps what people have to know of a run. */
export async function writeNotes(
  tx: Pick<Tx, 'row'>,
  runId: string,
  notes: readonly (readonly [HarvestNote, string, string, string | null])[],
): Promise<void> {
  if (notes.length === 0) return;
  await tx.row(
    'INSERT INTO harvest_notes (id, run_id, kind, identifier, detail, resource_id) SELECT u.id, $1, u.kind, u.identifier, u.detail, u.resource_id FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[]) AS u(id, kind, identifier, detail, resource_id)',
    [
      runId,
      notes.map(() => newId()),
      notes.map(([kind]) => kind),
      notes.map(([, identifier]) => identifier.replaceAll('\0', '').slice(0, MOST_IDENTIFIER)),
      notes.map(([, , detail]) => detail),
      notes.map(([, , , resourceId]) => resourceId),
    ],
  );
}
