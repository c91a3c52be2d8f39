import { NARRATIVE_KEYS, type Language } from '@stoa/domain';
import { dateIn } from '../../platform/clock.js';
import type { Block, Document } from '../../platform/documents/document.js';
import { markdownBlocks } from '../../platform/documents/markdown-blocks.js';
import { translator } from '../../platform/i18n/translate.js';
import type { ReportRow } from './report.access.js';
import { presentSection } from './report.present.js';
import { reportWords } from './report.words.js';

/** A report as a document, in its own language. Figures are those frozen or last accepted, never computed anew. */
export function reportDocument(row: ReportRow, timeZone: string): Document {
  const lang = row.lang as Language;
  const words = translator(reportWords, lang, timeZone);
  const day = (iso: string) => new Date(iso);
  const asOf = row.figures[0]?.figures[0]?.asOf ?? dateIn(day(row.figures_as_of), timeZone);
  const frozen = row.content_hash !== null && row.submitted_at !== null;
  const blocks: Block[] = [
    { kind: 'paragraph', runs: [{ text: words('network', { network: row.network_name }), bold: true }] },
    { kind: 'note', runs: [{ text: words('asOf', { date: day(`${asOf}T12:00:00Z`) }) }] },
    {
      kind: 'note',
      runs: [{ text: frozen ? words('submitted', { date: day(row.submitted_at ?? ''), revision: row.revision }) : words('draft') }],
    },
    ...row.figures.flatMap((section) => sectionBlocks(section, lang, words('figures'))),
    ...NARRATIVE_KEYS.flatMap((key): Block[] => [
      { kind: 'heading', level: 1, text: words(`narrative.${key}`) },
      ...(row.narrative[key]?.trim()
        ? markdownBlocks(row.narrative[key] ?? '', lang)
        : [{ kind: 'paragraph', runs: [{ text: words('noWords'), italic: true }] } as Block]),
    ]),
    ...(row.state === 'APPROVED' && row.decided_at
      ? [{ kind: 'note', runs: [{ text: words('approved', { date: day(row.decided_at) }) }] } as Block]
      : []),
    ...(row.content_hash ? [{ kind: 'note', runs: [{ text: words('hash', { hash: row.content_hash }) }] } as Block] : []),
  ];
  return { title: `${words('title', { year: row.year })}: ${row.network_name}`, subject: row.network_name, lang, date: asOf, blocks };
}

function sectionBlocks(section: ReportRow['figures'][number], lang: Language, caption: string): Block[] {
  const shown = presentSection(section, lang);
  return [
    { kind: 'heading', level: 1, text: shown.title },
    { kind: 'paragraph', runs: shown.sentence.map(({ text, figure }) => ({ text, ...(figure ? { bold: true } : {}) })) },
    { kind: 'figures', caption: `${shown.title}: ${caption}`, items: shown.figures.map(({ label, value }) => ({ label, value })) },
    ...shown.tables.map((table): Block => ({
      kind: 'table',
      caption: table.caption,
      headerColumn: true,
      columns: table.columns.map((label, index) => ({ label, kind: index === 0 ? 'text' : 'number' })),
      rows: table.rows.map((row) => [row.label, ...row.values]),
    })),
  ];
}
