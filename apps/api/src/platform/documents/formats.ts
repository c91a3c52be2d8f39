import type { Document } from './document.js';

/** What a document can be written as. */
export type DocumentFormat = 'PDF' | 'DOCX' | 'XLSX' | 'CSV' | 'JSON';

export interface FormatWriter {
  mime: string;
  extension: string;
  /** Resolves to the whole file; throws InvalidDocumentError, and PdfError from the PDF writer. */
  write(document: Document): Promise<Buffer>;
}

/** The five writers. Each is loaded when first used, since together they would slow every start. */
export const formats: Record<DocumentFormat, FormatWriter> = {
  PDF: {
    mime: 'application/pdf',
    extension: 'pdf',
    write: async (document) => await (await import('./pdf.js')).writePdf(document),
  },
  DOCX: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    write: async (document) => await (await import('./docx.js')).writeDocx(document),
  },
  XLSX: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    write: async (document) => await (await import('./xlsx.js')).writeXlsx(document),
  },
  CSV: {
    mime: 'text/csv; charset=utf-8',
    extension: 'csv',
    write: async (document) => await (await import('./csv.js')).writeCsv(document),
  },
  JSON: {
    mime: 'application/json',
    extension: 'json',
    write: async (document) => await (await import('./json.js')).writeJson(document),
  },
};
