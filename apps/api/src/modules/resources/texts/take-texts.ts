import { buffer } from 'node:stream/consumers';
import { Refusal } from '../../../platform/errors.js';
import { seeing } from '../../../platform/database/sight.js';
import { decodeText } from '../../../platform/extract/decode-text.js';
import { extract, EXTRACT_LIMITS, kept, type ExtractLimits } from '../../../platform/extract/extract.js';
import { publish } from '../../../platform/outbox/outbox.js';
import type { Services } from '../../../platform/services.js';
import type { ResourceTextState } from './resource-text.entity.js';
import { MOST_TEXT_BYTES, textKind, type TextKind } from './text-kinds.js';

/** Files that are read at the same time on all nodes together: each may take the memory of `EXTRACT_LIMITS`. */
const AT_ONCE = 2;
/** Whoever read one for so long was stopped. */
const STOPPED_AFTER = '10 minutes';
/** A file that stopped its reader's program so often is not tried again. */
const MOST_ATTEMPTS = 3;

/** A page to read is an addition; what takes longer to be made into one is a download alone. */
const PAGE_MS = 15_000;

const NAMED = `SELECT (f ->> 'id')::uuid FROM resource_versions v CROSS JOIN jsonb_array_elements(v.content -> 'files') f WHERE v.resource_id = $1 AND v.state = 'PUBLISHED'`;

/** Notes which files of what is published have text to take, and forgets the text of those that are no longer published. */
export async function noteTexts({ db }: Pick<Services, 'db'>, resourceId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.row('SELECT 1 FROM resources WHERE id = $1 FOR NO KEY UPDATE', [resourceId]);
    const gone = await tx.rows(`DELETE FROM resource_texts WHERE resource_id = $1 AND file_id NOT IN (${NAMED}) RETURNING 1`, [resourceId]);
    const files = await tx.rows<{ id: string; name: string; mime: string; size: string }>(
      `SELECT id, name, mime, size FROM resource_files WHERE resource_id = $1 AND id IN (${NAMED})`,
      [resourceId],
    );
    const noted = files.flatMap((file) => {
      const kind = textKind(file);
      return kind === null ? [] : [{ id: file.id, state: Number(file.size) > MOST_TEXT_BYTES[kind] ? 'SKIPPED' : 'WAITING' }];
    });
    const fresh = await tx.rows(
      `INSERT INTO resource_texts (file_id, resource_id, state, error) SELECT n.id, $1, n.state, CASE n.state WHEN 'SKIPPED' THEN 'TOO_LARGE' END
       FROM unnest($2::uuid[], $3::text[]) AS n(id, state) ON CONFLICT DO NOTHING RETURNING 1`,
      [resourceId, noted.map(({ id }) => id), noted.map(({ state }) => state)],
    );
    if (fresh.length > 0) await publish(tx, 'ResourceTextsWaiting', {}, { key: 'resource-texts' });
    if (gone.length > 0) await publish(tx, 'ResourceTextTaken', { resourceId }, { key: `resource-text:${resourceId}` });
  });
}

interface Claimed {
  file_id: string;
  resource_id: string;
  attempts: number;
}

/** Takes the text of all files that wait for it, one after another. What cannot be read is noted, and keeps no other waiting. */
export async function takeTexts(services: Services, signal?: AbortSignal, limits: ExtractLimits = EXTRACT_LIMITS): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const claimed = await services.db.row<Claimed>(
      `UPDATE resource_texts SET state = 'TAKING', attempts = attempts + 1, begun_at = clock_timestamp() WHERE file_id = (
         SELECT file_id FROM resource_texts WHERE state = 'WAITING' OR state = 'TAKING' AND begun_at < clock_timestamp() - interval '${STOPPED_AFTER}'
         ORDER BY file_id LIMIT 1 FOR UPDATE SKIP LOCKED)
       AND (SELECT count(*) FROM resource_texts WHERE state = 'TAKING' AND begun_at > clock_timestamp() - interval '${STOPPED_AFTER}') < ${AT_ONCE}
       RETURNING file_id, resource_id, attempts`,
    );
    if (!claimed) return;
    try {
      await keep(services, claimed, claimed.attempts > MOST_ATTEMPTS ? failed('TOO_OFTEN') : await take(services, claimed, limits, signal));
    } catch (error) {
      // A store that is away comes back; whoever is stopped lets another begin anew.
      await services.db.row(`UPDATE resource_texts SET state = 'WAITING' WHERE file_id = $1 AND state = 'TAKING'`, [claimed.file_id]);
      throw error;
    }
  }
}

