import { Readable } from 'node:stream';
import type { Database, Sql } from '../../platform/database/database.js';
import { seeing } from '../../platform/database/sight.js';
import { publish } from '../../platform/outbox/outbox.js';
import type { Services } from '../../platform/services.js';
import type { Document } from '../../platform/documents/document.js';
import { formats } from '../../platform/documents/formats.js';
import { recordFile } from '../../platform/files/records.js';
import { dateIn } from '../../platform/clock.js';
import { readerOf } from '../accounts/index.js';
import { appointmentWords } from './appointment-words.js';
import { appointmentRow } from './appointment.queries.js';
import type { AppointmentRow } from './appointment.type.js';
import { findScope } from './scopes.js';

/** Writes the letter of an appointment once, as a tagged PDF in the person's language; a job that runs again finds it there. */
export async function writeLetter(services: Services, appointmentId: string): Promise<void> {
  const today = dateIn(services.clock.now(), services.config.timeZone);
  const row = await appointmentRow(services.db, appointmentId, today);
  if (!row || row.letter_file_id !== null) return;
  const document = await letterDocument(services, row);
  if (!document) return;
  const bytes = await formats.PDF.write(document.letter);
  const stored = await services.files.put(Readable.from([bytes]));
  const kept = await services.db.transaction(async (tx) => {
    const fresh = await appointmentRow(tx, appointmentId, today, true);
    if (!fresh || fresh.letter_file_id !== null) return false;
    const fileId = await recordFile(tx, stored, {
      name: document.fileName,
      mime: formats.PDF.mime,
      subjectType: 'Appointment',
      subjectId: appointmentId,
      createdBy: row.appointed_by,
      at: services.clock.now(),
    });
    await tx.row('UPDATE appointments SET letter_file_id = $2 WHERE id = $1', [appointmentId, fileId]);
    return true;
  });
  if (!kept) await services.files.delete(stored.key);
}

/** Letters to others that a person signed, or whose remark holds one of the words. */
const LETTERS_NAMING = `letter_file_id IS NOT NULL AND person_id <> $1
  AND (appointed_by = $1 OR EXISTS (SELECT 1 FROM unnest($2::text[]) word WHERE position(word IN note) > 0))`;

/** Files of letters to others in which a person stands; what is written in them cannot be changed. */
export function lettersNaming(db: Database, personId: string, words: readonly string[]): Promise<{ id: string; storage_key: string }[]> {
  return seeing(db, 'files', (tx) =>
    tx.rows(
      `SELECT id, storage_key FROM files WHERE removed_at IS NULL AND id IN (SELECT letter_file_id FROM appointments WHERE ${LETTERS_NAMING}) ORDER BY id`,
      [personId, words],
    ),
  );
}

/** Lets the letters in which an erased person stood be written anew, after the transaction that erases: they belong to others, who need them. */
export async function renewLettersNaming(tx: Sql, personId: string, words: readonly string[]): Promise<void> {
  const rows = await tx.rows<{ id: string }>(`UPDATE appointments SET letter_file_id = NULL WHERE ${LETTERS_NAMING} RETURNING id`, [
    personId,
    words,
  ]);
  for (const { id } of rows) await publish(tx, 'LetterLost', { appointmentId: id });
}

async function letterDocument(services: Services, row: AppointmentRow): Promise<{ letter: Document; fileName: string } | null> {
  const reader = await readerOf(services, row.person_id);
  const words = reader && (await appointmentWords(services.db, row, reader.lang));
  if (!reader || !words) return null;
  const { say, role, scope, term } = words;
  const county = scope.countyId && scope.kind !== 'COUNTY' ? await findScope(services.db, 'COUNTY', scope.countyId, reader.lang) : null;
  const appointer = row.appointed_by
    ? await services.db.row<{ display_name: string }>('SELECT display_name FROM people WHERE id = $1', [row.appointed_by])
    : null;
  const sender = county?.name ?? scope.name;
  const letter: Document = {
    title: say('letter.title'),
    lang: reader.lang,
    author: sender,
    subject: scope.name,
    date: dateIn(new Date(row.appointed_at), services.config.timeZone),
    letter: {
      sender: { name: sender, lines: appointer ? [appointer.display_name] : [] },
      recipient: { name: reader.name },
      reference: row.id.slice(-12),
    },
    blocks: [
      { kind: 'paragraph', runs: [{ text: say('letter.text', { name: reader.name, role, term }) }] },
      { kind: 'paragraph', runs: [{ text: say('letter.for', { scope: scope.name }), bold: true }] },
      ...(row.note ? [{ kind: 'paragraph' as const, runs: [{ text: say('letter.note', { note: row.note }) }] }] : []),
      { kind: 'paragraph', runs: [{ text: say('letter.rights') }] },
      ...(appointer ? [{ kind: 'signature' as const, name: appointer.display_name }] : []),
    ],
  };
  return { letter, fileName: `${say('letter.file')}.pdf` };
}
