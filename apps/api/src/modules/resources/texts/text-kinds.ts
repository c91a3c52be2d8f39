import { endingOf } from '@stoa/domain';
import type { ExtractTask } from '../../../platform/extract/extract.js';

/** How the text of a file is taken. */
export type TextKind = Exclude<ExtractTask, 'DOCX_HTML'> | 'TEXT';

const BY_TYPE: Readonly<Record<string, TextKind>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'text/plain': 'TEXT',
};
/** Programs differ in what they put first, so the beginning of a document may say no more than that it is an archive. */
const BY_ENDING: Readonly<Record<string, TextKind>> = { docx: 'DOCX', pptx: 'PPTX', odt: 'ODT' };

/** A file larger than this is not read: of PDF mostly pictures, of the others a mistake. */
export const MOST_TEXT_BYTES: Readonly<Record<TextKind, number>> = {
  PDF: 96 * 1024 * 1024,
  DOCX: 64 * 1024 * 1024,
  PPTX: 96 * 1024 * 1024,
  ODT: 64 * 1024 * 1024,
  TEXT: 2 * 1024 * 1024,
};

/** How the text of a file is taken, by the type found in its content; null for what holds none. */
export function textKind({ name, mime }: { name: string; mime: string }): TextKind | null {
  const type = mime.replace(/;.*$/su, '');
  return BY_TYPE[type] ?? (type === 'application/zip' ? (BY_ENDING[endingOf(name)] ?? null) : null);
}