interface Taken {
  state: ResourceTextState;
  text: string;
  html: string | null;
  error: string | null;
}

const failed = (error: string): Taken => ({ state: 'FAILED', text: '', html: null, error });

async function take(services: Services, { file_id: id }: Claimed, limits: ExtractLimits, signal?: AbortSignal): Promise<Taken> {
  const file = await seeing(services.db, 'files', (tx) =>
    tx.row<{ storage_key: string; name: string; mime: string }>(
      'SELECT f.storage_key, a.name, a.mime FROM resource_files a JOIN files f ON f.id = a.file_id WHERE a.id = $1 AND f.removed_at IS NULL',
      [id],
    ),
  );
  const kind = file && textKind(file);
  if (!kind) return failed('FILE_GONE');
  const open = () => services.files.get(file.storage_key);
  try {
    if (kind === 'TEXT')
      return { state: 'TAKEN', text: wordsOf(decodeText(await buffer(await open())), limits.letters), html: null, error: null };
    const text = await extract(kind, await open(), limits, signal);
    if ('error' in text) return failed(text.error);
    return { state: 'TAKEN', text: wordsOf(text.found, limits.letters), html: await pageOf(kind, open, limits, signal), error: null };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return failed('FILE_GONE');
    throw error;
  }
}

/** A text document as a page; one that cannot be made into one is a download alone. */
async function pageOf(
  kind: TextKind,
  open: () => ReturnType<Services['files']['get']>,
  limits: ExtractLimits,
  signal?: AbortSignal,
): Promise<string | null> {
  if (kind !== 'DOCX') return null;
  const page = await extract('DOCX_HTML', await open(), { ...limits, timeoutMs: Math.min(limits.timeoutMs, PAGE_MS) }, signal);
  return 'found' in page && page.found !== '' ? page.found : null;
}

/** Text without control characters, its gaps put together, cut to so many letters. */
function wordsOf(text: string, most: number): string {
  const clean = kept(text)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, (sign) => (sign === '\n' ? sign : ''))
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim();
  return kept(clean.slice(0, most));
}

/** While other files of a resource wait, whoever listens is told no more often than so, since all of them are looked at each time. */
const TOLD_AFTER_MS = 10_000;

/** Keeps what was taken, and tells; nothing where the file is no longer published. */
async function keep({ db, clock, log }: Services, { file_id: id, resource_id: resourceId }: Claimed, taken: Taken): Promise<void> {
  const { state, text, html, error } = taken;
  if (error !== null) log.info({ fileId: id, error }, 'no text was taken of a file');
  await db.transaction(async (tx) => {
    const row = await tx.row(
      `UPDATE resource_texts SET state = $2, text = $3, html = $4, error = $5, extracted_at = $6 WHERE file_id = $1 AND state = 'TAKING' RETURNING 1`,
      [id, state, text, html, error, clock.now()],
    );
    if (!row || state !== 'TAKEN') return;
    const more = await tx.row(`SELECT 1 FROM resource_texts WHERE resource_id = $1 AND state IN ('WAITING', 'TAKING') LIMIT 1`, [
      resourceId,
    ]);
    const later = more ? { runAt: new Date(Date.now() + TOLD_AFTER_MS), keepsTime: true } : {};
    await publish(tx, 'ResourceTextTaken', { resourceId }, { key: `resource-text:${resourceId}`, ...later });
  });
}
