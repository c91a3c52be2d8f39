import { Worker } from 'node:worker_threads';
import { apiPath } from '../api-root.js';
import { prepare, type Block, type Document, type Party } from './document.js';
import { documentWords } from './messages.js';
import { dateOf, Formatter } from './values.js';

/**
 * No PDF could be made: `PDF_UNAVAILABLE` where the Typst binary for this platform is not installed,
 * `PDF_FAILED` where it refused the document or its thread ended.
 */
export class PdfError extends Error {
  constructor(
    readonly code: 'PDF_UNAVAILABLE' | 'PDF_FAILED',
    detail: string,
  ) {
    const why =
      code === 'PDF_UNAVAILABLE'
        ? 'PDF needs @myriaddreamin/typst-ts-node-compiler with its binary for this platform, which is not installed'
        : 'Typst could not make the PDF';
    super(`${why}: ${detail}`);
  }
}

/** Templates and worker are no TypeScript: they stay in `src`. */
const WORKER = apiPath('src/platform/documents/typst/worker.mjs');

type Answer = { id: number; pdf: Uint8Array } | { id: number; code: PdfError['code']; message: string };
type Waiting = { resolve: (pdf: Buffer) => void; reject: (error: Error) => void };

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Writes a document as a tagged PDF/UA-1 file: title, language, headings, header cells of columns, embedded fonts.
 * The same document gives the same bytes. A document with `letter` is laid out as a letter, one with `certificate` on one sheet.
 *
 * @throws InvalidDocumentError, PdfError
 */
export async function writePdf(document: Document): Promise<Buffer> {
  const ready = prepare(document);
  const job = {
    id: ++lastId,
    layout: ready.certificate ? 'certificate' : ready.letter === undefined ? 'report' : 'letter',
    document: JSON.stringify(payload(ready)),
    timestamp: dateOf(ready.date).getTime() / 1000,
  };
  return await new Promise((resolve, reject) => {
    waiting.set(job.id, { resolve, reject });
    const thread = (worker ??= startWorker());
    // The thread keeps the process alive only while somebody waits for it.
    thread.ref();
    thread.postMessage(job);
  });
}

/** Ends the thread of the PDF writer; the next document starts a new one. */
export async function closePdfWriter(): Promise<void> {
  await worker?.terminate();
}

function startWorker(): Worker {
  const thread = new Worker(WORKER);
  let failure = 'its thread ended';
  thread.on('message', (answer: Answer) => {
    const caller = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) thread.unref();
    if ('pdf' in answer) caller?.resolve(Buffer.from(answer.pdf.buffer, answer.pdf.byteOffset, answer.pdf.byteLength));
    else caller?.reject(new PdfError(answer.code, answer.message));
  });
  thread.on('error', (error) => {
    failure = String(error);
  });
  thread.on('exit', () => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new PdfError('PDF_FAILED', failure));
    waiting.clear();
  });
  return thread;
}

/** What the templates get: every number and day formatted already, nothing absent, nothing to compute. */
function payload(document: Document): object {
  const format = new Formatter(document.lang);
  const words = documentWords[document.lang];
  return {
    title: document.title,
    lang: document.lang,
    author: document.author ?? '',
    subject: document.subject ?? '',
    dayInWords: format.dayInWords(document.date),
    words,
    letter: document.letter && {
      sender: party(document.letter.sender),
      recipient: party(document.letter.recipient),
      place: document.letter.place ?? '',
      reference: document.letter.reference ?? '',
    },
    certificate: document.certificate,
    blocks: document.blocks.map((block) => drawn(block, format, words)),
  };
}

function party({ name, lines = [] }: Party): object {
  return { name, lines };
}

function drawn(block: Block, format: Formatter, words: object): object {
  switch (block.kind) {
    case 'list':
      return { ...block, ordered: block.ordered ?? false };
    case 'signature':
      return { ...block, role: block.role ?? '' };
    case 'figures': {
      const items = block.items.map((item) => ({
        label: item.label,
        value: format.figure(item),
        numeric: typeof item.value !== 'string',
        unit: item.unit ?? '',
        note: item.note ?? '',
      }));
      return { kind: block.kind, caption: block.caption ?? '', items, words };
    }
    case 'table': {
      const rows = block.rows.map((row) => block.columns.map((column, index) => format.cell(column, row[index] ?? null)));
      const columns = block.columns.map((column, index) => ({
        label: column.label,
        end: (column.align ?? (column.kind === 'number' ? 'end' : 'start')) === 'end',
        // Numbers and days keep their width; text shares what is left.
        wide: column.kind === 'text' && !rows.every((row) => (row[index] ?? '').length <= 12),
      }));
      if (columns[0] !== undefined && !columns.some((column) => column.wide)) columns[0].wide = true;
      return { kind: block.kind, caption: block.caption, headerColumn: block.headerColumn ?? false, columns, rows };
    }
    default:
      return block;
  }
}
